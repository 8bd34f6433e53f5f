import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findPeople } from "@/db/parties";
import { changeStays, findPlacement, type PlacementRecord, sumUp } from "@/db/placements";
import { fromTurnaround } from "@/db/units";
import { book, type Booking, type BookingFacts, type BookingRequest, type Warning } from "@/domain/booking";
import { type Day, laterOf, type Period } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { liveOf } from "@/domain/placement";
import { inOrder, type Refusals } from "@/domain/refusals";
import { roomFor } from "@/domain/transfer";
import type { Turnaround } from "@/domain/turnaround";
import { bookingFacts } from "./booking-facts";
import { heldWith } from "./holding";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { writeOver } from "./record-reality";
import { keepLimits } from "./stay-limit";

/** Without an exit it stays where it is. */
export type DaysInput = StepInput & { arrival: Day; exit: Day | null; turnaround: Turnaround | null };

/**
 * Gives a plan other days in its beds. They are asked for as a new placement would ask: the rule of the place is the one in force on the
 * new arrival, and the limit counts from there. Whoever has come already has an arrival that can only be corrected.
 */
export async function moveDays(db: Db, input: DaysInput, today: Day): Promise<Result<PlacementRecord & { warnings: Warning[] }, Refusals>> {
  const opened = await openForStep(db, input, "change");
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  const live = liveOf(placement.stays);
  const nights = { from: input.arrival, until: input.exit ?? placement.exit };
  if (live.some(({ status }) => status !== "planned")) return no([{ code: "wrong_state", status: placement.status, step: "change" }]);
  if (nights.until < nights.from) return no([{ code: "exit_before_arrival", arrival: nights.from, exit: nights.until }]);

  const asked: Asked[] = [];
  for (const unit of opened.value.units.filter(({ id }) => live.some(({ unitId }) => unitId === id))) asked.push(await askIn(db, placement, unit, { nights, turnaround: input.turnaround }, today));
  const refusals = inOrder(asked.flatMap(({ booked }) => (booked.ok ? [] : booked.failure)));
  if (refusals) return no(refusals);
  const written = await save(db, opened.value, asked, { nights, turnaround: input.turnaround });
  if (!written.ok) return written;

  await keepLimits(db, placement.householdId, today);
  const fields = ["arrival", ...(input.exit === null ? [] : ["exit"]), ...(input.turnaround === null ? [] : ["turnaround"])];
  await recordAudit(db, { action: "placement.changed", municipality: placement.municipality, subjectId: placement.id, facts: { fields } });
  return ok({ ...(await findPlacement(db, placement.id)), warnings: asked.flatMap(({ booked }) => (booked.ok ? booked.value.warnings : [])) });
}

type Wanted = { nights: Period; turnaround: Turnaround | null };
type Asked = { facts: BookingFacts; booked: Result<Booking, Refusals> };

async function askIn(db: Db, placement: PlacementRecord, unit: Unit, { nights, turnaround }: Wanted, today: Day): Promise<Asked> {
  const here = liveOf(placement.stays).filter(({ unitId }) => unitId === unit.id);
  const people = here.map(({ personId }) => personId);
  const party = await findPeople(db, placement.householdId, people);
  const facts = await bookingFacts(db, { householdId: placement.householdId, unitId: unit.id, nights, party, people, except: placement.id }, today);
  const known = { ...facts, ...roomFor(facts, [placement.id], []) };
  const beds = here.flatMap(({ personId, bedId }) => (bedId === null ? [] : [{ personId, bedId }]));
  return { facts: known, booked: bookAsAgreed({ nights, beds, turnaround: turnaround ?? placement.turnaround, isSplit: false }, known, placement.override?.codes ?? []) };
}

/** What was set aside for this placement stays set aside, and nothing else. */
function bookAsAgreed(request: Omit<BookingRequest, "override">, facts: BookingFacts, agreed: readonly string[]): Result<Booking, Refusals> {
  const booked = book({ ...request, override: agreed.length > 0 }, facts);
  return booked.ok && booked.value.overridden.some((code) => !agreed.includes(code)) ? book({ ...request, override: false }, facts) : booked;
}

async function save(db: Db, open: OpenPlacement, asked: readonly Asked[], { nights, turnaround }: Wanted): Promise<Result<unknown, Refusals>> {
  const placement = { ...open.placement, turnaround: turnaround ?? open.placement.turnaround };
  await changeStays(db, liveOf(placement.stays).map(({ id }) => id), { arrival: nights.from, exit: nights.until, plannedExit: nights.until });
  const { stays } = await findPlacement(db, placement.id);
  const written = await writeOver(db, placement, await heldWith(db, { ...open, placement }, stays, asked.flatMap(({ booked }) => (booked.ok ? booked.value.heldBedIds : []))));
  if (!written.ok) return written;

  const main = asked.find(({ facts }) => facts.unit.id === placement.unitId) ?? asked[0];
  const limit = main?.booked.ok ? main.booked.value.latestExit : null;
  await sumUp(db, placement.id, { ruleId: main?.facts.rule?.id ?? null, latestExit: limit && placement.extendedUntil ? laterOf(limit, placement.extendedUntil) : limit, ...(turnaround && fromTurnaround(turnaround)) });
  return ok(undefined);
}
