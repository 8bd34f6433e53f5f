import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Availability } from "../http/api-types";
import { nightsOf, parametersOf, type AvailabilitySearch } from "./availability-search";

export const availabilityQueries = {
  all: () => ["availability"] as const,

  path: (search: AvailabilitySearch) => withParameters("/availability", parametersOf(search)),

  search: (search: AvailabilitySearch) =>
    queryOptions({
      queryKey: [...availabilityQueries.all(), search] as const,
      queryFn: ({ signal }) => askApi<Availability>(availabilityQueries.path(search), signal),
      enabled: nightsOf(search) > 0,
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
};
