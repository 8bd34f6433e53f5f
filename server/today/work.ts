import "server-only";
import type { Db } from "@/db/client";
import type { DayPlacement } from "@/db/day-work";
import type { ExtensionRecord } from "@/db/extensions";
import { type FacilityRecord, findFacilities } from "@/db/facilities";
import { findTasks, type TaskRecord } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { daysUnconfirmed, isConcerned, isOwnFacility, isStale, peopleOf, stepsFor, WORK_KINDS, type WorkKind, type WorkStep } from "@/domain/day-work";
import { isOpenOn } from "@/domain/housing";
import { type Cause, causesOf, sameCause } from "@/domain/task-causes";
import { romeDay } from "../clock";
import { requireIn } from "../guard";
import { type Found, situationOf } from "../tasks/situation";

/** A line of the day's work; `version` is the stored task's, else that of the placement or facility it is about. */
export type TaskLine = {
  id: string; version: number; kind: WorkKind; stored: boolean; createdAt: string | null; doneAt: string | null;
  placementId: string | null; placementVersion: number | null; extensionId: string | null; householdId: string | null; householdCode: string | null; people: { adults: number; minors: number } | null;
  facilityId: string | null; facilityName: string | null; unitName: string | null; beds: string[];
  day: Day | null; exit: Day | null; within: number | null; days: number | null; latestExit: Day | null; steps: WorkStep[]; isMine: boolean;
};

/** All that is to be done today in a municipality, the most urgent first. */
export async function dayTasks(db: Db, municipality: string, today: Day): Promise<TaskLine[]> {
  requireIn(db, "task.read", municipality);
  const [found, facilities] = await Promise.all([situationOf(db, municipality, today), findFacilities(db, { municipality })]);
  return tasksAmong(db, municipality, { ...found, facilities }, today);
}

type Known = Found & { facilities: readonly FacilityRecord[] };

/**
 * What follows from stays, requests, permits and facilities at this moment. A task that is stored lends its id; one whose cause has gone since
 * the tasks were last looked through is no line any more, and one that somebody marked done neither.
 */
export async function tasksAmong(db: Db, municipality: string, known: Known, today: Day): Promise<TaskLine[]> {
  const causes = causesOf(known, today);
  const stored = await findTasks(db, municipality, causes.map(({ cause }) => cause));
  const byId = new Map(known.placements.map((placement) => [placement.id, placement]));
  const requests = new Map(known.requests.map((request) => [request.id, request]));
  const lines = [
    ...causes.flatMap((cause) => {
      const placement = byId.get(cause.placementId);
      const task = stored.find((each) => sameCause(cause, each));
      if (!placement || (task && task.doneBy !== null)) return [];
      return [causeLine(db, { cause, placement, task: task?.doneAt === null ? task : null, request: requests.get(cause.subjectId) ?? null }, today)];
    }),
    ...known.facilities.flatMap((facility) => facilityLine(db, facility, today)),
  ];
  return lines.sort((a, b) => urgency(a) - urgency(b) || compare(a.day, b.day) || (b.days ?? Infinity) - (a.days ?? Infinity) || compare(a.id, b.id));
}

function urgency({ kind }: TaskLine): number {
  return WORK_KINDS.indexOf(kind);
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

type Causing = { cause: Cause; placement: DayPlacement; task: TaskRecord | null; request: ExtensionRecord | null };

function causeLine(db: Db, { cause, placement, task, request }: Causing, today: Day): TaskLine {
  const isMine = isConcerned(db.actor, { ...placement, kind: cause.kind, askedBy: request?.askedBy ?? null });
  const steps = stepsFor(db.actor, cause.kind, placement).filter((step) => isPossible(step, { placement, task, isMine }));
  return {
    id: task?.id ?? cause.subjectId, version: task?.version ?? placement.version, kind: cause.kind, stored: task !== null, createdAt: task?.createdAt ?? null, doneAt: null,
    placementId: placement.id, placementVersion: placement.version, householdId: placement.householdId, householdCode: placement.householdCode,
    extensionId: request?.id ?? null, people: peopleOf(placement, today), facilityId: placement.facilityId, facilityName: placement.facilityName, unitName: placement.unitName,
    beds: cause.beds, day: cause.day, exit: placement.exit, latestExit: placement.latestExit, within: cause.within, days: null, steps,
    isMine,
  };
}

/** Only what is stored can be marked done, and only a stay with a limit be extended. */
function isPossible(step: WorkStep, { placement, task, isMine }: { placement: DayPlacement; task: TaskRecord | null; isMine: boolean }): boolean {
  if (step === "done") return task !== null;
  if (step === "extension") return placement.latestExit !== null;
  return step !== "decision" || isMine;
}

function facilityLine(db: Db, facility: FacilityRecord, today: Day): TaskLine[] {
  const days = daysOf(facility, today);
  if (!isOpenOn(facility, today) || !isStale(days)) return [];
  return [{
    id: facility.id, version: facility.version, kind: "unconfirmed", stored: false, createdAt: null, doneAt: null,
    placementId: null, placementVersion: null, householdId: null, householdCode: null, extensionId: null, people: null, facilityId: facility.id, facilityName: facility.name, unitName: null,
    beds: [], day: null, exit: null, latestExit: null, within: null, days, steps: stepsFor(db.actor, "unconfirmed", facility), isMine: isOwnFacility(db.actor, facility),
  }];
}

/** Days since the facility was confirmed; null: never. */
export function daysOf({ confirmedAt }: Pick<FacilityRecord, "confirmedAt">, today: Day): number | null {
  return daysUnconfirmed(confirmedAt === null ? null : romeDay(confirmedAt), today);
}
