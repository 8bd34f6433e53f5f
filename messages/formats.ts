import type { Day } from "@/domain/day";
import type { Locale } from "./locale";

/** The region whose way of writing dates and numbers goes with each language. */
export const REGION: Record<Locale, string> = { it: "it-IT", en: "en-GB" };

export type Formats = ReturnType<typeof formatsFor>;

function makeFormats(locale: Locale) {
  const region = REGION[locale];
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(region, { ...options, timeZone: "UTC" });
    return (day: Day) => format.format(Date.parse(`${day}T00:00:00Z`));
  };
  const time = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" });
  const dayOfInstant = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" });
  const conjunction = new Intl.ListFormat(region, { type: "conjunction" });
  const number = new Intl.NumberFormat(region);
  const points = new Intl.NumberFormat(region, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const percent = new Intl.NumberFormat(region, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

  return {
    /** 1 giugno 2027 */
    day: dayFormat({ day: "numeric", month: "long", year: "numeric" }),
    /** 1 giu 2027 */
    shortDay: dayFormat({ day: "numeric", month: "short", year: "numeric" }),
    /** 1 giu */
    shortDayMonth: dayFormat({ day: "numeric", month: "short" }),
    /** 1 giugno */
    dayMonth: dayFormat({ day: "numeric", month: "long" }),
    /** venerdì 20 novembre */
    weekday: dayFormat({ weekday: "long", day: "numeric", month: "long" }),
    /** 1 giu */
    dayAndMonth: dayFormat({ day: "numeric", month: "short" }),
    /** giu 27 */
    shortMonth: dayFormat({ month: "short", year: "2-digit" }),
    /** giugno 2027 */
    monthYear: dayFormat({ month: "long", year: "numeric" }),
    /** 8:10 */
    time: (instant: string) => time.format(Date.parse(instant)),
    /** The calendar day in Rome on which the instant falls. */
    dayOf: (instant: string): Day => dayOfInstant.format(Date.parse(instant)),
    list: (parts: string[]) => conjunction.format(parts),
    number: (value: number) => number.format(value),
    /** 84,6%; a dash where there is nothing to divide by. */
    percent: (share: number | null) => (share === null ? "–" : percent.format(share)),
    /** −12,3: how far two shares are apart, in percentage points. */
    points: (difference: number) => points.format(difference * 100).replace("-", "−"),
  };
}

const made = new Map<Locale, ReturnType<typeof makeFormats>>();

/** Dates, numbers and lists as the language writes them. */
export function formatsFor(locale: Locale) {
  const formats = made.get(locale) ?? makeFormats(locale);
  made.set(locale, formats);
  return formats;
}
