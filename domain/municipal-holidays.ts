import { addDays, type Day } from "./day";
import { easterSunday } from "./holidays";

/** A municipality's own holiday: the same date every year (`monthDay`), so many days after Easter, or one single day. */
export type MunicipalHoliday = { monthDay: string | null; daysAfterEaster: number | null; onDay: Day | null };

/** The days on which they fall in the years from `firstYear` to `lastYear`. */
export function daysOf(holidays: readonly MunicipalHoliday[], firstYear: number, lastYear: number): Set<Day> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return new Set(holidays.flatMap((holiday) => years.flatMap((year) => dayIn(holiday, year))));
}

function dayIn({ monthDay, daysAfterEaster, onDay }: MunicipalHoliday, year: number): Day[] {
  if (monthDay !== null) return [`${year}-${monthDay}`];
  if (daysAfterEaster !== null) return [addDays(easterSunday(year), daysAfterEaster)];
  return onDay === null ? [] : [onDay];
}
