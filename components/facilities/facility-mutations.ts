import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { BedKind, ClosureReason, FacilityKind, GenderPolicy, Letting } from "@/domain/housing";
import { availabilityQueries } from "../availability/availability-queries";
import { boardQueries } from "../board/board-queries";
import { tellApi } from "../http/api";
import type { Closure, FacilityLine, FacilityUnit } from "../http/api-types";
import { todayQueries } from "../today/today-queries";
import { facilityQueries } from "./facility-queries";

export type FacilityFields = {
  name: string;
  kind: FacilityKind;
  address: string | null;
  addressProtected: boolean;
  genderPolicy: GenderPolicy;
  features: string[];
  turnaround: { days: number; working: boolean } | null;
  opensOn: string;
  closesOn: string | null;
  organisationId: string | null;
  programmeId: string | null;
};

export type NewBed = { name: string; kind: BedKind };

export type UnitFields = {
  name: string;
  flat: string | null;
  letting: Letting;
  genderPolicy: GenderPolicy | null;
  features: string[];
  opensOn: string | null;
  closesOn: string | null;
};

export type BedFields = { name: string; kind: BedKind; opensOn: string | null; closesOn: string | null };

export type NewUnit = { name: string; flat?: string; letting: Letting; genderPolicy?: GenderPolicy; features: string[]; beds: { name: string; kind?: BedKind }[] };
export type NewFacility = FacilityFields & { municipality: string; units: NewUnit[] };

/** What is to be changed, and the version that was on the screen. */
export type Change<Fields> = { id: string; version: number; fields: Partial<Fields> };

export type ClosureTarget = { facilityId: string } | { unitId: string } | { bedId: string };
export type NewClosure = ClosureTarget & { from: string; until: string; reason: ClosureReason; note?: string };

function forgettingFacilities(queries: QueryClient) {
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: facilityQueries.all() }),
      queries.invalidateQueries({ queryKey: availabilityQueries.all() }),
      queries.invalidateQueries({ queryKey: boardQueries.all() }),
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

  change: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, fields }: Change<FacilityFields>) => tellApi<unknown>("PATCH", `/facilities/${id}`, { version, body: fields }),
      onSettled: forgettingFacilities(queries),
    }),

  changeUnit: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, fields }: Change<UnitFields>) => tellApi<unknown>("PATCH", `/units/${id}`, { version, body: fields }),
      onSettled: forgettingFacilities(queries),
    }),

  changeBed: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, fields }: Change<BedFields>) => tellApi<unknown>("PATCH", `/beds/${id}`, { version, body: fields }),
      onSettled: forgettingFacilities(queries),
    }),

  addBeds: (queries: QueryClient, unitId: string) =>
    mutationOptions({
      mutationFn: (beds: NewBed[]) => tellApi<unknown>("POST", `/units/${unitId}/beds/bulk`, { body: { beds } }),
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
