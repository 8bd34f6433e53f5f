import { addDays, type Day, weekday } from "./day";

/**
 * National public holidays of Italy: law 260/1949 and its amendments; 4 October (San Francesco) is one again from 2026
 * (law 151/2025). A municipality's own holidays are data and come in beside these.
 */
export function isPublicHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const monthDay = day.slice(5);
  if (FIXED.has(monthDay)) return true;
  if (monthDay === "10-04" && year >= 2026) return true;
  return day === addDays(easterSunday(year), 1) || day === easterSunday(year);
}

const FIXED = new Set([
  "01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26",
]);

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Monday to Friday, not a public holiday, not one of the municipality's own. */
export function isWorkingDay(day: Day, ownHolidays: ReadonlySet<Day>): boolean {
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !isPublicHoliday(day) && !ownHolidays.has(day);
}
