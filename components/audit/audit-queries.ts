import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { NETWORK_CHAIN } from "@/domain/audit";
import { askApi, withParameters } from "../http/api";
import type { AuditPage, Page } from "../http/api-types";
import { type AuditSearch, parametersOf } from "./audit-search";

const PAGE_SIZE = 50;
const COLLEAGUES = 200;
const SEALED_WITHIN = 6_000;

export type Colleague = { id: string; name: string; email: string };

export const auditQueries = {
  all: () => ["audit"] as const,

  listPath: (search: AuditSearch, cursor: string | null) => withParameters("/audit", { ...parametersOf(search), limit: PAGE_SIZE, cursor }),

  list: (search: AuditSearch) =>
    infiniteQueryOptions({
      queryKey: [...auditQueries.all(), "list", search] as const,
      queryFn: ({ pageParam, signal }) => askApi<AuditPage>(auditQueries.listPath(search, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
      // What was just written is sealed within seconds: then it shows.
      refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(({ position }) => position === null) ? SEALED_WITHIN : false),
    }),

  /** Whom the log may be filtered by. */
  colleagues: (chain: string) =>
    queryOptions({
      queryKey: [...auditQueries.all(), "colleagues", chain] as const,
      queryFn: async ({ signal }) => {
        const municipality = chain === NETWORK_CHAIN ? null : chain;
        return (await askApi<Page<Colleague>>(withParameters("/users", { municipality, limit: COLLEAGUES }), signal)).items;
      },
      staleTime: 60_000,
    }),
};
