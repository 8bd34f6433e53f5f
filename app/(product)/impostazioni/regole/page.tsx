import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { FacilityLine, Page } from "@/components/http/api-types";
import { programmeQueries, type Programme } from "@/components/settings/organisations-queries";
import { ruleQueries, type Rule } from "@/components/settings/rules/rule-queries";
import { RulesScreen } from "@/components/settings/rules/rules-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.rules.title };
}

export default async function RulesPage() {
  const municipality = await municipalityWith("inventory.read");
  if (municipality === null) return <NotForYou />;

  const [rules, facilities, programmes] = await Promise.all([
    ask<Page<Rule>>(ruleQueries.listPath(municipality)), ask<Page<FacilityLine>>(facilityQueries.listPath(municipality)), ask<Page<Programme>>(programmeQueries.listPath(municipality)),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(ruleQueries.list(municipality).queryKey, rules.items);
    queries.setQueryData(facilityQueries.list(municipality).queryKey, facilities);
    queries.setQueryData(programmeQueries.list(municipality).queryKey, programmes.items);
  });
  return (
    <HydrationBoundary state={state}>
      <RulesScreen />
    </HydrationBoundary>
  );
}
