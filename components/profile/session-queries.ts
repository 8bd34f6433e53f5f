import { mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import { askApi, tellApi } from "../http/api";

export type OpenSession = { id: string; createdAt: string; lastSeenAt: string; isCurrent: boolean };
export type OpenSessions = { items: OpenSession[] };

export const sessionQueries = {
  path: "/sessions",

  open: () =>
    queryOptions({
      queryKey: ["sessions"] as const,
      queryFn: ({ signal }) => askApi<OpenSessions>(sessionQueries.path, signal),
    }),
};

function asksAgain(queries: QueryClient) {
  return () => queries.invalidateQueries({ queryKey: sessionQueries.open().queryKey });
}

export const sessionMutations = {
  close: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (id: string) => tellApi<unknown>("DELETE", `${sessionQueries.path}/${id}`),
      onSettled: asksAgain(queries),
    }),

  closeOthers: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: () => tellApi<{ closed: number }>("DELETE", sessionQueries.path),
      onSettled: asksAgain(queries),
    }),

  changePassword: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (body: { currentPassword: string; password: string }) => tellApi<unknown>("POST", "/me/password", { body }),
      onSettled: asksAgain(queries),
    }),
};
