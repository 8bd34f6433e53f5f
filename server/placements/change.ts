import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findParty } from "@/db/parties";
import { changeStays, findPlacement, type NightsElsewhere, nightsElsewhere, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { fromTurnaround } from "@/db/units";
import { vacancyOf } from "@/domain/availability";
import { blocksOf } from "@/domain/blocks";
import { conditionsHere, turnaroundSought, type UnitState } from "@/domain/booking";
import { type Day, earlierOf, laterOf, overlaps } from "@/domain/day";
import { eligibilityChecks } from "@/domain/eligibility";
import { no, ok, type Result } from "@/domain/failure";
import { alreadyPlaced, inOrder, inTheWay, type Refusal, type Refusals } from "@/domain/refusals";
import { strictness } from "@/domain/stay-rules";
import { NO_TURNAROUND, type Turnaround } from "@/domain/turnaround";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { holdingOf, recordReality, writeBlocks } from "./record-reality";
import { unitStateFor } from "./unit-state";

export type ChangeInput = StepInput & { exit: Day | null; turnaround: Turnaround | null };

/** Moves the planned exit, earlier or later within the rule, or sets the turnaround. Those who have left keep their own exit. */
export async function changePlacement(db: Db, input: ChangeInput, today: Day): Promise<Result<PlacementRecord, Refusals>> {
  const opened = await openForStep(db, input, "change");
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  const open: OpenPlacement = { ...opened.value, turnaround: input.turnaround ?? opened.value.turnaround };
  const live = placement.stays.filter(({ status }) => status === "planned" || status === "in_house");
  const moved = live.map((stay): StayRow => ({ ...stay, exit: input.exit ?? stay.exit }));

  const isLater = moved.some(({ id, exit }) => live.some((stay) => stay.id === id && exit > stay.exit));
  const takesMore = isLater || input.turnaround !== null;
  const more = takesMore ? await askForMore(db, open, moved, { isLater, turnaround: input.turnaround ?? placement.turnaround }, today) : { refusals: [], free: [] };
  const refusals = inOrder([...(input.exit === null ? [] : dateRefusals(placement, live, input.exit, isLater, today)), ...more.refusals]);
  if (refusals) return no(refusals);

  const freed = await writeMoved(db, open, moved, takesMore ? more.free : null);
  if (!freed.ok) return freed;
  for (const { id, exit } of input.exit === null ? [] : moved) await changeStays(db, [id], { exit, plannedExit: exit });
  await sumUp(db, placement.id, input.turnaround ? fromTurnaround(input.turnaround) : {});
  const fields = [input.exit === null ? [] : ["exit"], input.turnaround === null ? [] : ["turnaround"]].flat();
  await recordAudit(db, { action: "placement.changed", municipality: placement.municipality, subjectId: placement.id, facts: { fields } });
  return ok(await findPlacement(db, placement.id));
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

function dateRefusals(placement: PlacementRecord, live: StayRow[], exit: Day, isLater: boolean, today: Day): Refusal[] {
  const refusals: Refusal[] = [];
  const last = live.map(({ arrival }) => arrival).reduce(laterOf, placement.arrival);
  if (exit < last) refusals.push({ code: "exit_before_arrival", arrival: last, exit });
  if (placement.status === "in_house" && live.some((stay) => stay.exit !== exit) && exit < today) refusals.push({ code: "exit_before_today", exit, today });
  const isSetAside = placement.override?.codes.includes("max_stay_exceeded") ?? false;
  const isTooLong = placement.latestExit !== null && exit > placement.latestExit && isLater;
  if (isTooLong && !isSetAside && placement.rule && placement.latestExit && strictness(placement.arrival, exit, today).maxStay === "refuse") {
    refusals.push({ code: "max_stay_exceeded", latestExit: placement.latestExit, ruleId: placement.rule.id });
  }
  return refusals;
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
