import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import type { Page } from "@/components/http/api-types";
import { tokenQueries, type Token } from "@/components/settings/tokens/token-queries";
import { TokensScreen } from "@/components/settings/tokens/tokens-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.tokens.title };
}

export default async function TokensPage() {
  if ((await municipalityWith("token.write")) === null) return <NotForYou />;

  const page = await ask<Page<Token>>(tokenQueries.listPath(null));
  const state = seeded((queries) => queries.setQueryData(tokenQueries.list().queryKey, { pages: [page], pageParams: [null] }));
  return (
    <HydrationBoundary state={state}>
      <TokensScreen now={new Date().toISOString()} />
    </HydrationBoundary>
  );
}
