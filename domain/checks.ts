import type { Composition } from "./people";
import type { Day } from "./day";
import type { GenderPolicy, Letting } from "./housing";

/** What each check knows, for its sentence. */
export type CheckFacts = {
  size: { needed: number; beds: number };
  /** `freeUntil`: the last exit, with the same arrival, that the beds would be free for. */
  free_beds: { needed: number; free: number; freeAgainOn: Day | null; freeUntil: Day | null };
  opening: { needed: number; open: number };
  letting: { letting: Letting; spareBeds: number };
  /** `resetsOn`: the first arrival with which the stay clock would begin anew. */
  max_stay: { latestExit: Day | null; usedNights: number; resetsOn: Day | null };
  gender_policy: { policy: GenderPolicy; until: Day | null };
  minors: { nights: number };
  features: { missing: string[]; unwanted: string[] };
  lawful_residence: { personIds: string[]; isAssumed: boolean };
  household_size: { size: number; min: number | null; max: number | null };
  composition: { anyOf: Composition[]; is: Composition[] };
  gender: { anyOf: string[] };
  age: { min: number | null; max: number | null };
  citizenship: { anyOf: string[]; isAssumed: boolean };
  needs_accepted: { anyOf: string[] };
  going_on: Record<never, never>;
};
export type CheckCode = keyof CheckFacts;

/** The smallest change that would make a "no" a "yes". */
export type Remedy =
  | "bigger_unit" | "wait" | "later_arrival" | "whole_unit" | "other_unit" | "leave_earlier" | "shorter_stay" | "wait_for_clock"
  | "ask_fewer_features" | "document_needed" | "citizenship_needed" | "manager_override" | "new_placement";

export type Check = {
  [C in CheckCode]: { code: C; passed: boolean; facts: CheckFacts[C]; remedy: Remedy | null };
}[CheckCode];

/** A check that passed needs no remedy. */
export function check<C extends CheckCode>(code: C, passed: boolean, facts: CheckFacts[C], remedy: Remedy | null): Check {
  return { code, passed, facts, remedy: passed ? null : remedy } as Check;
}
