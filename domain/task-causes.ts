import { addDays, type Day } from "./day";
import { comingOfAgeIn, lackOf, type Work, type WorkKind, type WorkPlacement, workOf } from "./day-work";

/**
 * The renewal of a residence permit is asked for at least sixty days before it expires (d.lgs. 286/1998, art. 5, c. 4): from that day
 * on it is somebody's work.
 */
export const PERMIT_WITHIN_DAYS = 60;

export type CausePlacement = WorkPlacement & { id: string };
export type ExpiringPermit = { personId: string; placementId: string; expiresOn: Day };
export type WaitingRequest = { id: string; placementId: string; exit: Day };

/** What a task can follow from. */
export type Situation = { placements: readonly CausePlacement[]; permits: readonly ExpiringPermit[]; requests: readonly WaitingRequest[] };

export const TASK_KINDS = ["overdue", "needs_bed", "extension", "arrival", "departure", "ending", "permit", "of_age"] as const satisfies readonly Exclude<WorkKind, "unconfirmed">[];
export type TaskKind = (typeof TASK_KINDS)[number];

/** Why there is something to do. `cause` names it among those of its kind, so that it is one task however often it is looked at. */
export type Cause = { kind: TaskKind; cause: string; placementId: string; day: Day; within: number | null; beds: string[]; subjectId: string };

/** Everything there is to do, one cause each. A household whose plan lost its bed is named by the plan: losing it twice is one task. */
export function causesOf({ placements, permits, requests }: Situation, today: Day): Cause[] {
  return [
    ...placements.flatMap((placement) => worksOf(placement, today).map((work): Cause => ({ ...work, cause: nameOf(work, placement.id), placementId: placement.id, subjectId: placement.id }))),
    ...requests.map(({ id, placementId, exit }): Cause => ({ kind: "extension", cause: id, placementId, day: exit, within: null, beds: [], subjectId: id })),
    ...permits.filter(({ expiresOn }) => expiresOn <= addDays(today, PERMIT_WITHIN_DAYS)).map(({ personId, placementId, expiresOn }): Cause => (
      { kind: "permit", cause: `${personId} ${expiresOn}`, placementId, day: expiresOn, within: null, beds: [], subjectId: personId })),
    ...placements.flatMap((placement) => comingOfAgeIn(placement, today).map(({ personId, day, beds }): Cause => (
      { kind: "of_age", cause: `${personId} ${day}`, placementId: placement.id, day, within: null, beds, subjectId: personId }))),
  ];
}

/** One thing at a time, and beside it always a bed that is lacking: nobody else will look for it. */
function worksOf(placement: CausePlacement, today: Day): Work[] {
  const [work, lack] = [workOf(placement, today), lackOf(placement, today)];
  return [work, work?.kind === "needs_bed" ? null : lack].filter((each) => each !== null);
}

/** An exit that moves is another cause, and each step of the ladder is one of its own. */
function nameOf({ kind, day, within }: Work, placementId: string): string {
  if (kind === "needs_bed") return placementId;
  return [placementId, day, ...(within === null ? [] : [within])].join(" ");
}

export function sameCause(a: Pick<Cause, "kind" | "cause">, b: { kind: string; cause: string }): boolean {
  return a.kind === b.kind && a.cause === b.cause;
}
