import type { Day } from "@/domain/day";
import type { FacilityKind } from "@/domain/housing";
import type { Rule } from "./rule-queries";

/** What a rule is for; all of it null: the whole municipality. */
export type Scope = { kind: FacilityKind | null; facilityId: string | null; programmeId: string | null };

export function isSameScope(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && one.facilityId === other.facilityId && one.programmeId === other.programmeId;
}

/** The versions of one scope, newest first, and how each stands on a day. */
export type RuleLine = { key: string; scope: Scope; versions: Rule[]; current: Rule | null };

export type Standing = "inForce" | "future" | "over";

export function standingOf({ validFrom, validUntil }: Pick<Rule, "validFrom" | "validUntil">, today: Day): Standing {
  if (validFrom > today) return "future";
  return validUntil === null || today < validUntil ? "inForce" : "over";
}

/** Rules by what they are for: the most specific first, as they are looked for. Versions that never applied a day are left out. */
export function ruleLines(rules: readonly Rule[], today: Day): RuleLine[] {
  const lines = new Map<string, RuleLine>();
  for (const rule of rules.filter(({ validFrom, validUntil }) => validUntil === null || validUntil > validFrom)) {
    const { kind, facilityId, programmeId } = rule;
    const key = [facilityId, kind, programmeId].join("|");
    const line = lines.get(key) ?? { key, scope: { kind, facilityId, programmeId }, versions: [], current: null };
    lines.set(key, { ...line, versions: [...line.versions, rule], current: standingOf(rule, today) === "inForce" ? rule : line.current });
  }
  const weight = ({ scope }: RuleLine) => (scope.facilityId ? 4 : 0) + (scope.kind ? 2 : 0) + (scope.programmeId ? 1 : 0);
  return [...lines.values()].toSorted((a, b) => weight(b) - weight(a) || a.key.localeCompare(b.key));
}
