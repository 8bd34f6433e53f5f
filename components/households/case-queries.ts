import { queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Page } from "../http/api-types";
import type { CaseWorker, Programme } from "./household-types";

const MOST = 200;

export const caseQueries = {
  programmes: (municipality: string) =>
    queryOptions({
      queryKey: ["programmes", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Programme>>(withParameters("/programmes", { municipality, limit: MOST }), signal)).items,
    }),

  workers: (municipality: string) =>
    queryOptions({
      queryKey: ["case-workers", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<Page<CaseWorker>>(withParameters("/case-workers", { municipality }), signal)).items,
    }),
};
