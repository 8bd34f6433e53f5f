import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { FacilityList } from "@/components/facilities/facility-list";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { FacilityLine, Organisation, Page } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).facilities.title };
}

export default async function FacilitiesPage() {
  const municipality = await municipalityWith("inventory.read");
  if (municipality === null) return <NotForYou />;

  const [page, organisations] = await Promise.all([
    ask<Page<FacilityLine>>(facilityQueries.listPath(municipality)),
    ask<Page<Organisation>>(facilityQueries.organisationsPath(municipality)),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(facilityQueries.list(municipality).queryKey, page);
    queries.setQueryData(facilityQueries.organisations(municipality).queryKey, organisations.items);
  });
  return (
    <HydrationBoundary state={state}>
      <FacilityList />
    </HydrationBoundary>
  );
}
