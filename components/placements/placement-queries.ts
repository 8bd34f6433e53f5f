import { queryOptions } from "@tanstack/react-query";
import { householdQueries } from "../households/household-queries";
import { askApi } from "../http/api";
import type { Placement } from "../http/api-types";

export const placementQueries = {
  /** Asked anew with the files of households: every step of a placement changes both. */
  one: (id: string) =>
    queryOptions({
      queryKey: [...householdQueries.all(), "placement", id] as const,
      queryFn: ({ signal }) => askApi<Placement>(`/placements/${id}`, signal),
    }),
};
