import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { availabilityQueries } from "../availability/availability-queries";
import { tellApi } from "../http/api";
import type { Household } from "../http/api-types";
import { householdQueries } from "./household-queries";

export type NewHousehold = {
  municipality: string;
  name?: string;
  members: Record<string, unknown>[];
  phone?: string;
  language?: string;
  needs?: string[];
};

export type HouseholdChange = { id: string; version: number; body: { phone: string | null; language: string | null; needs: string[] } };

function forgettingHouseholds(queries: QueryClient) {
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: householdQueries.all() }),
      queries.invalidateQueries({ queryKey: availabilityQueries.all() }),
    ]);
}

export const householdMutations = {
  register: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (body: NewHousehold) => tellApi<Household>("POST", "/households", { body }),
      onSettled: forgettingHouseholds(queries),
    }),

  change: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: HouseholdChange) => tellApi<Household>("PATCH", `/households/${id}`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),
};
