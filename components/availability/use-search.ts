"use client";

import { useQueryStates } from "nuqs";
import { useMunicipality, useToday } from "../session/me";
import { searchFrom, searchParsers, type AvailabilitySearch } from "./availability-search";

export type SearchChange = Partial<Omit<AvailabilitySearch, "municipality">>;

/** What is searched for, kept in the address. */
export function useSearch(): [AvailabilitySearch, (change: SearchChange) => void] {
  const municipality = useMunicipality().code;
  const today = useToday();
  const [typed, setTyped] = useQueryStates(searchParsers, { history: "replace" });
  return [searchFrom(typed, municipality, today), (change) => void setTyped(change)];
}
