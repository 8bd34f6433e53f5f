import "server-only";
import { type Day, isDay, nightsBetween } from "@/domain/day";

const ROME = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day in Rome on which the instant falls. */
export function romeDay(instant: string | Date): Day {
  return ROME.format(new Date(instant));
}

/**
 * Today in Europe/Rome: the only clock of stay dates. Tests and demonstrations may set it with POSTOLETTO_TODAY, only together
 * with POSTOLETTO_TEST=1 and the embedded database, or one on the tests' own server; sessions and expiries keep real time.
 */
export function today(): Day {
  const chosen = process.env.POSTOLETTO_TODAY;
  if (chosen && isDay(chosen) && isTest()) return chosen;
  return romeDay(new Date());
}

/**
 * How many days the clock of stay dates is ahead of the world's: 0 but for a day that was set. What is kept as an instant and read
 * beside those dates, such as when a facility was confirmed, is moved by it.
 */
export function daysAhead(): number {
  return nightsBetween(ROME.format(new Date()), today());
}

function isTest(): boolean {
  const { POSTOLETTO_TEST, POSTOLETTO_EMBEDDED, TEST_DATABASE_URL, DATABASE_URL } = process.env;
  if (POSTOLETTO_TEST !== "1") return false;
  return POSTOLETTO_EMBEDDED === "1" || (addressOf(TEST_DATABASE_URL) !== null && addressOf(TEST_DATABASE_URL) === addressOf(DATABASE_URL));
}

/** Host and port, null when nothing or no address is given. */
function addressOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || "5432"}`;
}
