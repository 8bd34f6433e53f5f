"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { WORK_KINDS } from "@/domain/day-work";
import type { DayTask } from "./today-types";

/** Where the list of tasks begins on the page. */
export const TASKS_ANCHOR = "da-fare";

const parsers = {
  tasks: parseAsStringLiteral(["all", "mine"] as const).withDefault("all"),
  kind: parseAsStringLiteral(WORK_KINDS),
  facility: parseAsString,
};

/** Which tasks are shown, kept in the address. */
export function useTaskFilters(tasks: readonly DayTask[]) {
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace" });
  const fits = ({ kind, facilityId }: DayTask) => (filters.kind === null || kind === filters.kind) && (filters.facility === null || facilityId === filters.facility);
  const all = tasks.filter(fits);
  const mine = all.filter(({ isMine }) => isMine);
  return { filters, setFilters, all, mine, shown: filters.tasks === "mine" ? mine : all, isFiltered: filters.kind !== null || filters.facility !== null };
}
