import type { Condition } from "@/domain/conditions";
import type { Day, Span } from "@/domain/day";
import type { Turnaround } from "@/domain/turnaround";
import type { NewRule, Rule } from "./rule-queries";
import type { Scope } from "./scopes";

export type Unit = "none" | "months" | "weeks" | "days";

/** A version as it is being written. */
export type RuleDraft = { scope: Scope; validFrom: Day | null; unit: Unit; length: number; turnaround: Turnaround | null; conditions: Condition[] };

const HALF_A_YEAR = 6;

export function draftOf(rule: Rule | null, scope: Scope, validFrom: Day): RuleDraft {
  const span = rule?.maxStay ?? null;
  const [unit, length] = (span === null ? ["none", HALF_A_YEAR] : Object.entries(span)[0]) as [Unit, number];
  return { scope, validFrom, unit, length, turnaround: rule?.turnaround ?? null, conditions: rule?.conditions ?? [] };
}

/** What the service is told. What the form does not ask for stays as it is in the version before. */
export function newRuleOf({ scope, validFrom, unit, length, turnaround, conditions }: RuleDraft & { validFrom: Day }, municipality: string, before: Rule | null): NewRule {
  return {
    ...scope, municipality, validFrom, maxStay: unit === "none" ? null : ({ [unit]: length } as Span), turnaround, conditions,
    counting: "placement", clockScope: before?.clockScope ?? "municipality", clockGroup: before?.clockGroup ?? null, resetAfterDays: before?.resetAfterDays ?? null,
    maxExtensions: before?.maxExtensions ?? 0, extensionLength: before?.extensionLength ?? null, noticeDays: before?.noticeDays ?? [60, 30, 15, 7], offerHours: before?.offerHours ?? null,
  };
}
