import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { CaseOutcome, ExitPath, Goal } from "@/domain/cases";
import { tellApi } from "../http/api";
import type { HouseholdCase } from "../http/api-types";
import { householdQueries } from "./household-queries";

export type Agreed = { socialWorkerId?: string | null; goals?: Goal[]; exitPaths?: ExitPath[] };

type Step<Body> = { id: string; version: number; body: Body };

const forgetting = (queries: QueryClient) => () => queries.invalidateQueries({ queryKey: householdQueries.all() });

export const caseMutations = {
  agree: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: Step<Agreed>) => tellApi<HouseholdCase>("PATCH", `/cases/${id}`, { body, version }),
      onSettled: forgetting(queries),
    }),

  close: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version, body }: Step<{ date: string; outcome: CaseOutcome; note: string | null }>) => tellApi<HouseholdCase>("POST", `/cases/${id}/closure`, { body, version }),
      onSettled: forgetting(queries),
    }),

  reopen: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ id, version }: Pick<HouseholdCase, "id" | "version">) => tellApi<HouseholdCase>("POST", `/cases/${id}/reopening`, { version }),
      onSettled: forgetting(queries),
    }),
};
