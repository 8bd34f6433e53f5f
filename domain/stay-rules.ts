import type { Condition } from "./conditions";
import { addSpan, type Day, nightsBetween, type Span } from "./day";
import type { FacilityKind } from "./housing";
import type { Turnaround } from "./turnaround";

export const COUNTINGS = ["placement", "cumulative"] as const;
export const CLOCK_SCOPES = ["municipality", "network"] as const;

/** Maximum stay, extensions, turnaround and conditions of a municipality, or of a part of what it runs. Dated; never edited in place. */
export type StayRule = {
  id: string;
  municipality: string;
  kind: FacilityKind | null;
  facilityId: string | null;
  programmeId: string | null;
  validFrom: Day;
  /** The first day on which the next version applies. */
  validUntil: Day | null;
  /** Null: no limit. */
  maxStay: Span | null;
  counting: (typeof COUNTINGS)[number];
  clockScope: (typeof CLOCK_SCOPES)[number];
  clockGroup: string | null;
  resetAfterDays: number | null;
  maxExtensions: number;
  extensionLength: Span | null;
  turnaround: Turnaround | null;
  noticeDays: number[];
  conditions: Condition[];
};

/** Where a rule is looked up for. */
export type RulePlace = { facilityId: string; kind: FacilityKind; programmeId: string | null };

/** The most specific rule in force on the arrival day: facility > kind + programme > kind > programme > municipality; null without one. */
export function ruleInForce<R extends RuleScope>(rules: readonly R[], place: RulePlace, arrival: Day): R | null {
  const candidates = rules.filter((rule) => isInForce(rule, arrival) && covers(rule, place));
  return candidates.reduce<R | null>(
    (best, rule) => (best === null || specificity(rule) > specificity(best) ? rule : best),
    null,
  );
}

/** Every version of every rule that says something about this place, the most specific first and of each scope the latest first. */
export function rulesAbout<R extends RuleScope>(rules: readonly R[], place: RulePlace): R[] {
  const about = rules.filter((rule) => covers(rule, place));
  return about.sort((a, b) => specificity(b) - specificity(a) || (a.validFrom < b.validFrom ? 1 : -1));
}

type RuleScope = Pick<StayRule, "kind" | "facilityId" | "programmeId" | "validFrom" | "validUntil">;

function isInForce(rule: RuleScope, on: Day): boolean {
  return rule.validFrom <= on && (rule.validUntil === null || on < rule.validUntil);
}

function covers(rule: RuleScope, place: RulePlace): boolean {
  return (
    (rule.facilityId === null || rule.facilityId === place.facilityId) &&
    (rule.kind === null || rule.kind === place.kind) &&
    (rule.programmeId === null || rule.programmeId === place.programmeId)
  );
}

function specificity(rule: RuleScope): number {
  return (rule.facilityId ? 4 : 0) + (rule.kind ? 2 : 0) + (rule.programmeId ? 1 : 0);
}

/** The last day a placement that arrives on `arrival` may end on; null without a limit. Months are clamped to the month's end. */
export function latestExit(rule: Pick<StayRule, "maxStay"> | null, arrival: Day): Day | null {
  return rule?.maxStay ? addSpan(arrival, rule.maxStay) : null;
}

/** Nights spent after the latest exit; none without a limit. */
export function nightsOver(latestExit: Day | null, exit: Day): number {
  return latestExit === null ? 0 : Math.max(0, nightsBetween(latestExit, exit));
}

/**
 * How strictly a stay is held to the rules. Entering the past late must stay possible, but must not be a way around them: with
 * an arrival before today the conditions only warn; the maximum stay only warns when the exit is not in the future either.
 */
export function strictness(arrival: Day, exit: Day, today: Day): { conditions: "refuse" | "warn"; maxStay: "refuse" | "warn" } {
  const isBackEntry = arrival < today;
  return { conditions: isBackEntry ? "warn" : "refuse", maxStay: isBackEntry && exit <= today ? "warn" : "refuse" };
}
