import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { HouseholdList } from "@/components/households/household-list";
import { householdQueries } from "@/components/households/household-queries";
import { readListSearch } from "@/components/households/list-search";
import type { HouseholdPage } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).households.title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HouseholdsPage({ searchParams }: Props) {
  const municipality = await municipalityWith("household.read");
  if (municipality === null) return <NotForYou />;

  const asked = await readListSearch(searchParams);
  const search = { ...asked, municipality, q: asked.q.trim() };
  const page = await ask<HouseholdPage>(householdQueries.listPath(search, null));
  const state = seeded((queries) => queries.setQueryData(householdQueries.list(search).queryKey, { pages: [page], pageParams: [null] }));
  return (
    <HydrationBoundary state={state}>
      <HouseholdList />
    </HydrationBoundary>
  );
}
