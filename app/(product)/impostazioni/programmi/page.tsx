import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import type { Page } from "@/components/http/api-types";
import { programmeQueries, type Programme } from "@/components/settings/organisations-queries";
import { ProgrammesScreen } from "@/components/settings/programmes-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.programmes.title };
}

export default async function ProgrammesPage() {
  const municipality = await municipalityWith("programme.write");
  if (municipality === null) return <NotForYou />;

  const page = await ask<Page<Programme>>(programmeQueries.listPath(municipality));
  const state = seeded((queries) => queries.setQueryData(programmeQueries.list(municipality).queryKey, page.items));
  return (
    <HydrationBoundary state={state}>
      <ProgrammesScreen />
    </HydrationBoundary>
  );
}
