import "server-only";
import { recordAudit } from "@/db/audit";
import { writePlacementBlocks } from "@/db/blocks";
import { worksIn } from "@/db/cases";
import { type Db, OWN_ORGANISATION } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findParty, lockHousehold } from "@/db/parties";
import { addPlacement, findPlacement, type PlacementRecord } from "@/db/placements";
import { protectHousehold } from "@/db/protection";
import { lockUnits } from "@/db/units";
import { findsProtected, may } from "@/domain/actor";
import { blocksOf } from "@/domain/blocks";
import { book, type Booking, type BookingFacts, turnaroundSought, type Warning } from "@/domain/booking";
import type { Day, Period } from "@/domain/day";
import { ok, type Result } from "@/domain/failure";
import type { Assignment } from "@/domain/placement";
import type { Refusals } from "@/domain/refusals";
import type { Turnaround } from "@/domain/turnaround";
import { Forbidden, requireFor, requireIn } from "../guard";
import { bookingFacts } from "./booking-facts";
import { endLostPlans } from "./end-lost-plans";
import { keepLimits } from "./stay-limit";

export type PlaceInput = {
  householdId: string;
  unitId: string;
  nights: Period;
  beds: Assignment[] | null;
  turnaround: Turnaround | null;
  split: { reason: string } | null;
  override: { reason: string; approvedBy: string | null } | null;
};

/** Gives a household its nights in a unit, bed by bed. Locks the household, then the unit: of any number of racers one wins and the others learn why. */
export async function placeHousehold(db: Db, input: PlaceInput, today: Day): Promise<Result<PlacementRecord & { warnings: Warning[] }, Refusals>> {
  const household = await lockHousehold(db, input.householdId);
  requireIn(db, "placement.write", household.municipality);
  await lockUnits(db, [input.unitId]);

  const facts = await factsFor(db, input, today);
  if (facts.unit.municipality !== household.municipality) throw new NotFound("unit");
  await requireColleague(db, input.override?.approvedBy ?? null, household.municipality);
  requireFor(db, "placement.write", household.municipality, facts.unit.organisationId);
  // Who could not find the household afterwards does not place it there.
  if (facts.unit.addressProtected && !findsProtected(db.actor, household.municipality, facts.unit.organisationId)) throw new Forbidden("placement.write", "organisation");

  const mayOverride = may(db.actor, "override", household.municipality);
  const booked = book({ ...input, isSplit: input.split !== null, override: input.override !== null && mayOverride }, facts);
  if (!booked.ok) return booked;

  const id = await save(db, input, facts, booked.value);
  await endLostPlans(db, { placementId: id, householdId: input.householdId, personIds: booked.value.assignments.map(({ personId }) => personId), nights: input.nights });
  await keepLimits(db, input.householdId, today);
  return ok({ ...(await findPlacement(db, id)), warnings: booked.value.warnings });
}

/** Whoever approved works for the municipality: it may be asked about later. */
async function requireColleague(db: Db, userId: string | null, municipality: string): Promise<void> {
  if (userId !== null && !(await worksIn(db, userId, municipality))) throw new NotFound("user");
}

async function factsFor(db: Db, { householdId, unitId, nights, beds }: PlaceInput, today: Day): Promise<BookingFacts> {
  const party = await findParty(db, householdId, nights.from);
  const people = [...party.members.map(({ personId }) => personId), ...(beds ?? []).map(({ personId }) => personId)];
  return bookingFacts(db, { householdId, unitId, nights, party, people }, today);
}

async function save(db: Db, input: PlaceInput, facts: BookingFacts, booking: Booking): Promise<string> {
  const { unit, rule } = facts;
  const protectedFor = unit.addressProtected ? (unit.organisationId ?? OWN_ORGANISATION) : null;
  const override = booking.overridden.length > 0 && input.override ? { reason: input.override.reason, approvedBy: db.actor.id, codes: booking.overridden } : null;
  const { id, stays } = await addPlacement(db, {
    municipality: unit.municipality, householdId: input.householdId, unitId: unit.id, ruleId: rule?.id ?? null, nights: input.nights,
    latestExit: booking.latestExit, turnaround: input.turnaround, split: input.split, override, protectedFor, assignments: booking.assignments,
  });

  const wholeUnit = unit.letting === "whole_unit";
  const turnaround = turnaroundSought(facts, input.turnaround);
  const blocks = blocksOf({ placementId: id, wholeUnit, bedIds: booking.heldBedIds, stays, turnaround }, facts.occupancy.holidays);
  await writePlacementBlocks(db, { id, municipality: unit.municipality }, [{ unit, blocks }]);
  if (protectedFor !== null) await protectHousehold(db, input.householdId, protectedFor);
  await recordAudit(db, { action: "placement.planned", municipality: unit.municipality, subjectId: id, facts: { householdId: input.householdId, unitId: unit.id, overridden: booking.overridden } });
  return id;
}
