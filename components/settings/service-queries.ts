import { mutationOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import { askApi, tellApi } from "../http/api";

export type ServiceSettings = { version: number; serviceName: string | null; accessibilityEmail: string | null; contactName: string | null; contactPhone: string | null };
export type ServiceFields = Omit<ServiceSettings, "version">;

export const serviceQueries = {
  path: "/settings",

  settings: () => queryOptions({ queryKey: ["settings"] as const, queryFn: ({ signal }) => askApi<ServiceSettings>(serviceQueries.path, signal) }),
};

export const serviceMutations = {
  save: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: ({ version, ...body }: ServiceSettings) => tellApi<ServiceSettings>("PATCH", serviceQueries.path, { body, version }),
      onSettled: () => queries.invalidateQueries({ queryKey: serviceQueries.settings().queryKey }),
    }),
};
