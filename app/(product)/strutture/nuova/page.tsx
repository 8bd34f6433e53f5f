import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import type { Programme } from "@/components/facilities/facility-answers";
import { facilityQueries } from "@/components/facilities/facility-queries";
import { FacilityWizard } from "@/components/facilities/facility-wizard";
import type { Organisation, Page } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { PageHeading } from "@/components/shell/page-heading";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).facilityWizard.title };
}

export default async function NewFacilityPage() {
  const municipality = await municipalityWith("facility.write");
  if (municipality === null) return <NotForYou />;
  const words = (await wordsOfRequest()).facilityWizard;
  const [organisations, programmes] = await Promise.all([
    ask<Page<Organisation>>(facilityQueries.organisationsPath(municipality)),
    ask<Page<Programme>>(facilityQueries.programmesPath(municipality)),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(facilityQueries.organisations(municipality).queryKey, organisations.items);
    queries.setQueryData(facilityQueries.programmes(municipality).queryKey, programmes.items);
  });
  return (
    <HydrationBoundary state={state}>
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <FacilityWizard />
    </HydrationBoundary>
  );
}
