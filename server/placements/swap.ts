import "server-only";
import { recordAudit } from "@/db/audit";
import { removePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import type { Booking, Warning } from "@/domain/booking";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { liveOf } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals, together } from "@/domain/refusals";
import { arrivalAfter, nightsSought, transferDayRefusals } from "@/domain/transfer";
import { bookAgain } from "./book-again";
import type { Displaced } from "./displace";
import { hiddenAs, newPlacementNeeded, requireEntry } from "./entry";
import { heldWith } from "./holding";
import { occupiedBy, untold } from "./occupied";
import { openTogether, type OpenPlacement, type StepInput } from "./open";
import { enter, leave, type Rebedding } from "./rebed";
import { writeOver } from "./record-reality";

export type SwapInput = StepInput & { withPlacementId: string; withVersion: number | null; date: Day; override: { reason: string } | null };
export type Swapped = PlacementRecord & { swappedWith: PlacementRecord; displaced: Displaced[]; warnings: Warning[] };

/** One side of an exchange: who moves, and where to. */
type Side = { open: OpenPlacement; movers: StayRow[]; unit: Unit; isInHouse: boolean };
type Booked = Side & { booking: Booking };

/**
 * Two households exchange their units from a day on, both or neither, also where each bed is taken by the other. Both are held to the
 * rules of where they go; between them there is no turnaround, and beds that neither takes over have theirs.
 */
export async function swap(db: Db, input: SwapInput, today: Day): Promise<Result<Swapped, Refusals>> {
  const both = [{ placementId: input.placementId, expectedVersion: input.expectedVersion }, { placementId: input.withPlacementId, expectedVersion: input.withVersion }];
  const opened = await openTogether(db, both, "swap", { require: (seen) => requireExchange(db, seen) });
  if (!opened.ok) return opened;
  const [here, there] = opened.value;
  if (!here || !there) throw new NotFound("placement");

  const [one, other] = [sideOf(here, there), sideOf(there, here)];
  const isSame = one.unit.id === other.unit.id && one.movers.every(({ bedId }) => other.movers.some((stay) => stay.bedId === bedId));
  const first = await bookSide(db, input, one, other, [], today);
  // Within one unit the larger household may need a bed of its own again: the other is not given that one too.
  const given = first.ok && !isSame ? first.value.booking.assignments.map(({ bedId }) => bedId) : [];
  const bookings = [first, await bookSide(db, input, other, one, given, today)];
  const refusals = inOrder([...(isSame ? [alreadyThere(one)] : []), ...together(bookings.flatMap((booked) => (booked.ok ? [] : booked.failure)))]);
  if (refusals) return no(refusals);

  const booked = bookings.flatMap((each) => (each.ok ? [each.value] : []));
  const displaced = await save(db, booked, input);
  if (!displaced.ok) return displaced;
  const warnings = booked.flatMap(({ booking }) => booking.warnings);
  return ok({ ...(await findPlacement(db, here.placement.id)), swappedWith: await findPlacement(db, there.placement.id), displaced: displaced.value, warnings });
}

async function requireExchange(db: Db, [here, there]: readonly PlacementRecord[]): Promise<void> {
  if (!here || !there) throw new NotFound("placement");
  await requireEntry(db, here, there.unitId);
  await requireEntry(db, there, here.unitId);
}

/** Who has been sent to another unit before stays there. */
function sideOf(open: OpenPlacement, to: OpenPlacement): Side {
  const { placement } = open;
  const unit = to.units.find(({ id }) => id === to.placement.unitId);
  if (!unit) throw new NotFound("unit");
  return { open, unit, movers: liveOf(placement.stays).filter((stay) => stay.unitId === placement.unitId && stay.bedId !== null), isInHouse: placement.status === "in_house" };
}

function alreadyThere({ movers }: Side): Refusal {
  return { code: "already_there", personIds: movers.map(({ personId }) => personId) };
}

async function bookSide(db: Db, { date, override }: SwapInput, side: Side, other: Side, given: readonly string[], today: Day): Promise<Result<Booked, Refusals>> {
  const { open: { placement }, movers, unit, isInHouse } = side;
  const stayers = [placement, other.open.placement].flatMap(({ stays }) => liveOf(stays)).filter((stay) => !movers.includes(stay) && !other.movers.includes(stay));
  const booked = await bookAgain(db, {
    placement, unitId: unit.id, people: movers.map(({ personId }) => personId), stayers, nights: nightsSought(movers, date, isInHouse, today),
    beds: null, isSplit: true, isOverridden: override !== null, given,
    leaving: { id: other.open.placement.id, householdId: other.open.placement.householdId, bedIds: other.movers.flatMap(({ bedId }) => bedId ?? []) },
  }, today);
  const present = movers.filter(({ status }) => status === "in_house").map(({ personId }) => personId);
  const entered = booked.ok ? booked.value.assignments.filter(({ personId }) => present.includes(personId)).map(({ bedId }) => ({ unitId: unit.id, bedId })) : [];
  const told = booked.ok ? [] : booked.failure;
  const refusals = inOrder([...transferDayRefusals(movers, isInHouse, date, today), ...newPlacementNeeded(db, placement, unit, movers), ...told, ...untold(await occupiedBy(db, [unit], entered, [placement.id, other.open.placement.id]), told)]);
  if (refusals) return no(refusals);
  return booked.ok ? ok({ ...side, booking: booked.value }) : booked;
}

function rebeddings({ movers, unit, booking, isInHouse }: Booked, date: Day): Rebedding[] {
  return movers.flatMap((stay) => {
    const bedId = booking.assignments.find(({ personId }) => personId === stay.personId)?.bedId;
    return bedId === undefined ? [] : [{ stay, unitId: unit.id, bedId, arrival: arrivalAfter(stay, date, isInHouse) }];
  });
}

/** All beds are left before any is entered, and all blocks taken away before any is written: each may be the other's. */
async function save(db: Db, sides: readonly Booked[], { date, override }: SwapInput): Promise<Result<Displaced[], Refusals>> {
  const placements = new Map<Booked, PlacementRecord>();
  for (const side of sides) placements.set(side, await hiddenAs(db, side.open.placement, side.unit));
  await leave(db, sides.flatMap((side) => rebeddings(side, date)));
  for (const [side, placement] of placements) await enter(db, placement, rebeddings(side, date));

  const held = new Map<Booked, Awaited<ReturnType<typeof heldWith>>>();
  for (const side of sides) {
    const { stays } = await findPlacement(db, side.open.placement.id);
    held.set(side, await heldWith(db, { ...side.open, units: [...side.open.units.filter(({ id }) => id !== side.unit.id), side.unit] }, stays, side.booking.heldBedIds));
  }
  for (const { open } of sides) await removePlacementBlocks(db, open.placement.id);

  const displaced: Displaced[] = [];
  for (const [side, blocks] of held) {
    const written = await writeOver(db, side.open.placement, blocks);
    if (!written.ok) return written;
    displaced.push(...written.value);
  }
  for (const side of sides) await settle(db, side, override);
  return ok(displaced);
}

async function settle(db: Db, { open: { placement }, unit, movers, booking: { overridden } }: Booked, override: SwapInput["override"]): Promise<void> {
  const codes = [...new Set([...(placement.override?.codes ?? []), ...overridden])];
  await sumUp(db, placement.id, overridden.length > 0 && override ? { override: { reason: override.reason, approvedBy: db.actor.id, codes } } : {});
  await recordAudit(db, { action: "placement.swapped", municipality: placement.municipality, subjectId: placement.id, facts: { stays: movers.map(({ id }) => id), from: placement.unitId, unitId: unit.id, overridden } });
}
