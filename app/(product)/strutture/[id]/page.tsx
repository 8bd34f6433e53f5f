import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { mayAnywhere } from "@/app/access";
import { recordId } from "@/app/record-id";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { FacilityPage } from "@/components/facilities/facility-page";
import type { StayRuleVersion } from "@/components/facilities/facility-answers";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { Facility, Organisation, Page } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).facilities.page };
}

type Props = { params: Promise<{ id: string }> };

export default async function OneFacilityPage({ params }: Props) {
  if (!(await mayAnywhere("inventory.read"))) return <NotForYou />;
  const id = recordId((await params).id);
  const facility = await ask<Facility>(facilityQueries.pagePath(id));
  const [organisations, rules] = await Promise.all([
    ask<Page<Organisation>>(facilityQueries.organisationsPath(facility.municipality)),
    ask<{ items: StayRuleVersion[] }>(facilityQueries.rulesPath(facility.municipality)),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(facilityQueries.page(id).queryKey, facility);
    queries.setQueryData(facilityQueries.organisations(facility.municipality).queryKey, organisations.items);
    queries.setQueryData(facilityQueries.rules(facility.municipality).queryKey, rules.items);
  });
  return (
    <HydrationBoundary state={state}>
      <FacilityPage id={id} />
    </HydrationBoundary>
  );
}
