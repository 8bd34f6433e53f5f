import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Grant } from "@/domain/actor";
import { askApi, tellApi, withParameters } from "../../http/api";
import type { Page } from "../../http/api-types";

export type User = { id: string; version: number; email: string; name: string; language: string; createdAt: string; disabledAt: string | null; grants: Grant[] };
export type ListedUser = User & { lastSignInAt: string | null };
export type UserSearch = { municipality: string; q: string; isNetwork: boolean };
export type NewUser = Grant & { email: string; name: string; language: "it" | "en"; password: string };

const PAGE_SIZE = 50;
const SUGGESTIONS = 10;

export const userQueries = {
  all: () => ["users"] as const,

  listPath: ({ municipality, q, isNetwork }: UserSearch, cursor: string | null) =>
    withParameters("/users", { ...(isNetwork ? { network: true } : { municipality }), q, limit: PAGE_SIZE, cursor }),

  list: (search: UserSearch) =>
    infiniteQueryOptions({
      queryKey: [...userQueries.all(), "list", search] as const,
      queryFn: ({ pageParam, signal }) => askApi<Page<ListedUser>>(userQueries.listPath(search, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),

  suggestions: (municipality: string, q: string) =>
    queryOptions({
      queryKey: [...userQueries.all(), "suggestions", municipality, q] as const,
      queryFn: async ({ signal }) => (await askApi<Page<ListedUser>>(withParameters("/users", { municipality, q, limit: SUGGESTIONS }), signal)).items,
      placeholderData: keepPreviousData,
    }),
};

function asksAgain(queries: QueryClient) {
  return () => queries.invalidateQueries({ queryKey: userQueries.all() });
}

type Chosen = Pick<User, "id" | "version">;

export const userMutations = {
  add: (queries: QueryClient) =>
    mutationOptions({ mutationFn: (body: NewUser) => tellApi<User>("POST", "/users", { body }), onSettled: asksAgain(queries) }),

  change: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, ...body }: Chosen & { name: string; grants: Grant[] }) => tellApi<User>("PATCH", `/users/${id}`, { body, version }),
      onSettled: asksAgain(queries),
    }),

  setPassword: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, password }: Chosen & { password: string }) => tellApi<User>("POST", `/users/${id}/password`, { body: { password }, version }),
      onSettled: asksAgain(queries),
    }),

  sendLink: () => mutationOptions({ mutationFn: (email: string) => tellApi<unknown>("POST", "/password-resets", { body: { email } }) }),

  shutOut: (queries: QueryClient) =>
    mutationOptions({ mutationFn: ({ id, version }: Chosen) => tellApi<User>("POST", `/users/${id}/disable`, { body: {}, version }), onSettled: asksAgain(queries) }),

  letIn: (queries: QueryClient) =>
    mutationOptions({ mutationFn: ({ id, version }: Chosen) => tellApi<User>("POST", `/users/${id}/enable`, { body: {}, version }), onSettled: asksAgain(queries) }),
};
