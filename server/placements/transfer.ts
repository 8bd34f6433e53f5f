import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { closeTasksOf } from "@/db/tasks";
import { findUnit } from "@/db/units";
import { may } from "@/domain/actor";
import type { Booking, Warning } from "@/domain/booking";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { type Assignment, liveOf } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { exceeded } from "@/domain/stay-limit";
import { arrivalAfter, moversOf, nightsSought, transferDayRefusals } from "@/domain/transfer";
import { bookAgain } from "./book-again";
import type { Displaced } from "./displace";
import { hiddenAs, newPlacementNeeded, requireEntry } from "./entry";
import { heldWith } from "./holding";
import { occupiedBy, untold } from "./occupied";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { rebed } from "./rebed";
import { writeOver } from "./record-reality";
import { keepLimits, limitNow } from "./stay-limit";

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

  const booked = await bookMove(db, { input, placement, unit, movers }, today);
  const beds = booked.ok ? booked.value.assignments : (input.beds ?? []);
  const present = movers.filter(({ status }) => status === "in_house").map(({ personId }) => personId);
  const entered = beds.filter(({ personId }) => present.includes(personId)).map(({ bedId }) => ({ unitId: unit.id, bedId }));
  const beyond = await beyondLimit(db, placement, movers, today);
  const isOverridden = input.override !== null && may(db.actor, "override", placement.municipality);
  const refusals = inOrder([
    ...(isOverridden ? [] : beyond),
    ...transferDayRefusals(movers, isInHouse, input.date, today),
    ...newPlacementNeeded(db, placement, unit, movers),
    ...(booked.ok ? [] : booked.failure),
    ...untold(await occupiedBy(db, [unit], entered, [placement.id]), booked.ok ? [] : booked.failure),
  ]);
  if (refusals) return no(refusals);
  if (!booked.ok) return booked;

  const displaced = await save(db, opened.value, { unit, date: input.date, movers, booking: { ...booked.value, overridden: [...booked.value.overridden, ...beyond.map(({ code }) => code)] } }, input);
  if (!displaced.ok) return displaced;
  await keepLimits(db, placement.householdId, today);
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value, warnings: booked.value.warnings });
}

/** A plan without a bed is no longer counted: the nights it would have again may have been used meanwhile. */
async function beyondLimit(db: Db, placement: PlacementRecord, movers: readonly StayRow[], today: Day): Promise<Refusal[]> {
  const isSetAside = placement.override?.codes.includes("max_stay_exceeded") ?? false;
  if (placement.rule?.counting !== "cumulative" || isSetAside || !movers.some(({ status }) => status === "needs_bed")) return [];
  const refusal = exceeded(placement.rule.id, await limitNow(db, placement, today, { hold: true }));
  return refusal && placement.exit > refusal.latestExit ? [refusal] : [];
}

type Sought = { input: TransferInput; placement: PlacementRecord; unit: Unit; movers: StayRow[] };

function bookMove(db: Db, { input, placement, unit, movers }: Sought, today: Day): Promise<Result<Booking, Refusals>> {
  const live = liveOf(placement.stays);
  const asking = movers.length > 0 ? movers : live;
  const people = live.filter((stay) => movers.includes(stay) || stay.unitId !== unit.id).map(({ personId }) => personId);
  return bookAgain(db, {
    placement, unitId: unit.id, people, stayers: live.filter((stay) => !movers.includes(stay)),
    nights: nightsSought(asking, input.date, placement.status === "in_house", today), beds: input.beds, isSplit: input.split !== null, isOverridden: input.override !== null,
  }, today);
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
