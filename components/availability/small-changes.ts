import { addDays, isDay, nightsBetween, type Day } from "@/domain/day";
import type { Check, Vacancy } from "../http/api-types";
import type { AskedFeature, AvailabilitySearch } from "./availability-search";
import { failedChecks } from "./order";
import type { SearchChange } from "./use-search";

/** A change of the search that would make units fit; without `change`, something to be done outside it, in the server's words. */
export type SmallChange =
  | { kind: "without"; features: AskedFeature[]; units: number; change: SearchChange }
  | { kind: "until"; day: Day; units: number; change: SearchChange }
  | { kind: "from"; day: Day; units: number; change: SearchChange }
  | { kind: "remedy"; text: string; units: number };

const SHOWN = 4;

/** Later than this is no small change. */
const SMALL_DELAY = 60;

/** What can be put right in the household's file. */
const ON_PAPER = ["document_needed", "citizenship_needed"];

/** Only units that one single reason excludes are one change away. */
export function smallChanges(items: Vacancy[], search: AvailabilitySearch): SmallChange[] {
  const found = new Map<string, SmallChange>();
  for (const item of items) {
    const [failed, ...others] = failedChecks(item);
    const change = failed && others.length === 0 ? changeFor(failed, search) : null;
    if (change === null) continue;
    const key = JSON.stringify({ ...change, units: 0 });
    found.set(key, { ...change, units: (found.get(key)?.units ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.units - a.units || dayOf(a).localeCompare(dayOf(b))).slice(0, SHOWN);
}

function changeFor({ code, facts = {}, remedy, remedyDetail }: Check, search: AvailabilitySearch): SmallChange | null {
  const missing = search.features.filter((feature) => (facts.missing as string[] | undefined)?.includes(feature));
  if (code === "features" && missing.length > 0) {
    const features = search.features.filter((feature) => !missing.includes(feature));
    return { kind: "without", features: missing, units: 0, change: { features } };
  }

  const limit = dayIn(facts.latestExit);
  if (code === "max_stay" && limit && limit > search.from) return { kind: "until", day: limit, units: 0, change: { until: limit } };

  const comingOfAge = dayIn(facts.until);
  if (code === "gender_policy" && comingOfAge && comingOfAge > search.from) return { kind: "until", day: comingOfAge, units: 0, change: { until: comingOfAge } };

  const from = dayIn(facts.freeAgainOn);
  if (code === "free_beds" && from && from > search.from && nightsBetween(search.from, from) <= SMALL_DELAY) {
    const until = addDays(from, nightsBetween(search.from, search.until));
    return { kind: "from", day: from, units: 0, change: { from, until } };
  }
  return remedyDetail && remedy && ON_PAPER.includes(remedy) ? { kind: "remedy", text: remedyDetail, units: 0 } : null;
}

function dayOf(change: SmallChange): string {
  return "day" in change ? change.day : "";
}

function dayIn(fact: unknown): Day | null {
  return typeof fact === "string" && isDay(fact) ? fact : null;
}
