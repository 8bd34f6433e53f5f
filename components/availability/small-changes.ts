import { isDay, nightsBetween, type Day } from "@/domain/day";
import type { FacilityKind } from "@/domain/housing";
import type { Check, Vacancy } from "../http/api-types";
import type { AskedFeature, AvailabilitySearch } from "./availability-search";
import { failedChecks } from "./failed-checks";
import { freeLaterFrom, nightsFrom } from "./later";
import type { SearchChange } from "./use-search";

/** A change of the search that would make units fit; without `change`, something to be done outside it, in the server's words. */
export type SmallChange =
  | { kind: "without"; features: AskedFeature[]; units: number; change: SearchChange }
  | { kind: "until"; day: Day; units: number; change: SearchChange }
  | { kind: "from"; day: Day; units: number; change: SearchChange }
  | { kind: "ofKind"; facilityKind: FacilityKind; units: number; change: SearchChange }
  | { kind: "remedy"; text: string; units: number };

const SHOWN = 4;

/** Later than this is no small change. */
const SMALL_DELAY = 60;

/** What can be put right in the household's file. */
const ON_PAPER = ["document_needed", "citizenship_needed"];

/** Only units that one single reason excludes are one change away; those of another kind fit as they are. */
export function smallChanges(items: Vacancy[], ofAllKinds: Vacancy[], search: AvailabilitySearch): SmallChange[] {
  const found = new Map<string, SmallChange>();
  const all = [...items.flatMap((item) => changeFor(item, search) ?? []), ...ofAllKinds.flatMap((item) => otherKind(item, search) ?? [])];
  for (const change of all) {
    const key = JSON.stringify({ ...change, units: 0 });
    found.set(key, { ...change, units: (found.get(key)?.units ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.units - a.units || dayOf(a).localeCompare(dayOf(b))).slice(0, SHOWN);
}

function changeFor(item: Vacancy, search: AvailabilitySearch): SmallChange | null {
  if (item.fits !== false) return null;
  const from = freeLaterFrom(item);
  if (from !== null) return nightsBetween(search.from, from) <= SMALL_DELAY ? { kind: "from", day: from, units: 0, change: nightsFrom(from, search) } : shorterFor(item, search);

  const [failed, ...others] = failedChecks(item);
  if (failed === undefined || others.length > 0) return null;
  return withoutFor(failed, search) ?? shorterFor(item, search) ?? onPaper(failed);
}

function withoutFor({ code, facts = {} }: Check, search: AvailabilitySearch): SmallChange | null {
  const missing = search.features.filter((feature) => (facts.missing as string[] | undefined)?.includes(feature));
  if (code !== "features" || missing.length === 0) return null;
  return { kind: "without", features: missing, units: 0, change: { features: search.features.filter((feature) => !missing.includes(feature)) } };
}

/** What tells the last exit that would do, by check. */
const LAST_EXIT: Record<string, string> = { max_stay: "latestExit", gender_policy: "until", free_beds: "freeUntil" };

function shorterFor(item: Vacancy, search: AvailabilitySearch): SmallChange | null {
  const [failed, ...others] = failedChecks(item);
  const day = failed && others.length === 0 ? dayIn(failed.facts?.[LAST_EXIT[failed.code] ?? ""]) : null;
  if (failed === undefined || day === null || day <= search.from) return null;
  // A rule's limit is worth knowing; less than half of the nights before somebody else comes helps nobody.
  if (failed.code === "free_beds" && nightsBetween(search.from, day) * 2 < nightsBetween(search.from, search.until)) return null;
  return { kind: "until", day, units: 0, change: { until: day } };
}

function onPaper({ remedy, remedyDetail }: Check): SmallChange | null {
  return remedyDetail && remedy && ON_PAPER.includes(remedy) ? { kind: "remedy", text: remedyDetail, units: 0 } : null;
}

function otherKind(item: Vacancy, search: AvailabilitySearch): SmallChange | null {
  if (search.kind === null || item.fits === false || item.kind === search.kind) return null;
  return { kind: "ofKind", facilityKind: item.kind, units: 0, change: { kind: item.kind } };
}

function dayOf(change: SmallChange): string {
  return "day" in change ? change.day : "";
}

function dayIn(fact: unknown): Day | null {
  return typeof fact === "string" && isDay(fact) ? fact : null;
}
