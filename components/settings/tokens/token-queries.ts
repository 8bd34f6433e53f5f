import { infiniteQueryOptions, mutationOptions, type QueryClient } from "@tanstack/react-query";
import { askApi, tellApi, withParameters } from "../../http/api";
import type { Page } from "../../http/api-types";

export type Token = { id: string; userId: string; userName: string; name: string; createdAt: string; expiresAt: string | null; revokedAt: string | null };
export type NewToken = { name: string; userId: string; expiresAt: string | null };

const PAGE_SIZE = 50;

export const tokenQueries = {
  all: () => ["tokens"] as const,

  listPath: (cursor: string | null) => withParameters("/tokens", { limit: PAGE_SIZE, cursor }),

  list: () =>
    infiniteQueryOptions({
      queryKey: [...tokenQueries.all(), "list"] as const,
      queryFn: ({ pageParam, signal }) => askApi<Page<Token>>(tokenQueries.listPath(pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
};

function asksAgain(queries: QueryClient) {
  return () => queries.invalidateQueries({ queryKey: tokenQueries.all() });
}

export const tokenMutations = {
  add: (queries: QueryClient) =>
    mutationOptions({ mutationFn: (body: NewToken) => tellApi<Token & { token: string }>("POST", "/tokens", { body }), onSettled: asksAgain(queries) }),

  revoke: (queries: QueryClient) => mutationOptions({ mutationFn: (id: string) => tellApi<Token>("DELETE", `/tokens/${id}`), onSettled: asksAgain(queries) }),
};
