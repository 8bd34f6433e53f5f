import { queryOptions } from "@tanstack/react-query";
import { householdQueries } from "../households/household-queries";
import { askApi } from "../http/api";
import type { Day } from "@/domain/day";
import type { Placement } from "../http/api-types";
import type { Rule } from "../settings/rules/rule-queries";

export type RuleChoice = { rule: Rule; isPresent: boolean; latestExit: Day | null; isBeyond: boolean };

export const placementQueries = {
  /** Asked anew with the files of households: every step of a placement changes both. */
  one: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "placement", id] as const,
      queryFn: ({ signal }) => askApi<Placement>(`/placements/${id}`, signal),
    }),

  /** Every rule about its place, with the limit it would have under each. */
  rules: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "placement", id, "rules"] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: RuleChoice[] }>(`/placements/${id}/rules`, signal)).items,
    }),
};
