import { addDays, type Day, nightsBetween } from "@/domain/day";
import type { Vacancy } from "../http/api-types";
import { failedChecks } from "./failed-checks";

/** What keeps a unit from being free, as long as nothing but time does. */
const ONLY_TIME = ["free_beds", "opening"];

/** The first day from which a stay as long would fit, where nothing but the time is in the way; else null. */
export function freeLaterFrom(item: Vacancy): Day | null {
  if (item.fits !== false || item.freeFrom === undefined) return null;
  return failedChecks(item).every(({ code }) => ONLY_TIME.includes(code)) ? item.freeFrom : null;
}

/** As many nights, from another day on. */
export function nightsFrom(day: Day, { from, until }: { from: Day; until: Day }): { from: Day; until: Day } {
  return { from: day, until: addDays(day, nightsBetween(from, until)) };
}
