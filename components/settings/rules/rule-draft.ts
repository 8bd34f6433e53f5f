import type { Condition } from "@/domain/conditions";
import type { Day, Span } from "@/domain/day";
import type { StayRule } from "@/domain/stay-rules";
import type { Turnaround } from "@/domain/turnaround";
import type { NewRule, Rule } from "./rule-queries";
import type { Scope } from "./scopes";

export type Unit = "none" | "months" | "weeks" | "days";

/** A length of time as it is typed; `none` keeps the number for when a unit is chosen again. */
export type TypedSpan = { unit: Unit; length: number };

/** How nights are counted, as it is typed: no name is no group. */
export type TypedCounting = Pick<StayRule, "counting" | "clockScope" | "resetAfterDays"> & { clockGroup: string };

/** A version as it is being written. */
export type RuleDraft = TypedCounting & { scope: Scope; validFrom: Day | null; maxStay: TypedSpan; maxExtensions: number; extensionLength: TypedSpan; turnaround: Turnaround | null; conditions: Condition[] };

const HALF_A_YEAR = 6;

export function draftOf(rule: Rule | null, scope: Scope, validFrom: Day): RuleDraft {
  return {
    scope, validFrom, maxStay: typed(rule?.maxStay ?? null), maxExtensions: rule?.maxExtensions ?? 0, extensionLength: typed(rule?.extensionLength ?? null),
    turnaround: rule?.turnaround ?? null, conditions: rule?.conditions ?? [],
    counting: rule?.counting ?? "placement", clockScope: rule?.clockScope ?? "municipality", clockGroup: rule?.clockGroup ?? "", resetAfterDays: rule?.resetAfterDays ?? null,
  };
}

function typed(span: Span | null): TypedSpan {
  const [unit, length] = (span === null ? ["none", HALF_A_YEAR] : Object.entries(span)[0]) as [Unit, number];
  return { unit, length };
}

const spanOf = ({ unit, length }: TypedSpan) => (unit === "none" ? null : ({ [unit]: length } as Span));

/** What the service is told. What the form does not ask for stays as it is in the version before. */
export function newRuleOf({ scope, validFrom, maxStay, maxExtensions, extensionLength, turnaround, conditions, counting, clockScope, clockGroup, resetAfterDays }: RuleDraft & { validFrom: Day }, municipality: string, before: Rule | null): NewRule {
  return {
    ...scope, municipality, validFrom, maxStay: spanOf(maxStay), maxExtensions, extensionLength: maxExtensions === 0 ? null : spanOf(extensionLength), turnaround, conditions,
    counting, clockScope, clockGroup: clockGroup.trim() || null, resetAfterDays,
    noticeDays: before?.noticeDays ?? [60, 30, 15, 7], offerHours: before?.offerHours ?? null,
  };
}
