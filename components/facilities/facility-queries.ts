import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Closure, Facility, FacilityLine, Organisation, Page } from "../http/api-types";
import type { InTheWay, InTheWayAsked, Programme, StayRuleVersion } from "./facility-answers";

const ALL_ON_ONE_PAGE = 200;

export const facilityQueries = {
  all: () => ["facilities"] as const,

  listPath: (municipality: string) => withParameters("/facilities", { municipality, limit: ALL_ON_ONE_PAGE }),

  list: (municipality: string) =>
    queryOptions({
      queryKey: [...facilityQueries.all(), "list", municipality] as const,
      queryFn: ({ signal }) => askApi<Page<FacilityLine>>(facilityQueries.listPath(municipality), signal),
      placeholderData: keepPreviousData,
    }),

  pagePath: (id: string) => `/facilities/${encodeURIComponent(id)}`,

  page: (id: string) =>
    queryOptions({
      queryKey: [...facilityQueries.all(), "page", id] as const,
      queryFn: ({ signal }) => askApi<Facility>(facilityQueries.pagePath(id), signal),
    }),

  closures: (id: string) =>
    queryOptions({
      queryKey: [...facilityQueries.all(), "closures", id] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Closure>>(withParameters(`/facilities/${id}/closures`, { limit: ALL_ON_ONE_PAGE }), signal)).items,
    }),

  inTheWay: ({ facilityId, ...asked }: InTheWayAsked) =>
    queryOptions({
      queryKey: [...facilityQueries.all(), "in-the-way", facilityId, asked] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: InTheWay[] }>(withParameters(`/facilities/${facilityId}/in-the-way`, asked), signal)).items,
    }),

  rulesPath: (municipality: string) => withParameters("/stay-rules", { municipality }),

  rules: (municipality: string) =>
    queryOptions({
      queryKey: [...facilityQueries.all(), "rules", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<{ items: StayRuleVersion[] }>(facilityQueries.rulesPath(municipality), signal)).items,
    }),

  programmesPath: (municipality: string) => withParameters("/programmes", { municipality, limit: ALL_ON_ONE_PAGE }),

  programmes: (municipality: string) =>
    queryOptions({
      queryKey: ["programmes", municipality] as const,
      queryFn: async ({ signal }) => (await askApi<Page<Programme>>(facilityQueries.programmesPath(municipality), signal)).items,
    }),

  organisationsPath: (municipality: string) => withParameters("/organisations", { municipality, limit: ALL_ON_ONE_PAGE }),

  organisations: (municipality: string) =>
    queryOptions({
      queryKey: ["organisations", municipality] as const,
      queryFn: async ({ signal }) => {
        const page = await askApi<Page<Organisation>>(facilityQueries.organisationsPath(municipality), signal);
        return page.items;
      },
    }),
};
