import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { municipalityWith } from "@/app/access";
import { meOfRequest, wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { availabilityQueries } from "@/components/availability/availability-queries";
import { loadSearch, nightsOf, searchFrom } from "@/components/availability/availability-search";
import { AvailabilityScreen } from "@/components/availability/availability-screen";
import { householdQueries } from "@/components/households/household-queries";
import type { Availability, Household } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).availability.title };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function AvailabilityPage({ searchParams }: Props) {
  const own = await municipalityWith("availability.read");
  const { today, municipalities } = await meOfRequest();
  const search = searchFrom(await loadSearch(searchParams), own ?? "", today);
  const searched = municipalities.find(({ code }) => code === search.municipality);
  if (!searched?.permissions.includes("availability.read")) return <NotForYou />;

  const answers = nightsOf(search) > 0 ? await firstAnswers(availabilityQueries.path(search), search.householdId) : null;
  const state = seeded((queries) => {
    if (answers?.availability) queries.setQueryData(availabilityQueries.search(search).queryKey, answers.availability);
    if (answers?.household) queries.setQueryData(householdQueries.file(answers.household.id).queryKey, answers.household);
  });
  return (
    <HydrationBoundary state={state}>
      <AvailabilityScreen />
    </HydrationBoundary>
  );
}

/** A search that is refused is asked again by the screen, which shows the reason in its place. */
async function firstAnswers(path: string, householdId: string | null) {
  const [availability, household] = await Promise.allSettled([
    ask<Availability>(path),
    householdId ? ask<Household>(householdQueries.filePath(householdId)) : Promise.resolve(null),
  ]);
  return {
    availability: availability.status === "fulfilled" ? availability.value : null,
    household: household.status === "fulfilled" ? household.value : null,
  };
}
