import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { BedKind, ClosureReason, FacilityKind, GenderPolicy, Letting } from "@/domain/housing";
import { availabilityQueries } from "../availability/availability-queries";
import { tellApi } from "../http/api";
import type { Closure, FacilityLine, FacilityUnit } from "../http/api-types";
import { todayQueries } from "../today/today-queries";
import { facilityQueries } from "./facility-queries";

export type NewFacility = {
  municipality: string;
  name: string;
  kind: FacilityKind;
  address?: string;
  addressProtected?: boolean;
  genderPolicy?: GenderPolicy;
  features: string[];
  opensOn: string;
  organisationId?: string;
};

export type NewUnit = {
  name: string;
  flat?: string;
  letting: Letting;
  genderPolicy?: GenderPolicy;
  features: string[];
  beds: { name: string; kind?: BedKind }[];
};

export type ClosureTarget = { facilityId: string } | { unitId: string } | { bedId: string };
export type NewClosure = ClosureTarget & { from: string; until: string; reason: ClosureReason; note?: string };

function forgettingFacilities(queries: QueryClient) {
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: facilityQueries.all() }),
      queries.invalidateQueries({ queryKey: availabilityQueries.all() }),
      queries.invalidateQueries({ queryKey: todayQueries.all() }),
    ]);
}

export const facilityMutations = {
  create: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (body: NewFacility) => tellApi<FacilityLine>("POST", "/facilities", { body }),
      onSettled: forgettingFacilities(queries),
    }),

  addUnit: (queries: QueryClient, facilityId: string) =>
    mutationOptions({
      mutationFn: (body: NewUnit) => tellApi<FacilityUnit>("POST", `/facilities/${facilityId}/units`, { body }),
      onSettled: forgettingFacilities(queries),
    }),

  confirm: (queries: QueryClient, facilityId: string) =>
    mutationOptions({
      mutationFn: () => tellApi<unknown>("POST", `/facilities/${facilityId}/confirmation`, { body: {} }),
      onSettled: forgettingFacilities(queries),
    }),

  close: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (body: NewClosure) => tellApi<Closure>("POST", "/closures", { body }),
      onSettled: forgettingFacilities(queries),
    }),

  reopen: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version }: Pick<Closure, "id" | "version">) => tellApi<unknown>("DELETE", `/closures/${id}`, { version }),
      onSettled: forgettingFacilities(queries),
    }),
};
