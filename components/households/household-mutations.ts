import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { ReferralSource } from "@/domain/people";
import { availabilityQueries } from "../availability/availability-queries";
import { tellApi } from "../http/api";
import type { Household, HouseholdCase, Referral } from "../http/api-types";
import { householdQueries } from "./household-queries";
import type { Recognition } from "./household-types";

export type NewHousehold = {
  municipality: string;
  name?: string;
  members: Record<string, unknown>[];
  phone?: string;
  language?: string;
  needs?: string[];
};

export type NewReferral = { householdId: string; source: ReferralSource; urgency: number; receivedOn: string; note?: string };

type HouseholdFields = { name: string | null; phone: string | null; language: string | null; needs?: string[]; preferences: Record<string, unknown> };

type Division = { date: string; personIds: string[]; headId: string | null; name: string | null };

/** A change to a household, and the version it was decided on. */
type Change<Body> = { id: string; version: number; body: Body };

/** Tried again with the same key, it is done once. */
type Once<Body> = { body: Body; key?: string };

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
      mutationFn: ({ body, key }: Once<NewHousehold>) => tellApi<Household>("POST", "/households", { body, key }),
      onSettled: forgettingHouseholds(queries),
    }),

  refer: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ body, key }: Once<NewReferral>) => tellApi<Referral>("POST", "/referrals", { body, key }),
      onSettled: forgettingHouseholds(queries),
    }),

  change: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: Change<HouseholdFields>) => tellApi<Household>("PATCH", `/households/${id}`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  addMember: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: Change<Record<string, unknown>>) => tellApi<Household>("POST", `/households/${id}/members`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  changeMember: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, personId, version, body }: Change<Record<string, unknown>> & { personId: string }) =>
        tellApi<Household>("PATCH", `/households/${id}/members/${personId}`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  leave: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, personId, version, body }: Change<{ date: string }> & { personId: string }) =>
        tellApi<Household>("POST", `/households/${id}/members/${personId}/departure`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  recognise: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, personId, version, body }: Change<{ same: boolean | null }> & { personId: string }) =>
        tellApi<Recognition>("POST", `/households/${id}/members/${personId}/recognition`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  divide: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: Change<Division>) => tellApi<Household>("POST", `/households/${id}/division`, { body, version }),
      onSettled: forgettingHouseholds(queries),
    }),

  openCase: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, body }: { id: string; body: { programmeId: string; from: string; socialWorkerId: string | null } }) =>
        tellApi<HouseholdCase>("POST", `/households/${id}/cases`, { body }),
      onSettled: forgettingHouseholds(queries),
    }),
};
