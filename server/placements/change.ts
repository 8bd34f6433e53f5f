import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findParty } from "@/db/parties";
import { changeStays, findPlacement, nightsElsewhere, type PlacementRecord, sumUp } from "@/db/placements";
import { fromTurnaround } from "@/db/units";
import { vacancyOf } from "@/domain/availability";
import { blocksOf } from "@/domain/blocks";
import { conditionsHere, turnaroundSought, type UnitState } from "@/domain/booking";
import { type Day, overlaps } from "@/domain/day";
import { eligibilityChecks } from "@/domain/eligibility";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, inTheWay, type Refusal, type Refusals } from "@/domain/refusals";
import { strictness } from "@/domain/stay-rules";
import type { Turnaround } from "@/domain/turnaround";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { holdingOf, recordReality, writeBlocks } from "./record-reality";
import { unitStateFor } from "./unit-state";

export type ChangeInput = StepInput & { exit: Day | null; turnaround: Turnaround | null };

/** Moves the planned exit, earlier or later within the rule, or sets the turnaround. */
export async function changePlacement(db: Db, input: ChangeInput, today: Day): Promise<Result<PlacementRecord, Refusals>> {
  const opened = await openForStep(db, input, "change");
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  const exit = input.exit ?? placement.exit;
  const turnaround = input.turnaround ?? placement.turnaround;
  const open: OpenPlacement = { ...opened.value, turnaround: input.turnaround ?? opened.value.turnaround };

  const takesMore = exit > placement.exit || input.turnaround !== null;
  const more = takesMore ? await askForMore(db, open, exit, turnaround, today) : { refusals: [], free: [] };
  const refusals = inOrder([...dateRefusals(placement, exit, today), ...more.refusals]);
  if (refusals) return no(refusals);

  const live = placement.stays.filter(({ status }) => status === "planned" || status === "in_house");
  const stays = placement.stays.map((stay) => (live.includes(stay) ? { ...stay, exit } : stay));
  if (takesMore) {
    const holding = await holdingOf(db, open, stays);
    // A spare bed that is closed in the new nights is let go; nobody else can have it while the unit is let whole.
    const bedIds = holding.bedIds.filter((bedId) => more.free.includes(bedId));
    await writeBlocks(db, open, blocksOf({ ...holding, bedIds }, open.holidays));
  } else {
    const freed = await recordReality(db, open, stays);
    if (!freed.ok) return freed;
  }
  await changeStays(db, live.map(({ id }) => id), { exit, plannedExit: exit });
  await sumUp(db, placement.id, input.turnaround ? fromTurnaround(input.turnaround) : {});
  const fields = [input.exit === null ? [] : ["exit"], input.turnaround === null ? [] : ["turnaround"]].flat();
  await recordAudit(db, { action: "placement.changed", municipality: placement.municipality, subjectId: placement.id, facts: { fields } });
  return ok(await findPlacement(db, placement.id));
}

function dateRefusals(placement: PlacementRecord, exit: Day, today: Day): Refusal[] {
  const refusals: Refusal[] = [];
  if (exit < placement.arrival) refusals.push({ code: "exit_before_arrival", arrival: placement.arrival, exit });
  if (placement.status === "in_house" && exit !== placement.exit && exit < today) refusals.push({ code: "exit_before_today", exit, today });
  const isSetAside = placement.override?.codes.includes("max_stay_exceeded") ?? false;
  const isTooLong = placement.latestExit !== null && exit > placement.latestExit && exit > placement.exit;
  if (isTooLong && !isSetAside && placement.rule && placement.latestExit && strictness(placement.arrival, exit, today).maxStay === "refuse") {
    refusals.push({ code: "max_stay_exceeded", latestExit: placement.latestExit, ruleId: placement.rule.id });
  }
  return refusals;
}

/** A longer stay, or a longer turnaround, asks the beds and the people once more, for the whole of the new nights. */
async function askForMore(db: Db, { placement, unit, turnaround: inForce }: OpenPlacement, exit: Day, own: Turnaround | null, today: Day): Promise<{ refusals: Refusal[]; free: string[] }> {
  const nights = { from: placement.arrival, until: exit };
  const state: UnitState = { ...(await unitStateFor(db, unit.id, nights, today, placement.householdId)), rule: placement.rule };
  const refusals: Refusal[] = [];

  const people = placement.stays.filter(({ status }) => status === "planned" || status === "in_house").map(({ personId }) => personId);
  const busy = (await nightsElsewhere(db, people, placement.id)).filter((other) => overlaps(other.nights, nights));
  const [first] = busy;
  if (first) refusals.push({ code: "person_already_placed", personIds: busy.map(({ personId }) => personId), placementId: first.placementId, from: first.nights.from, until: first.nights.until });

  const party = await findParty(db, placement.householdId, placement.arrival);
  const placed = { ...party, members: party.members.filter(({ personId }) => people.includes(personId)) };
  const setAside = placement.override?.codes ?? [];
  const failed = eligibilityChecks({ party: placed, unit: state.unit, nights, conditions: conditionsHere(state), occupants: state.occupants }).filter(({ passed, code }) => !passed && !setAside.includes(code));
  if (exit > placement.exit && failed.length > 0 && strictness(placement.arrival, exit, today).conditions === "refuse") refusals.push({ code: "not_eligible", checks: failed });

  const turnaround = own ? turnaroundSought(state, own) : inForce;
  const vacancy = vacancyOf(state.unit, state.occupancy, { nights, turnaround, ignoringPlacement: placement.id });
  const held = placement.stays.flatMap(({ bedId, status }) => (bedId !== null && (status === "planned" || status === "in_house") ? [bedId] : []));
  const free = vacancy.free.map(({ id }) => id);
  const lacking = held.filter((bedId) => !free.includes(bedId));
  const closed = vacancy.notOpen.map(({ id }) => id).filter((bedId) => lacking.includes(bedId));
  if (closed.length > 0) refusals.push({ code: "bed_not_open", bedIds: closed });
  const blocking = vacancy.blockedBy.filter(({ bedId }) => unit.letting === "whole_unit" || lacking.includes(bedId));
  if (lacking.length > closed.length) refusals.push({ code: "bed_taken", blockedBy: inTheWay(blocking) });
  return { refusals, free };
}
