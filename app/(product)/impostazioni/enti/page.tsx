import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { Organisation, Page } from "@/components/http/api-types";
import { OrganisationsScreen } from "@/components/settings/organisations-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.organisations.title };
}

export default async function OrganisationsPage() {
  const municipality = await municipalityWith("organisation.write");
  if (municipality === null) return <NotForYou />;

  const page = await ask<Page<Organisation>>(facilityQueries.organisationsPath(municipality));
  const state = seeded((queries) => queries.setQueryData(facilityQueries.organisations(municipality).queryKey, page.items));
  return (
    <HydrationBoundary state={state}>
      <OrganisationsScreen />
    </HydrationBoundary>
  );
}
