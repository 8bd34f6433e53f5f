import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Period } from "@/domain/day";
import { askApi, withParameters } from "../http/api";
import type { Availability } from "../http/api-types";
import { describedIn, nightsOf, parametersOf, type AvailabilitySearch } from "./availability-search";

/** A place that is offered must be there: asked again as long as somebody looks. */
const TRUE_FOR = 30_000;
/** Whoever fits a household is noted as having read of it: a page left open must not fill the register. */
const TRUE_FOR_A_HOUSEHOLD = 300_000;

export type Elsewhere = { code: string; name: string; units: number };

type MovingSearch = { municipality: string; placementId: string; personIds: string[]; nights: Period; facilityId?: string };

export const availabilityQueries = {
  all: () => ["availability"] as const,

  path: (search: AvailabilitySearch) => withParameters("/availability", parametersOf(search)),

  search: (search: AvailabilitySearch) =>
    queryOptions({
      queryKey: [...availabilityQueries.all(), search] as const,
      queryFn: ({ signal }) => askApi<Availability>(availabilityQueries.path(search), signal),
      enabled: nightsOf(search) > 0,
      placeholderData: keepPreviousData,
      refetchInterval: search.householdId ? TRUE_FOR_A_HOUSEHOLD : TRUE_FOR,
      refetchOnWindowFocus: "always",
    }),

  /** Where these people of a placement could move to, or join: what they leave is free for them. */
  moving: ({ municipality, placementId, personIds, nights, facilityId }: MovingSearch) =>
    queryOptions({
      queryKey: [...availabilityQueries.all(), "moving", { placementId, personIds, nights, facilityId }] as const,
      queryFn: ({ signal }) =>
        askApi<Availability>(withParameters("/availability", { municipality, placementId, personIds: personIds.join(","), ...nights, facilityId, includeUnfit: true }), signal),
      enabled: personIds.length > 0,
      staleTime: TRUE_FOR,
    }),

  /** The units of one facility, for whoever it may be. */
  ofFacility: (asked: { municipality: string; facilityId: string } & Period) =>
    queryOptions({
      queryKey: [...availabilityQueries.all(), "facility", asked] as const,
      queryFn: ({ signal }) => askApi<Availability>(withParameters("/availability", { ...asked, includeUnfit: true }), signal),
    }),

  /** The same search without its kind, once one was chosen. */
  otherKinds: (search: AvailabilitySearch) =>
    queryOptions({
      ...availabilityQueries.search({ ...search, kind: null }),
      placeholderData: undefined,
      enabled: search.kind !== null && nightsOf(search) > 0,
      refetchInterval: false as const,
    }),

  /** How many units would fit in the person's other municipalities. */
  elsewhere: (search: AvailabilitySearch) =>
    queryOptions({
      queryKey: [...availabilityQueries.all(), "elsewhere", search] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: Elsewhere[] }>(withParameters("/availability/elsewhere", describedIn(search)), signal)).items,
    }),
};
