import { addDays, type Day } from "./day";
import type { Opening } from "./housing";

/** How a facility stands by its own dates: `opening` from a later day on, `closing` within the days in which that has to be known. */
export type OpeningState = "open" | "opening" | "closing" | "closed";

export const DAYS_OF_NOTICE = 60;

export function openingState({ opensOn, closesOn }: Opening, today: Day): OpeningState {
  if (closesOn !== null && closesOn <= today) return "closed";
  if (opensOn !== null && opensOn > today) return "opening";
  return closesOn !== null && closesOn <= addDays(today, DAYS_OF_NOTICE) ? "closing" : "open";
}
