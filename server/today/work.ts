import "server-only";
import type { Db } from "@/db/client";
import { type DayPlacement, findDayPlacements } from "@/db/day-work";
import { type FacilityRecord, findFacilities } from "@/db/facilities";
import { findOpenTasks, type TaskRecord } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { daysUnconfirmed, isOwnFacility, isStale, peopleOf, stepsFor, WORK_KINDS, type WorkKind, workOf, type WorkStep } from "@/domain/day-work";
import { isOpenOn } from "@/domain/housing";
import { romeDay } from "../clock";
import { requireIn } from "../guard";

/** A line of the day's work; `version` is that of the record its steps change. */
export type TaskLine = {
  id: string; version: number; kind: WorkKind | (string & {}); stored: boolean; createdAt: string | null; doneAt: string | null;
  placementId: string | null; householdId: string | null; householdCode: string | null; people: { adults: number; minors: number } | null;
  facilityId: string | null; facilityName: string | null; unitName: string | null; beds: string[];
  day: Day | null; exit: Day | null; within: number | null; days: number | null; latestExit: Day | null; steps: WorkStep[]; isMine: boolean;
};

const MOST_STORED = 1_000;

/** All that is to be done today in a municipality, the most urgent first: what is stored, and what follows from stays and facilities. */
export async function dayTasks(db: Db, municipality: string, today: Day): Promise<TaskLine[]> {
  requireIn(db, "task.read", municipality);
  const [placements, facilities, stored] = await Promise.all([
    findDayPlacements(db, municipality, today), findFacilities(db, { municipality }), findOpenTasks(db, municipality, { after: null, limit: MOST_STORED }),
  ]);
  return tasksAmong(db, { placements, facilities, stored }, today);
}

type Known = { placements: readonly DayPlacement[]; facilities: readonly FacilityRecord[]; stored: readonly TaskRecord[] };

export function tasksAmong(db: Db, { placements, facilities, stored }: Known, today: Day): TaskLine[] {
  const byId = new Map(placements.map((placement) => [placement.id, placement]));
  const lines = [
    ...stored.map((task) => storedLine(db, task, byId.get(task.placementId ?? ""), today)),
    ...placements.flatMap((placement) => derivedLine(db, placement, today)),
    ...facilities.flatMap((facility) => facilityLine(db, facility, today)),
  ];
  return lines.sort((a, b) => urgency(a) - urgency(b) || compare(a.day, b.day) || (b.days ?? Infinity) - (a.days ?? Infinity) || compare(a.id, b.id));
}

function urgency({ kind }: TaskLine): number {
  const place = (WORK_KINDS as readonly string[]).indexOf(kind);
  return place < 0 ? WORK_KINDS.length : place;
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

const NOTHING = { within: null, days: null, latestExit: null, day: null, exit: null, unitName: null, beds: [], people: null, householdCode: null, createdAt: null, doneAt: null };

/** A bed that is lacking is stored as a task: its line comes from there. */
function derivedLine(db: Db, placement: DayPlacement, today: Day): TaskLine[] {
  const work = workOf(placement, today);
  if (work === null || work.kind === "needs_bed") return [];
  return [{
    ...NOTHING, ...aboutPlacement(db, placement, work.kind, today), id: placement.id, version: placement.version, kind: work.kind, stored: false,
    day: work.day, within: work.within, beds: work.beds,
  }];
}

function storedLine(db: Db, task: TaskRecord, placement: DayPlacement | undefined, today: Day): TaskLine {
  const { id, version, createdAt, doneAt, placementId, householdId, facilityId } = task;
  const base: TaskLine = { ...NOTHING, id, version, kind: task.kind, stored: true, createdAt, doneAt, placementId, householdId, facilityId, facilityName: null, steps: [], isMine: false };
  if (!placement) return base;
  const about = aboutPlacement(db, placement, "needs_bed", today);
  return { ...base, ...about, facilityId: facilityId ?? about.facilityId, day: workOf(placement, today)?.day ?? placement.arrival };
}

function aboutPlacement(db: Db, placement: DayPlacement, kind: WorkKind, today: Day) {
  return {
    placementId: placement.id, householdId: placement.householdId, householdCode: placement.householdCode, people: peopleOf(placement, today),
    facilityId: placement.facilityId, facilityName: placement.facilityName, unitName: placement.unitName, exit: placement.exit, latestExit: placement.latestExit,
    steps: stepsFor(db.actor, kind, placement), isMine: placement.isFollowed || isOwnFacility(db.actor, placement),
  };
}

function facilityLine(db: Db, facility: FacilityRecord, today: Day): TaskLine[] {
  const days = daysOf(facility, today);
  if (!isOpenOn(facility, today) || !isStale(days)) return [];
  return [{
    ...NOTHING, id: facility.id, version: facility.version, kind: "unconfirmed", stored: false, placementId: null, householdId: null, facilityId: facility.id, facilityName: facility.name,
    days, steps: stepsFor(db.actor, "unconfirmed", facility), isMine: isOwnFacility(db.actor, facility),
  }];
}

/** Days since the facility was confirmed; null: never. */
export function daysOf({ confirmedAt }: Pick<FacilityRecord, "confirmedAt">, today: Day): number | null {
  return daysUnconfirmed(confirmedAt === null ? null : romeDay(confirmedAt), today);
}
