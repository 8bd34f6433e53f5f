import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Facility, FacilityLine, Organisation, Page } from "../http/api-types";

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
