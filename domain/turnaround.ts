import { addDays, type Day } from "./day";
import { isWorkingDay } from "./holidays";

/** Days a bed is blocked after an exit: calendar days, or working days. `{ days: 0 }` is none; absent is "look further". */
export type Turnaround = { days: number; working: boolean };

export const NO_TURNAROUND: Turnaround = { days: 0, working: false };

/** The one that counts: of the placement, else of the facility, else of the stay rule, else none. */
export function effectiveTurnaround(...inOrder: (Turnaround | null | undefined)[]): Turnaround {
  return inOrder.find((turnaround) => turnaround != null) ?? NO_TURNAROUND;
}

/**
 * The first free day after an exit. Calendar days: exit + n. Working days: the day after the n-th working day strictly after the
 * exit. `municipalHolidays` are the municipality's own.
 */
export function firstFreeDay(exit: Day, turnaround: Turnaround, municipalHolidays: ReadonlySet<Day>): Day {
  if (turnaround.days === 0) return exit;
  if (!turnaround.working) return addDays(exit, turnaround.days);

  let day = exit;
  for (let left = turnaround.days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, municipalHolidays)) left -= 1;
  }
  return addDays(day, 1);
}
