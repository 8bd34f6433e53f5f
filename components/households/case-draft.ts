import { type ExitPath, type ExitPathKind, type Goal, goalState, hasLease } from "@/domain/cases";
import type { Day } from "@/domain/day";

/** A goal while it is written; `on` is the day it was reached or given up. */
export type GoalDraft = { key: string; text: string; aimedOn: Day | null; state: ReturnType<typeof goalState>; on: Day | null; reason: string };

export type PathDraft = { key: string; kind: ExitPathKind | null; startedOn: Day | null; expectedOn: Day | null; listName: string; rank: string; leaseSignedOn: Day | null; note: string };

let made = 0;
const newKey = () => `${++made}`;

export function emptyGoal(): GoalDraft {
  return { key: newKey(), text: "", aimedOn: null, state: "open", on: null, reason: "" };
}

export function emptyPath(): PathDraft {
  return { key: newKey(), kind: null, startedOn: null, expectedOn: null, listName: "", rank: "", leaseSignedOn: null, note: "" };
}

export function goalDraft(goal: Goal): GoalDraft {
  return { key: newKey(), text: goal.text, aimedOn: goal.aimedOn, state: goalState(goal), on: goal.reachedOn ?? goal.givenUp?.on ?? null, reason: goal.givenUp?.reason ?? "" };
}

export function pathDraft({ listName, rank, note, ...path }: ExitPath): PathDraft {
  return { ...path, key: newKey(), listName: listName ?? "", rank: rank === null ? "" : `${rank}`, note: note ?? "" };
}

/** The goal as it is sent; null while something is lacking. */
export function goalOf({ text, aimedOn, state, on, reason }: GoalDraft): Goal | null {
  const [what, why] = [text.trim(), reason.trim()];
  if (what === "" || aimedOn === null || (state !== "open" && on === null) || (state === "given_up" && why === "")) return null;
  return { text: what, aimedOn, reachedOn: state === "reached" ? on : null, givenUp: state === "given_up" && on !== null ? { on, reason: why } : null };
}

/** A whole number from 1 on, or nothing. */
export function isRank(rank: string): boolean {
  return rank.trim() === "" || (/^[1-9]\d{0,5}$/.test(rank.trim()));
}

/** The way out as it is sent, without what its kind does not have; null while something is lacking. */
export function pathOf({ kind, startedOn, expectedOn, listName, rank, leaseSignedOn, note }: PathDraft): ExitPath | null {
  const isOnList = kind === "social_housing";
  const lacksList = isOnList && rank.trim() !== "" && listName.trim() === "";
  if (kind === null || lacksList || (isOnList && !isRank(rank)) || (kind === "other" && note.trim() === "")) return null;
  return {
    kind, startedOn, expectedOn, listName: (isOnList && listName.trim()) || null, rank: isOnList && rank.trim() !== "" ? Number(rank) : null,
    leaseSignedOn: hasLease(kind) ? leaseSignedOn : null, note: note.trim() || null,
  };
}
