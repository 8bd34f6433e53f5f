import type { Day } from "@/domain/day";

/** A calendar day in words of the language, `20 novembre 2026`. UTC on both sides: a day has no time zone. */
export function dayIn(locale: "it" | "en", day: Day): string {
  const format = new Intl.DateTimeFormat(locale === "it" ? "it-IT" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
