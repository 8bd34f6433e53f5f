import type { Block } from "./blocks";
import type { Check } from "./checks";
import type { Day, Period } from "./day";

/** What is in the way of a bed, as it is told: the record, its days, and the first day it lets the bed go. */
export type InTheWay = {
  bedId: string;
  kind: "stay" | "offer" | "closure" | "turnaround";
  id: string;
  placementId: string | null;
  from: Day;
  until: Day;
  blockedUntil: Day;
};

/** Every reason for a no, with the facts its sentence needs. */
export type Refusal =
  /** Of a placement, unless it says otherwise. */
  | { code: "wrong_state"; status: string; step: string; record?: "closure" | "extension" | "case" }
  | { code: "date_in_future"; date: Day; today: Day }
  | { code: "closed_before_opened"; date: Day; from: Day }
  | { code: "exit_before_arrival"; arrival: Day; exit: Day }
  | { code: "transfer_before_arrival"; date: Day; arrival: Day }
  | { code: "exit_before_today"; exit: Day; today: Day }
  | { code: "transferred_since"; on: Day }
  | { code: "new_placement_needed" }
  | { code: "no_transfer" }
  | { code: "nothing_to_correct" }
  | { code: "rule_not_for_place"; ruleId: string }
  | { code: "unit_too_small"; needed: number; beds: number }
  | { code: "household_incomplete"; missing: string[] }
  | { code: "not_a_member"; personIds: string[]; on: Day }
  | { code: "bed_not_in_unit"; bedIds: string[] }
  | { code: "person_already_placed"; personIds: string[]; placementId: string; from: Day; until: Day }
  | { code: "extension_not_needed"; latestExit: Day | null }
  | { code: "max_extensions_reached"; granted: number; maxExtensions: number; latestExit: Day }
  /** `clock`: what other placements used of it; `isForPlans`: more would take the nights of plans that follow. */
  | { code: "max_stay_exceeded"; latestExit: Day; ruleId: string; clock?: { usedNights: number; allowanceNights: number; resetsOn: Day | null }; isForPlans?: boolean }
  | { code: "not_eligible"; checks: Check[] }
  | { code: "extension_pending"; extensionId: string; exit: Day }
  | { code: "nobody_would_stay" }
  | { code: "unit_let_whole" }
  | { code: "nobody_of_that_name" }
  | { code: "already_there"; personIds: string[] }
  | { code: "bed_not_open"; bedIds: string[] }
  | { code: "bed_occupied"; blockedBy: InTheWay[] }
  | { code: "bed_taken"; blockedBy: InTheWay[] }
  | { code: "bed_in_use"; blockedBy: InTheWay[]; lastBlockedDay: Day }
  | { code: "name_taken"; name: string }
  | { code: "email_taken" }
  | { code: "last_administrator" }
  | { code: "password_too_short"; minimum: number }
  | { code: "password_too_long"; maximum: number }
  | { code: "password_is_email" }
  | { code: "password_known" }
  | { code: "wrong_password" }
  | { code: "reset_expired" };

/** Never empty; the first that applies comes first. */
export type Refusals = readonly [Refusal, ...Refusal[]];

/** A rule says no, whatever else there is. */
const RULES: readonly Refusal["code"][] = [
  "date_in_future", "closed_before_opened", "exit_before_arrival", "transfer_before_arrival", "exit_before_today", "transferred_since", "no_transfer", "new_placement_needed", "rule_not_for_place", "bed_not_in_unit", "not_a_member", "nobody_would_stay", "unit_let_whole",
  "wrong_password", "reset_expired", "password_too_short", "password_too_long", "password_is_email", "password_known",
  "unit_too_small", "household_incomplete", "person_already_placed", "extension_not_needed", "max_extensions_reached", "max_stay_exceeded", "not_eligible",
];

/** Something else stands in the way, and may go. */
const CONFLICTS: readonly Refusal["code"][] = ["nobody_of_that_name", "name_taken", "email_taken", "last_administrator", "extension_pending", "already_there", "nothing_to_correct", "bed_not_open", "bed_occupied", "bed_taken", "bed_in_use"];

/** The order in which refusals count (api.md, "Order of refusals"): the state, then the rules, last the conflicts. */
export const ORDER: readonly Refusal["code"][] = ["wrong_state", ...RULES, ...CONFLICTS];

/** True when the present state says no, false when a rule does. */
export function isConflict(code: Refusal["code"]): boolean {
  return !RULES.includes(code);
}

/** Puts refusals in order; null when there is none. */
export function inOrder(refusals: readonly Refusal[]): Refusals | null {
  const sorted = [...refusals].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
  const [first, ...others] = sorted;
  return first === undefined ? null : [first, ...others];
}

/** What several sides of one step are refused, each code once: what is in the way, or fails, of all of them. */
export function together(refusals: readonly Refusal[]): Refusal[] {
  const byCode = new Map<Refusal["code"], Refusal>();
  for (const refusal of refusals) {
    const before = byCode.get(refusal.code);
    byCode.set(refusal.code, before ? added(before, refusal) : refusal);
  }
  return [...byCode.values()];
}

function added(before: Refusal, refusal: Refusal): Refusal {
  if (before.code === "not_eligible" && refusal.code === "not_eligible") return { ...before, checks: [...before.checks, ...refusal.checks] };
  if (before.code === "bed_not_open" && refusal.code === "bed_not_open") return { ...before, bedIds: [...before.bedIds, ...refusal.bedIds] };
  if ("blockedBy" in before && "blockedBy" in refusal) return { ...before, blockedBy: [...before.blockedBy, ...refusal.blockedBy] };
  return before;
}

/** The refusal of people who have nights elsewhere; none without any. */
export function alreadyPlaced(elsewhere: readonly { personId: string; placementId: string; nights: Period }[]): Refusal[] {
  const [first] = elsewhere;
  if (!first) return [];
  const personIds = [...new Set(elsewhere.map(({ personId }) => personId))];
  return [{ code: "person_already_placed", personIds, placementId: first.placementId, from: first.nights.from, until: first.nights.until }];
}

/** Blocks as a refusal tells them: turnaround belongs to the stay before it, a spare bed to the stay that holds the unit. */
export function inTheWay(blocks: readonly Block[]): InTheWay[] {
  return blocks.map((block) => {
    const tail = blocks.find((other) => other.kind === "turnaround" && other.bedId === block.bedId && other.from === block.until && other.placementId === block.placementId);
    return {
      bedId: block.bedId,
      kind: block.kind === "spare" ? "stay" : block.kind,
      id: block.recordId,
      placementId: block.placementId,
      from: block.from,
      until: block.until,
      blockedUntil: block.kind === "stay" || block.kind === "spare" ? (tail?.until ?? block.until) : block.until,
    };
  });
}
