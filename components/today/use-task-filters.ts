"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { addDays } from "@/domain/day";
import { WORK_KINDS } from "@/domain/day-work";
import { useToday } from "../session/me";
import type { DayTask } from "./today-types";

/** Where the list of tasks begins on the page. */
export const TASKS_ANCHOR = "da-fare";

const parsers = {
  tasks: parseAsStringLiteral(["all", "mine"] as const).withDefault("all"),
  kind: parseAsStringLiteral(WORK_KINDS),
  facility: parseAsString,
  days: parseAsInteger,
};

/** Which tasks are shown, kept in the address. */
export function useTaskFilters(tasks: readonly DayTask[]) {
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace" });
  const last = addDays(useToday(), filters.days ?? 0);
  const fits = ({ kind, facilityId, day }: DayTask) => (filters.days === null || (day !== null && day <= last)) && (filters.kind === null || kind === filters.kind) && (filters.facility === null || facilityId === filters.facility);
  const all = tasks.filter(fits);
  const mine = all.filter(({ isMine }) => isMine);
  return { filters, setFilters, all, mine, shown: filters.tasks === "mine" ? mine : all, isFiltered: filters.kind !== null || filters.facility !== null || filters.days !== null };
}
