"use client";

import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import type { FacilityFilters } from "./facility-filters";

const PARSERS = {
  name: parseAsString.withDefault(""),
  kind: parseAsString,
  organisation: parseAsString,
  withFree: parseAsBoolean.withDefault(false),
  unconfirmed: parseAsBoolean.withDefault(false),
  showClosed: parseAsBoolean.withDefault(false),
};
const URL_KEYS = { name: "q", kind: "tipo", organisation: "ente", withFree: "liberi", unconfirmed: "daConfermare", showClosed: "chiuse" };
const NONE: FacilityFilters = { name: "", kind: null, organisation: null, withFree: false, unconfirmed: false, showClosed: false };

/** The filters as they stand in the address; any change starts from the first page again. */
export function useFacilityFilters() {
  const [filters, setFilters] = useQueryStates(PARSERS, { urlKeys: URL_KEYS, history: "replace" });
  const [, setPage] = useQueryStates({ page: parseAsString });
  const change = (changed: Partial<FacilityFilters>) => {
    void setFilters(changed);
    void setPage({ page: null });
  };
  const isFiltered = JSON.stringify({ ...NONE, ...filters }) !== JSON.stringify(NONE);
  return { filters: filters as FacilityFilters, change, isFiltered, clear: () => change(NONE) };
}
