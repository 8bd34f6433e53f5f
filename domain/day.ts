/** A calendar day in Europe/Rome, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** The nights from `from` up to, not including, `until`. */
export type Period = { from: Day; until: Day };

/** A length of time as a rule states it. Months are calendar months. */
export type Span = { months: number } | { weeks: number } | { days: number };

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for an existing day of the Gregorian calendar from 1900 to 2199; `2027-02-29` is none. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text) || text < "1900-01-01" || text > "2199-12-31") return false;
  return dayOf(serial(text)) === text;
}

function parts(day: Day): { year: number; month: number; date: number } {
  if (!DAY_PATTERN.test(day)) throw new RangeError(`not a day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
}

/** Days since 1970-01-01, by the proleptic Gregorian calendar (Howard Hinnant, chrono-compatible date algorithms). */
function serialOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days of some years are asked about again and again, by the thousand in one search. */
const KNOWN_AT_MOST = 4_000;
const knownSerials = new Map<Day, number>();
const knownDays = new Map<number, Day>();

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(key, value);
  return value;
}

function serial(day: Day): number {
  const known = knownSerials.get(day);
  if (known !== undefined) return known;
  const { year, month, date } = parts(day);
  return remember(knownSerials, day, serialOf(year, month, date));
}

function dayOf(serialDay: number): Day {
  return knownDays.get(serialDay) ?? remember(knownDays, serialDay, calendarDayOf(serialDay));
}

function calendarDayOf(serialDay: number): Day {
  const z = serialDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

function written(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The day `days` after (or, negative, before) `day`. */
export function addDays(day: Day, days: number): Day {
  return dayOf(serial(day) + days);
}

/** Calendar months, clamped to the month's end: 31 August 2027 + 6 months = 29 February 2028. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = parts(day);
  const monthsFromZero = year * 12 + month - 1 + months;
  const firstOf = (count: number) => serialOf(Math.floor(count / 12), (count % 12) + 1, 1);
  const first = firstOf(monthsFromZero);
  return dayOf(first + Math.min(date, firstOf(monthsFromZero + 1) - first) - 1);
}

export function addSpan(day: Day, span: Span): Day {
  if ("months" in span) return addMonths(day, span.months);
  return addDays(day, "weeks" in span ? span.weeks * 7 : span.days);
}

/** Nights from `from` to `until`; negative when `until` lies before. */
export function nightsBetween(from: Day, until: Day): number {
  return serial(until) - serial(from);
}

/** True when both periods have a night in common. An empty period overlaps nothing. */
export function overlaps(a: Period, b: Period): boolean {
  return laterOf(a.from, b.from) < earlierOf(a.until, b.until);
}

/** Nights both periods have in common. */
export function nightsInCommon(a: Period, b: Period): number {
  return overlaps(a, b) ? nightsBetween(laterOf(a.from, b.from), earlierOf(a.until, b.until)) : 0;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Completed years on `day`. Born on 29 February: a year older on 1 March of common years (art. 2963 c.c. counts the day itself as absent). */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The first day on which a person born on `birthDate` is 18. */
export function comingOfAge(birthDate: Day): Day {
  const year = Number(birthDate.slice(0, 4)) + 18;
  const birthday = `${year}${birthDate.slice(4)}`;
  return isDay(birthday) ? birthday : `${year}-03-01`;
}

/** 0 Sunday ... 6 Saturday. */
export function weekday(day: Day): number {
  return (((serial(day) + 4) % 7) + 7) % 7;
}
