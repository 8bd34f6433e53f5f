"use client";

import { useQuery } from "@tanstack/react-query";
import { useToday } from "../session/me";
import { householdQueries } from "./household-queries";
import { countByAge, householdName, membersOn } from "./household-words";

type Brief = { id: string; code: string; name: string; adults: number; minors: number };

/** Name, code and size of a household, for where it is only pointed at: of its file, or until that is there as it stood in the list it was picked from. */
export function useHouseholdBrief(id: string | null): Brief | null {
  const today = useToday();
  const { data: household } = useQuery({ ...householdQueries.file(id ?? ""), enabled: id !== null });
  const { data: picked } = useQuery(householdQueries.picked(id ?? ""));
  if (id === null) return null;
  if (!household) return picked ? { id, code: picked.code, name: householdName(picked), adults: picked.adults, minors: picked.minors } : null;
  return { id, code: household.code, name: householdName(household), ...countByAge(membersOn(household, today), today) };
}
