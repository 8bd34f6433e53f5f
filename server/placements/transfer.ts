import "server-only";
import { recordAudit } from "@/db/audit";
import { type Db, OWN_ORGANISATION } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findPeople } from "@/db/parties";
import { addStays, changeStays, findPlacement, hidePlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { protectHousehold } from "@/db/protection";
import { closeTasksOf } from "@/db/tasks";
import { newId } from "@/db/ids";
import { findUnit } from "@/db/units";
import { findsProtected, may } from "@/domain/actor";
import { book, type Booking, type BookingFacts, type Warning } from "@/domain/booking";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { type Assignment, liveOf } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { arrivalAfter, moversOf, nightsSought, roomFor, transferDayRefusals } from "@/domain/transfer";
import { Forbidden, requireFor } from "../guard";
import type { Displaced } from "./displace";
import { heldWith } from "./holding";
import { occupiedBy } from "./occupied";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { writeOver } from "./record-reality";
import { unitStateFor } from "./unit-state";

export type TransferInput = StepInput & { date: Day; unitId: string; beds: Assignment[] | null; split: { reason: string } | null; override: { reason: string } | null };
export type Transferred = PlacementRecord & { displaced: Displaced[]; warnings: Warning[] };

/**
 * Another bed, or another unit, from a day on, for the household or some of it; the stay clock goes on with the placement's rule. It
 * asks for its place as a new placement would: of any number of racers for one bed one wins, and the others learn who has it.
 */
export async function transfer(db: Db, input: TransferInput, today: Day): Promise<Result<Transferred, Refusals>> {
  const opened = await openForStep(db, input, "transfer", { unitIds: [input.unitId], require: ([placement]) => requireEntry(db, placement, input.unitId) });
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  const unit = await findUnit(db, input.unitId);
  const movers = moversOf(placement.stays, unit.id, input.beds);
  const isInHouse = placement.status === "in_house";

  const booked = await bookAgain(db, { input, placement, unit, movers }, today);
  const beds = booked.ok ? booked.value.assignments : (input.beds ?? []);
  const present = movers.filter(({ status }) => status === "in_house").map(({ personId }) => personId);
  const entered = beds.filter(({ personId }) => present.includes(personId)).map(({ bedId }) => ({ unitId: unit.id, bedId }));
  const refusals = inOrder([
    ...transferDayRefusals(movers, isInHouse, input.date, today),
    ...(booked.ok ? [] : booked.failure),
    ...untold(await occupiedBy(db, [unit], entered, [placement.id]), booked.ok ? [] : booked.failure),
  ]);
  if (refusals) return no(refusals);
  if (!booked.ok) return booked;

  const displaced = await save(db, opened.value, { unit, date: input.date, movers, booking: booked.value }, input);
  if (!displaced.ok) return displaced;
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value, warnings: booked.value.warnings });
}

/** Whose nights are in the way is told once: a bed is occupied where nothing but the person is. */
function untold(occupied: readonly Refusal[], told: readonly Refusal[]): Refusal[] {
  const taken = told.flatMap((refusal) => (refusal.code === "bed_taken" ? refusal.blockedBy.map(({ bedId }) => bedId) : []));
  return occupied.filter((refusal) => refusal.code !== "bed_occupied" || refusal.blockedBy.some(({ bedId }) => !taken.includes(bedId)));
}

/** Who takes a place in a unit may act for its organisation too, and finds the household there afterwards. */
export async function requireEntry(db: Db, placement: PlacementRecord | undefined, unitId: string): Promise<void> {
  const unit = await findUnit(db, unitId);
  if (!placement || unit.municipality !== placement.municipality) throw new NotFound("unit");
  requireFor(db, "placement.write", unit.municipality, unit.organisationId);
  if (unit.addressProtected && !findsProtected(db.actor, unit.municipality, unit.organisationId)) throw new Forbidden("placement.write", "organisation");
}

type Sought = { input: TransferInput; placement: PlacementRecord; unit: Unit; movers: StayRow[] };

/** The same rules as for a new placement; the limit is not asked again, since the exit stays what it was. */
async function bookAgain(db: Db, { input, placement, unit, movers }: Sought, today: Day): Promise<Result<Booking, Refusals>> {
  const live = liveOf(placement.stays);
  const asking = movers.length > 0 ? movers : live;
  const nights = nightsSought(asking, input.date, placement.status === "in_house", today);
  const stayers = live.filter((stay) => !movers.includes(stay));
  const state = await unitStateFor(db, unit.id, nights, today, placement.householdId);
  const people = live.filter((stay) => movers.includes(stay) || stay.unitId !== unit.id).map(({ personId }) => personId);
  const facts: BookingFacts = {
    ...state, ...roomFor(state, placement.id, stayers),
    rule: placement.rule && { ...placement.rule, maxStay: null },
    party: await findPeople(db, placement.householdId, people),
    // The nights are theirs already: only the bed changes.
    elsewhere: [],
  };
  const isOverridden = input.override !== null && may(db.actor, "override", placement.municipality);
  return book({ nights, beds: input.beds, turnaround: placement.turnaround, isSplit: input.split !== null, override: isOverridden }, facts);
}

type Transfer = { unit: Unit; date: Day; movers: StayRow[]; booking: Booking };

async function save(db: Db, open: OpenPlacement, { unit, date, movers, booking }: Transfer, { split, override }: TransferInput): Promise<Result<Displaced[], Refusals>> {
  const isInHouse = open.placement.status === "in_house";
  const moved = movers.flatMap((stay) => {
    const bedId = booking.assignments.find(({ personId }) => personId === stay.personId)?.bedId;
    return bedId === undefined || bedId === stay.bedId ? [] : [{ stay, bedId, arrival: arrivalAfter(stay, date, isInHouse) }];
  });
  if (moved.length === 0) return no([{ code: "already_there", personIds: movers.map(({ personId }) => personId) }]);

  const placement = await hiddenAs(db, open.placement, unit);
  await rebed(db, placement, moved.map((each) => ({ ...each, unitId: unit.id })));
  const after = await findPlacement(db, placement.id);
  const units = open.units.some(({ id }) => id === unit.id) ? open.units : [...open.units, unit];
  const held = await heldWith(db, { ...open, units }, after.stays, booking.heldBedIds);
  const written = await writeOver(db, placement, held);
  if (!written.ok) return written;

  const setAside = booking.overridden.length > 0 && override ? { override: { reason: override.reason, approvedBy: db.actor.id, codes: [...new Set([...(placement.override?.codes ?? []), ...booking.overridden])] } } : {};
  await sumUp(db, placement.id, { ...setAside, ...(split && { splitReason: split.reason }) });
  if (!after.stays.some(({ status }) => status === "needs_bed")) await closeTasksOf(db, placement.id, "needs_bed");
  await recordAudit(db, { action: "placement.transferred", municipality: placement.municipality, subjectId: placement.id, facts: { stays: moved.map(({ stay }) => stay.id), from: placement.unitId, unitId: unit.id, overridden: booking.overridden } });
  return written;
}

/** Once a placement was in a protected facility all of it is hidden until it ends: where somebody was tells where to look. */
async function hiddenAs(db: Db, placement: PlacementRecord, unit: Unit): Promise<PlacementRecord> {
  if (!unit.addressProtected) return placement;
  const protectedFor = unit.organisationId ?? OWN_ORGANISATION;
  await hidePlacement(db, placement.id, protectedFor);
  await protectHousehold(db, placement.householdId, protectedFor);
  return { ...placement, protectedFor };
}

export type Rebedding = { stay: StayRow; unitId: string; bedId: string; arrival: Day };

/**
 * Gives people other beds of one placement. Nights that were spent stay where they were; who has spent none yet in the old bed simply
 * has another. All leave before anybody enters: the constraints look at each row as it is written.
 */
export async function rebed(db: Db, placement: PlacementRecord, moved: readonly Rebedding[]): Promise<void> {
  await leave(db, moved);
  await enter(db, placement, moved);
}

/** True when nights were spent in the bed that is left: they are a part of their own. */
function hasSlept({ stay, arrival }: Rebedding): boolean {
  return stay.status === "in_house" && arrival > stay.arrival;
}

export async function leave(db: Db, moved: readonly Rebedding[]): Promise<void> {
  for (const each of moved.filter(hasSlept)) await changeStays(db, [each.stay.id], { status: "ended", exit: each.arrival, plannedExit: each.arrival });
  await changeStays(db, moved.filter((each) => !hasSlept(each)).map(({ stay }) => stay.id), { status: "needs_bed", bedId: null });
}

export async function enter(db: Db, placement: PlacementRecord, moved: readonly Rebedding[]): Promise<void> {
  await addStays(db, placement, moved.filter(hasSlept).map(({ stay, unitId, bedId, arrival }) => (
    { id: newId(), personId: stay.personId, unitId, bedId, status: "in_house", arrival, exit: stay.exit, plannedExit: stay.plannedExit })));
  for (const { stay, unitId, bedId, arrival } of moved.filter((each) => !hasSlept(each))) {
    await changeStays(db, [stay.id], { unitId, bedId, arrival, status: stay.status === "in_house" ? "in_house" : "planned" });
  }
}
