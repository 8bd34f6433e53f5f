import { infiniteQueryOptions, keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import type { HouseholdComposition, HouseholdSituation, HouseholdSort } from "@/domain/household-list";
import { askApi, withParameters } from "../http/api";
import type { Household, HouseholdLine, HouseholdPage, Page } from "../http/api-types";
import type { Recognition, StayClock } from "./household-types";

export type HouseholdFilters = {
  municipality: string;
  q: string;
  status: HouseholdSituation | null;
  composition: HouseholdComposition | null;
  mine: boolean;
  sort: HouseholdSort;
  desc: boolean | null;
};

/** `situations`: only those that stand in one of these. */
type NameSearch = { municipality: string; q: string; situations?: HouseholdSituation[] };

const PAGE_SIZE = 50;
const SUGGESTIONS = 8;

export const householdQueries = {
  all: () => ["households"] as const,

  listPath: ({ desc, mine, sort, ...filters }: HouseholdFilters, cursor: string | null) =>
    withParameters("/households", { ...filters, mine: mine || null, sort: sort === "newest" ? null : sort, descending: desc, limit: PAGE_SIZE, cursor, count: cursor === null || null }),

  list: (filters: HouseholdFilters) =>
    infiniteQueryOptions({
      queryKey: [...householdQueries.all(), "list", filters] as const,
      queryFn: ({ pageParam, signal }) => askApi<HouseholdPage>(householdQueries.listPath(filters, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),

  suggestions: ({ municipality, q, situations }: NameSearch) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "suggestions", { municipality, q, situations }] as const,
      queryFn: async ({ signal }) => {
        const path = (status: HouseholdSituation | null) => withParameters("/households", { municipality, q, status, limit: SUGGESTIONS });
        const pages = await Promise.all((situations ?? [null]).map((status) => askApi<Page<HouseholdLine>>(path(status), signal)));
        return pages.flatMap(({ items }) => items);
      },
    }),

  filePath: (id: string) => `/households/${encodeURIComponent(id)}`,

  file: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "file", id] as const,
      queryFn: ({ signal }) => askApi<Household>(householdQueries.filePath(id), signal),
    }),

  /** As it stood in the list it was picked from, until its file is there; never asked for. */
  picked: (id: string) => queryOptions<HouseholdLine>({ queryKey: [...householdQueries.all(), "picked", id] as const, queryFn: skipToken }),

  stayClockPath: (id: string) => `/households/${encodeURIComponent(id)}/stay-clock`,

  stayClock: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "stay-clock", id] as const,
      queryFn: ({ signal }) => askApi<StayClock>(householdQueries.stayClockPath(id), signal),
    }),

  recognitions: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "recognitions", id] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Recognition>>(`/households/${encodeURIComponent(id)}/recognitions`, signal)).items,
    }),
};
