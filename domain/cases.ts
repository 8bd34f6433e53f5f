import type { Day } from "./day";
import { DESTINATIONS } from "./placement";
import type { Refusal } from "./refusals";

/** How a case ends: where the household goes, or why the programme no longer follows it. */
export const CASE_OUTCOMES = [...DESTINATIONS, "other_programme", "withdrawn", "death"] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** By which way a household is to leave; several are tried at a time. */
export const EXIT_PATH_KINDS = ["rent_support", "social_housing", "private_rental", "family_or_friends", "other_service", "other"] as const;
export type ExitPathKind = (typeof EXIT_PATH_KINDS)[number];

/** Ways that end with a lease. */
const WITH_LEASE: readonly ExitPathKind[] = ["rent_support", "social_housing", "private_rental"];

/** Something the household and its social worker agreed on, with the day aimed at. */
export type Goal = { text: string; aimedOn: Day; reachedOn: Day | null; givenUp: { on: Day; reason: string } | null };

export type ExitPath = {
  kind: ExitPathKind;
  startedOn: Day | null;
  expectedOn: Day | null;
  /** The list of social housing the household stands on, and its place there. */
  listName: string | null;
  rank: number | null;
  leaseSignedOn: Day | null;
  note: string | null;
};

/** What is agreed in a case: its individual project, and the ways out. */
export type CaseAgreements = { goals: readonly Goal[]; exitPaths: readonly ExitPath[] };

export function hasLease(kind: ExitPathKind): boolean {
  return WITH_LEASE.includes(kind);
}

/** A goal is open, reached or given up. */
export function goalState({ reachedOn, givenUp }: Pick<Goal, "reachedOn" | "givenUp">): "open" | "reached" | "given_up" {
  if (reachedOn !== null) return "reached";
  return givenUp === null ? "open" : "given_up";
}

/** What contradicts itself in a goal; null when nothing does. */
export function goalFault({ reachedOn, givenUp }: Pick<Goal, "reachedOn" | "givenUp">): { field: "givenUp"; code: "reached_or_given_up" } | null {
  return reachedOn !== null && givenUp !== null ? { field: "givenUp", code: "reached_or_given_up" } : null;
}

export type ExitPathFault = { field: "listName" | "rank" | "leaseSignedOn" | "note"; code: "only_for_social_housing" | "list_name_needed" | "no_lease_here" | "note_needed" };

/** What does not belong to this kind of way out, or is lacking; null when all is well. */
export function exitPathFault({ kind, listName, rank, leaseSignedOn, note }: ExitPath): ExitPathFault | null {
  if (kind !== "social_housing" && listName !== null) return { field: "listName", code: "only_for_social_housing" };
  if (kind !== "social_housing" && rank !== null) return { field: "rank", code: "only_for_social_housing" };
  if (rank !== null && listName === null) return { field: "listName", code: "list_name_needed" };
  if (leaseSignedOn !== null && !hasLease(kind)) return { field: "leaseSignedOn", code: "no_lease_here" };
  return kind === "other" && !note ? { field: "note", code: "note_needed" } : null;
}

type CaseState = { from: Day; until: Day | null };

/** Why what was agreed cannot be changed so: a closed case stays as it is, and only what has happened is written down as reached, given up, begun or signed. */
export function agreementRefusals({ until }: CaseState, { goals = [], exitPaths = [] }: Partial<CaseAgreements>, today: Day): Refusal[] {
  const happened = [...goals.flatMap(({ reachedOn, givenUp }) => [reachedOn, givenUp?.on ?? null]), ...exitPaths.flatMap(({ startedOn, leaseSignedOn }) => [startedOn, leaseSignedOn])];
  const latest = happened.filter((day) => day !== null).toSorted().at(-1);
  return [...(until === null ? [] : [stateRefusal("closed", "change")]), ...(latest !== undefined && latest > today ? [{ code: "date_in_future" as const, date: latest, today }] : [])];
}

/** Why a case cannot be closed on this day. */
export function closureRefusals({ from, until }: CaseState, date: Day, today: Day): Refusal[] {
  return [
    ...(until === null ? [] : [stateRefusal("closed", "closure")]),
    ...(date > today ? [{ code: "date_in_future" as const, date, today }] : []),
    ...(date < from ? [{ code: "closed_before_opened" as const, date, from }] : []),
  ];
}

/** Why a case cannot be taken up again. */
export function reopeningRefusals({ until }: CaseState): Refusal[] {
  return until === null ? [stateRefusal("open", "reopening")] : [];
}

function stateRefusal(status: "open" | "closed", step: string): Refusal {
  return { code: "wrong_state", status, step, record: "case" };
}
