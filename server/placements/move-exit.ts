import "server-only";
import type { Db } from "@/db/client";
import { findParty } from "@/db/parties";
import { changeStays, type NightsElsewhere, nightsElsewhere, type StayRow, sumUp } from "@/db/placements";
import { fromTurnaround } from "@/db/units";
import { vacancyOf } from "@/domain/availability";
import { blocksOf } from "@/domain/blocks";
import { conditionsHere, turnaroundSought, type UnitState } from "@/domain/booking";
import { type Day, earlierOf, laterOf, overlaps } from "@/domain/day";
import { eligibilityChecks } from "@/domain/eligibility";
import { ok, type Result } from "@/domain/failure";
import { alreadyPlaced, inTheWay, type Refusal, type Refusals } from "@/domain/refusals";
import { strictness } from "@/domain/stay-rules";
import { NO_TURNAROUND, type Turnaround } from "@/domain/turnaround";
import type { OpenPlacement } from "./open";
import { holdingOf, recordReality, writeBlocks } from "./record-reality";
import { unitStateFor } from "./unit-state";

export type Sought = { exit: Day | null; turnaround: Turnaround | null };

/** Another planned exit, or another turnaround, thought through: what it would write, and what stands against it. */
export type Move = {
  open: OpenPlacement;
  sought: Sought;
  /** Those who are still expected or in house, as they are and as they would be. */
  live: StayRow[];
  moved: StayRow[];
  isLater: boolean;
  /** People and beds in the way; whether the rule allows it is for the caller to ask. */
  refusals: Refusal[];
  /** The beds it may have in the new nights; null where it takes nothing more. */
  free: string[] | null;
};

/** Thinks a move through; nothing is written. Those who have left keep their own exit. */
export async function thinkThrough(db: Db, opened: OpenPlacement, sought: Sought, today: Day): Promise<Move> {
  const { placement } = opened;
  const open: OpenPlacement = { ...opened, turnaround: sought.turnaround ?? opened.turnaround };
  const live = placement.stays.filter(({ status }) => status === "planned" || status === "in_house");
  const moved = live.map((stay): StayRow => ({ ...stay, exit: sought.exit ?? stay.exit }));
  const isLater = moved.some(({ id, exit }) => live.some((stay) => stay.id === id && exit > stay.exit));
  if (!isLater && sought.turnaround === null) return { open, sought, live, moved, isLater, refusals: [], free: null };
  const more = await askForMore(db, open, moved, { isLater, turnaround: sought.turnaround ?? placement.turnaround }, today);
  return { open, sought, live, moved, isLater, ...more };
}

/** Writes the move, and the limit where it changes with it. The audit is the caller's to write. */
export async function writeMove(db: Db, { open, sought, moved, free }: Move, limit: { latestExit?: Day; extendedUntil?: Day } = {}): Promise<Result<unknown, Refusals>> {
  const written = await writeMoved(db, open, moved, free);
  if (!written.ok) return written;
  for (const { id, exit } of sought.exit === null ? [] : moved) await changeStays(db, [id], { exit, plannedExit: exit });
  await sumUp(db, open.placement.id, { ...(sought.turnaround ? fromTurnaround(sought.turnaround) : {}), ...limit });
  return ok(undefined);
}

/** Writes what the placement blocks now; `free` (null: nothing more is taken) are the beds it may have in the new nights. */
async function writeMoved(db: Db, open: OpenPlacement, moved: StayRow[], free: string[] | null): Promise<Result<unknown, Refusals>> {
  const stays = open.placement.stays.map((stay) => moved.find(({ id }) => id === stay.id) ?? stay);
  if (free === null) return recordReality(db, open, stays);
  const holding = await holdingOf(db, open, stays);
  // In a unit let whole a spare bed that is closed in the new nights is held for the old ones only; nobody else can have it meanwhile.
  const goesOn = { ...holding, bedIds: holding.bedIds.filter((bedId) => free.includes(bedId)) };
  const ends = { ...(await holdingOf(db, open, open.placement.stays)), bedIds: holding.bedIds.filter((bedId) => !free.includes(bedId)), turnaround: NO_TURNAROUND };
  await writeBlocks(db, open, [...blocksOf(goesOn, open.holidays), ...(holding.wholeUnit ? blocksOf(ends, open.holidays) : [])]);
  return ok(undefined);
}

type More = { isLater: boolean; turnaround: Turnaround | null };

/** A longer stay, or a longer turnaround, asks the beds and the people once more. Nights before everybody was there are theirs already. */
async function askForMore(db: Db, { placement, unit, turnaround: inForce }: OpenPlacement, moved: StayRow[], more: More, today: Day): Promise<{ refusals: Refusal[]; free: string[] }> {
  const exit = moved.map((stay) => stay.exit).reduce(laterOf, placement.arrival);
  const nights = { from: placement.arrival, until: exit };
  const state: UnitState = { ...(await unitStateFor(db, unit.id, nights, today, placement.householdId)), rule: placement.rule };
  const refusals: Refusal[] = [];

  const people = moved.map(({ personId }) => personId);
  const collides = (other: NightsElsewhere) => moved.some((stay) => stay.personId === other.personId && overlaps(other.nights, { from: stay.arrival, until: stay.exit }));
  const busy = (await nightsElsewhere(db, people, { except: placement.id, touching: { from: moved.map(({ arrival }) => arrival).reduce(earlierOf, exit), until: exit } })).filter(collides);
  refusals.push(...alreadyPlaced(busy));

  const party = await findParty(db, placement.householdId, placement.arrival);
  const placed = { ...party, members: party.members.filter(({ personId }) => people.includes(personId)) };
  const setAside = placement.override?.codes ?? [];
  const failed = eligibilityChecks({ party: placed, unit: state.unit, nights, conditions: conditionsHere(state), occupants: state.occupants }).filter(({ passed, code }) => !passed && !setAside.includes(code));
  if (more.isLater && failed.length > 0 && strictness(placement.arrival, exit, today).conditions === "refuse") refusals.push({ code: "not_eligible", checks: failed });

  const turnaround = more.turnaround ? turnaroundSought(state, more.turnaround) : inForce;
  const from = moved.map(({ arrival }) => arrival).reduce(laterOf, placement.arrival);
  const vacancy = vacancyOf(state.unit, state.occupancy, { nights: { from, until: exit }, turnaround, ignoringPlacement: placement.id });
  const held = moved.flatMap(({ bedId }) => bedId ?? []);
  const free = vacancy.free.map(({ id }) => id);
  const lacking = held.filter((bedId) => !free.includes(bedId));
  const closed = vacancy.notOpen.map(({ id }) => id).filter((bedId) => lacking.includes(bedId));
  if (closed.length > 0) refusals.push({ code: "bed_not_open", bedIds: closed });
  const blocking = vacancy.blockedBy.filter(({ bedId }) => unit.letting === "whole_unit" || lacking.includes(bedId));
  if (lacking.length > closed.length) refusals.push({ code: "bed_taken", blockedBy: inTheWay(blocking) });
  return { refusals, free };
}
