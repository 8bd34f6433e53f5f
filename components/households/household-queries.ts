import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Household, HouseholdLine, Page } from "../http/api-types";

type ListSearch = { municipality: string; q: string };

const PAGE_SIZE = 50;
const SUGGESTIONS = 8;

export const householdQueries = {
  all: () => ["households"] as const,

  listPath: ({ municipality, q }: ListSearch, cursor: string | null) =>
    withParameters("/households", { municipality, q, limit: PAGE_SIZE, cursor }),

  list: (search: ListSearch) =>
    infiniteQueryOptions({
      queryKey: [...householdQueries.all(), "list", search] as const,
      queryFn: ({ pageParam, signal }) => askApi<Page<HouseholdLine>>(householdQueries.listPath(search, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),

  suggestions: ({ municipality, q }: ListSearch) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "suggestions", { municipality, q }] as const,
      queryFn: async ({ signal }) => {
        const page = await askApi<Page<HouseholdLine>>(withParameters("/households", { municipality, q, limit: SUGGESTIONS }), signal);
        return page.items;
      },
      placeholderData: keepPreviousData,
    }),

  filePath: (id: string) => `/households/${encodeURIComponent(id)}`,

  file: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "file", id] as const,
      queryFn: ({ signal }) => askApi<Household>(householdQueries.filePath(id), signal),
    }),
};
