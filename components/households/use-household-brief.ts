"use client";

import { useQuery } from "@tanstack/react-query";
import { useToday } from "../session/me";
import { householdQueries } from "./household-queries";
import { countByAge, householdName, membersOn } from "./household-words";

type Brief = { id: string; code: string; name: string; adults: number; minors: number };

/** Name, code and size of a household, for where it is only pointed at. */
export function useHouseholdBrief(id: string | null): Brief | null {
  const today = useToday();
  const { data: household } = useQuery({ ...householdQueries.file(id ?? ""), enabled: id !== null });
  if (!household || id === null) return null;
  return { id, code: household.code, name: householdName(household), ...countByAge(membersOn(household, today), today) };
}
