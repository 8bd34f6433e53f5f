import { addDays, addMonths, type Day, earlierOf, laterOf, nightsBetween, type Period, weekday } from "@/domain/day";

/** Shares of the whole width in percent. Cut where the window ends: there is more of it on that side. */
export type Place = { left: number; width: number; isCutBefore: boolean; isCutAfter: boolean };

/** Where a period lies in the window; null where it is not seen. */
export function placeIn(window: Period, { from, until }: Period): Place | null {
  const [start, end] = [laterOf(from, window.from), earlierOf(until, window.until)];
  if (start >= end) return null;
  return { left: shareAt(window, start), width: shareAt(window, end) - shareAt(window, start), isCutBefore: from < window.from, isCutAfter: until > window.until };
}

/** Where a day begins; it may lie outside. */
export function shareAt(window: Period, day: Day): number {
  return (nightsBetween(window.from, day) / nightsBetween(window.from, window.until)) * 100;
}

/** The day at this share (0 to 1) of the width. */
export function dayAt(window: Period, share: number): Day {
  const days = nightsBetween(window.from, window.until);
  return addDays(window.from, Math.min(days - 1, Math.max(0, Math.floor(share * days))));
}

export function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

export function daysOf({ from, until }: Period): Day[] {
  return Array.from({ length: nightsBetween(from, until) }, (_, index) => addDays(from, index));
}

/** The window's months, each as far as it is seen. */
export function monthsOf({ from, until }: Period): Period[] {
  const months: Period[] = [];
  for (let first = from; first < until; ) {
    const next = earlierOf(addMonths(`${first.slice(0, 8)}01`, 1), until);
    months.push({ from: first, until: next });
    first = next;
  }
  return months;
}

/** Beyond this a day is too narrow for its number. */
const DAYS_NAMED = 60;

/** The columns that are named: the days, or where they are too many the weeks from Monday on. */
export function columnsOf(window: Period): Period[] {
  const days = daysOf(window);
  if (days.length <= DAYS_NAMED) return days.map((day) => ({ from: day, until: addDays(day, 1) }));
  const starts = days.filter((day, index) => index === 0 || weekday(day) === 1);
  return starts.map((start, index) => ({ from: start, until: starts[index + 1] ?? window.until }));
}

/**
 * One picture for the whole board instead of an element for each cell: weekends shaded, a line where a column ends. One week that is
 * repeated: with edges for each day of six months the text of it would be thirty times as long.
 */
export function gridPicture(window: Period): { backgroundImage: string } {
  const days = nightsBetween(window.from, window.until);
  const at = (day: number) => percent((day / days) * 100);
  const saturday = -((weekday(window.from) + 1) % 7);
  const [first, step] = days <= DAYS_NAMED ? [0, 1] : [-((weekday(window.from) + 6) % 7), 7];
  const weekends = `var(--canvas) ${at(saturday)} ${at(saturday + 2)}, transparent ${at(saturday + 2)} ${at(saturday + 7)}`;
  const edge = `calc(${at(first + step)} - 1px)`;
  const columns = `transparent ${at(first)} ${edge}, var(--line-soft) ${edge} ${at(first + step)}`;
  return { backgroundImage: [columns, weekends].map((stops) => `repeating-linear-gradient(to right, ${stops})`).join(", ") };
}

/** As styles write it. */
export function percent(share: number): string {
  return `${Number(share.toFixed(4))}%`;
}
