import { parseDate, type CalendarDate } from "@internationalized/date";

/** A calendar day `YYYY-MM-DD` as the date fields hold it. */
export function toCalendarDate(day: string | null | undefined): CalendarDate | null {
  return day ? parseDate(day) : null;
}
