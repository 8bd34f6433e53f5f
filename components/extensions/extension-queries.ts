import { mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { ExtensionReason } from "@/domain/extensions";
import { householdQueries } from "../households/household-queries";
import { askApi, tellApi } from "../http/api";
import type { Extension } from "../http/api-types";
import { forgettingBeds } from "../placements/placement-mutations";

export type NewRequest = { exit: string; reason: ExtensionReason; note: string | null; override: { reason: string } | null };
export type NewDecision = { approve: boolean; note: string | null; override: { reason: string } | null };

const pathOf = (placementId: string) => `/placements/${placementId}/extensions`;

export const extensionQueries = {
  /** Asked anew with the household's file: a step of a placement may end a request. */
  ofPlacement: (placementId: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "extensions", placementId] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: Extension[] }>(pathOf(placementId), signal)).items,
    }),
};

export const extensionMutations = {
  ask: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ placementId, version, body }: { placementId: string; version: number; body: NewRequest }) => tellApi<Extension>("POST", pathOf(placementId), { body, version }),
      onSettled: forgettingBeds(queries),
    }),

  decide: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: { id: string; version: number; body: NewDecision }) => tellApi<Extension>("POST", `/extensions/${id}/decision`, { body, version }),
      onSettled: forgettingBeds(queries),
    }),

  withdraw: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version }: { id: string; version: number }) => tellApi<Extension>("POST", `/extensions/${id}/withdrawal`, { version }),
      onSettled: forgettingBeds(queries),
    }),
};
