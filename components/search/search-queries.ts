import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { FoundItem } from "./search-types";

/** Below this nearly everything is found. */
export const SHORTEST_SEARCH = 2;

export const searchQueries = {
  everything: ({ municipality, q }: { municipality: string; q: string }) =>
    queryOptions({
      queryKey: ["search", { municipality, q }] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: FoundItem[] }>(withParameters("/search", { municipality, q }), signal)).items,
      enabled: q.length >= SHORTEST_SEARCH,
      placeholderData: keepPreviousData,
      // Without a network it says so at once.
      networkMode: "always",
    }),
};
