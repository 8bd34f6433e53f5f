import { mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { StayRule } from "@/domain/stay-rules";
import { askApi, tellApi, withParameters } from "../../http/api";
import type { Page } from "../../http/api-types";

export type Rule = StayRule & { offerHours: number | null; version: number };
export type NewRule = Omit<Rule, "id" | "version" | "validUntil">;
export type Impact = { items: { placementId: string; isBeyond: boolean }[] };

export const ruleQueries = {
  listPath: (municipality: string) => withParameters("/stay-rules", { municipality }),

  list: (municipality: string) =>
    queryOptions({
      queryKey: ["stay-rules", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Rule>>(ruleQueries.listPath(municipality), signal)).items,
    }),
};

export const ruleMutations = {
  preview: () => mutationOptions({ mutationFn: (body: NewRule) => tellApi<Impact>("POST", "/stay-rules/impact", { body }) }),

  add: (queries: QueryClient, municipality: string) =>
    mutationOptions({
      mutationFn: (body: NewRule) => tellApi<Rule>("POST", "/stay-rules", { body }),
      onSettled: () => queries.invalidateQueries({ queryKey: ruleQueries.list(municipality).queryKey }),
    }),
};
