"use client";

import { useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { useMunicipality, useToday } from "../session/me";
import { searchFrom, searchParsers, type AvailabilitySearch } from "./availability-search";

export type SearchChange = Partial<AvailabilitySearch>;

/** What is searched for, kept in the address. A run of changes of the same field is one step back. */
export function useSearch(): [AvailabilitySearch, (change: SearchChange) => void] {
  const ownMunicipality = useMunicipality().code;
  const today = useToday();
  const [typed, setTyped] = useQueryStates(searchParsers, { history: "replace" });
  const lastChanged = useRef("");
  const search = searchFrom(typed, ownMunicipality, today);

  useEffect(() => {
    const forget = () => { lastChanged.current = ""; };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);

  function change(next: SearchChange) {
    const fields = Object.keys(next).sort().join(" ");
    const history = fields === lastChanged.current ? "replace" : "push";
    lastChanged.current = fields;
    // A colleague who opens the address tomorrow, or at home elsewhere, shall see the same.
    const { municipality, from, until } = search;
    void setTyped({ municipality, from, until, ...next }, { history });
  }
  return [search, change];
}
