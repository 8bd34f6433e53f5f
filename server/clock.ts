import "server-only";
import { type Day, isDay } from "@/domain/day";

const ROME = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome", year: "numeric", month: "2-digit", day: "2-digit" });

/**
 * Today in Europe/Rome: the only clock of stay dates. Tests and demonstrations may set it with POSTOLETTO_TODAY, only together
 * with POSTOLETTO_TEST=1 and the embedded database; sessions and expiries keep real time.
 */
export function today(): Day {
  const chosen = process.env.POSTOLETTO_TODAY;
  const isTest = process.env.POSTOLETTO_TEST === "1" && process.env.POSTOLETTO_EMBEDDED === "1";
  if (isTest && chosen && isDay(chosen)) return chosen;
  return ROME.format(new Date());
}
