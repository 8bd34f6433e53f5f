import "server-only";
import type { Db } from "@/db/client";
import { findPeople } from "@/db/parties";
import { changeStays, type NightsElsewhere, nightsElsewhere, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { fromTurnaround } from "@/db/units";
import { vacancyOf } from "@/domain/availability";
import { blocksOf } from "@/domain/blocks";
import { conditionsHere, type UnitState } from "@/domain/booking";
import { type Day, earlierOf, laterOf, overlaps } from "@/domain/day";
import { eligibilityChecks } from "@/domain/eligibility";
import { ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { replaced } from "@/domain/placement";
import { alreadyPlaced, inTheWay, type Refusal, type Refusals } from "@/domain/refusals";
import { strictness } from "@/domain/stay-rules";
import { NO_TURNAROUND, type Turnaround } from "@/domain/turnaround";
import { holdingIn, turnaroundIn, type UnitHolding } from "./holding";
import type { OpenPlacement } from "./open";
import { recordReality, writeOver } from "./record-reality";
import { unitStateFor } from "./unit-state";

/** `isOtherRule`: the placement has another rule than it had, with its own turnaround and conditions. */
export type Sought = { exit: Day | null; turnaround: Turnaround | null; isOtherRule?: boolean };

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
  const open: OpenPlacement = { ...opened, placement: { ...placement, turnaround: sought.turnaround ?? placement.turnaround } };
  const live = placement.stays.filter(({ status }) => status === "planned" || status === "in_house");
  const moved = live.map((stay): StayRow => ({ ...stay, exit: sought.exit ?? stay.exit }));
  const isLater = moved.some(({ id, exit }) => live.some((stay) => stay.id === id && exit > stay.exit));
  if (!isLater && sought.turnaround === null && !sought.isOtherRule) return { open, sought, live, moved, isLater, refusals: [], free: null };
  const busy = await busyElsewhere(db, placement.id, moved);
  const here = await Promise.all(unitsWith(open, moved).map((unit) => askForMore(db, open, unit, moved.filter(({ unitId }) => unitId === unit.id), isLater || Boolean(sought.isOtherRule), today)));
  return { open, sought, live, moved, isLater, refusals: [...busy, ...here.flatMap(({ refusals }) => refusals)], free: here.flatMap(({ free }) => free) };
}

/** Writes the move, and the limit where it changes with it. The audit is the caller's to write. */
export async function writeMove(db: Db, { open, sought, moved, free }: Move, limit: Partial<Pick<PlacementRecord, "latestExit" | "extendedUntil" | "override">> & { ruleId?: string } = {}): Promise<Result<unknown, Refusals>> {
  const written = await writeMoved(db, open, moved, free);
  if (!written.ok) return written;
  for (const { id, exit } of sought.exit === null ? [] : moved) await changeStays(db, [id], { exit, plannedExit: exit });
  await sumUp(db, open.placement.id, { ...(sought.turnaround ? fromTurnaround(sought.turnaround) : {}), ...limit });
  return ok(undefined);
}

function unitsWith({ units }: OpenPlacement, stays: readonly StayRow[]): Unit[] {
  return units.filter(({ id }) => stays.some(({ unitId }) => unitId === id));
}

/** Writes what the placement blocks now; `free` (null: nothing more is taken) are the beds it may have in the new nights. */
async function writeMoved(db: Db, open: OpenPlacement, moved: StayRow[], free: string[] | null): Promise<Result<unknown, Refusals>> {
  const stays = replaced(open.placement.stays, moved);
  if (free === null) return recordReality(db, open, stays);
  const goingOn = unitsWith(open, moved);
  return writeOver(db, open.placement, await Promise.all(open.units.map((unit) => heldLonger(db, open, unit, stays, goingOn.includes(unit) ? free : null))));
}

/** In a unit let whole a spare bed that is closed in the new nights is held for the old ones only; nobody else can have it meanwhile. */
async function heldLonger(db: Db, { placement, holidays }: OpenPlacement, unit: Unit, stays: StayRow[], free: string[] | null): Promise<UnitHolding> {
  const holding = await holdingIn(db, unit, placement, stays);
  if (free === null || !holding.wholeUnit) return { unit, blocks: blocksOf(holding, holidays) };
  const goesOn = { ...holding, bedIds: holding.bedIds.filter((bedId) => free.includes(bedId)) };
  const ends = { ...(await holdingIn(db, unit, placement, placement.stays)), bedIds: holding.bedIds.filter((bedId) => !free.includes(bedId)), turnaround: NO_TURNAROUND };
  return { unit, blocks: [...blocksOf(goesOn, holidays), ...blocksOf(ends, holidays)] };
}

/** The people of the placement who have nights elsewhere in the time they would be here. */
async function busyElsewhere(db: Db, placementId: string, moved: readonly StayRow[]): Promise<Refusal[]> {
  const [first] = moved;
  if (!first) return [];
  const touching = { from: moved.map(({ arrival }) => arrival).reduce(earlierOf, first.arrival), until: moved.map(({ exit }) => exit).reduce(laterOf, first.exit) };
  const collides = (other: NightsElsewhere) => moved.some((stay) => stay.personId === other.personId && overlaps(other.nights, { from: stay.arrival, until: stay.exit }));
  return alreadyPlaced((await nightsElsewhere(db, moved.map(({ personId }) => personId), { except: placementId, touching })).filter(collides));
}

/** A longer stay, or a longer turnaround, asks the beds of a unit and the people in them once more. Nights before everybody was there are theirs already. */
async function askForMore(db: Db, { placement }: OpenPlacement, unit: Unit, here: StayRow[], asksConditions: boolean, today: Day): Promise<{ refusals: Refusal[]; free: string[] }> {
  const exit = here.map((stay) => stay.exit).reduce(laterOf, placement.arrival);
  const nights = { from: here.map(({ arrival }) => arrival).reduce(earlierOf, exit), until: exit };
  const state: UnitState = { ...(await unitStateFor(db, unit.id, nights, today, [placement.householdId])), rule: placement.rule };
  const refusals: Refusal[] = [];

  const party = await findPeople(db, placement.householdId, here.map(({ personId }) => personId));
  const setAside = placement.override?.codes ?? [];
  const failed = eligibilityChecks({ party, unit: state.unit, nights, conditions: conditionsHere(state), occupants: state.occupants }).filter(({ passed, code }) => !passed && !setAside.includes(code));
  if (asksConditions && failed.length > 0 && strictness(placement.arrival, exit, today).conditions === "refuse") refusals.push({ code: "not_eligible", checks: failed });

  const from = here.map(({ arrival }) => arrival).reduce(laterOf, nights.from);
  const vacancy = vacancyOf(state.unit, state.occupancy, { nights: { from, until: exit }, turnaround: turnaroundIn(unit, placement), ignoring: [placement.id] });
  const held = here.flatMap(({ bedId }) => bedId ?? []);
  const free = vacancy.free.map(({ id }) => id);
  const lacking = held.filter((bedId) => !free.includes(bedId));
  const closed = vacancy.notOpen.map(({ id }) => id).filter((bedId) => lacking.includes(bedId));
  if (closed.length > 0) refusals.push({ code: "bed_not_open", bedIds: closed });
  const blocking = vacancy.blockedBy.filter(({ bedId }) => unit.letting === "whole_unit" || lacking.includes(bedId));
  if (lacking.length > closed.length) refusals.push({ code: "bed_taken", blockedBy: inTheWay(blocking) });
  return { refusals, free };
}
