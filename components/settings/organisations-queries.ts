import { mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Condition } from "@/domain/conditions";
import type { Day } from "@/domain/day";
import { facilityQueries } from "../facilities/facility-queries";
import { askApi, tellApi, withParameters } from "../http/api";
import type { Organisation, Page } from "../http/api-types";

export type Programme = { id: string; version: number; municipality: string; code: string; name: string; cup: string | null; from: Day | null; until: Day | null; conditions: Condition[] };
export type ProgrammeFields = Pick<Programme, "code" | "name" | "cup" | "from" | "until" | "conditions">;

const ALL_ON_ONE_PAGE = 200;

export const programmeQueries = {
  listPath: (municipality: string) => withParameters("/programmes", { municipality, limit: ALL_ON_ONE_PAGE }),

  list: (municipality: string) =>
    queryOptions({
      queryKey: ["programmes", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Programme>>(programmeQueries.listPath(municipality), signal)).items,
    }),
};

/** With an id it is changed in the version that was on the screen, without one it is new. */
type Kept = { id: string; version: number } | null;

export const organisationMutations = {
  save: (queries: QueryClient, municipality: string, kept: Kept) =>
    mutationOptions({
      mutationFn: (name: string) =>
        kept ? tellApi<Organisation>("PATCH", `/organisations/${kept.id}`, { body: { name }, version: kept.version }) : tellApi<Organisation>("POST", "/organisations", { body: { municipality, name } }),
      onSettled: () => queries.invalidateQueries({ queryKey: facilityQueries.organisations(municipality).queryKey }),
    }),
};

export const programmeMutations = {
  save: (queries: QueryClient, municipality: string, kept: Kept) =>
    mutationOptions({
      mutationFn: (fields: ProgrammeFields) =>
        kept ? tellApi<Programme>("PATCH", `/programmes/${kept.id}`, { body: fields, version: kept.version }) : tellApi<Programme>("POST", "/programmes", { body: { municipality, ...fields } }),
      onSettled: () => queries.invalidateQueries({ queryKey: programmeQueries.list(municipality).queryKey }),
    }),
};
