import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { meOfRequest, wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { administersNetwork } from "@/components/audit/administers-network";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { Organisation, Page } from "@/components/http/api-types";
import { userQueries, type ListedUser } from "@/components/settings/users/user-queries";
import { UsersScreen } from "@/components/settings/users/users-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";
import { isMailSetUp } from "@/server/mail/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.users.title };
}

type Props = { searchParams: Promise<{ q?: string | string[]; rete?: string | string[] }> };

export default async function UsersPage({ searchParams }: Props) {
  const municipality = await municipalityWith("user.write");
  if (municipality === null) return <NotForYou />;

  const { q, rete } = await searchParams;
  const search = { municipality, q: typeof q === "string" ? q.trim() : "", isNetwork: rete === "true" && administersNetwork(await meOfRequest()) };
  const [page, organisations] = await Promise.all([ask<Page<ListedUser>>(userQueries.listPath(search, null)), ask<Page<Organisation>>(facilityQueries.organisationsPath(municipality))]);
  const state = seeded((queries) => {
    queries.setQueryData(userQueries.list(search).queryKey, { pages: [page], pageParams: [null] });
    queries.setQueryData(facilityQueries.organisations(municipality).queryKey, organisations.items);
  });
  return (
    <HydrationBoundary state={state}>
      <UsersScreen isMailSetUp={isMailSetUp()} />
    </HydrationBoundary>
  );
}
