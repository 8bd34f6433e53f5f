import { freeUntil, type Vacancy, vacancyOf } from "./availability";
import type { Occupancy, Sought } from "./blocks";
import { type Check, check } from "./checks";
import type { Condition } from "./conditions";
import { ageOn, type Day, type Period } from "./day";
import { eligibilityChecks, featureChecks, type FeaturesAsked, type Occupant } from "./eligibility";
import type { Unit } from "./housing";
import { isAdult, type Party, type PartyMember } from "./people";
import { type Assignment, assignBeds, COT_AGE, heldBeds } from "./placement";
import { alreadyPlaced, inOrder, inTheWay, type Refusal, type Refusals } from "./refusals";
import { no, ok, type Result } from "./failure";
import { type ClockNights, exceeded, type StayLimit, stayLimit } from "./stay-limit";
import { type StayRule, strictness } from "./stay-rules";
import { effectiveTurnaround, type Turnaround } from "./turnaround";

/** All that is known about a unit when a stay in it is sought. */
export type UnitState = {
  unit: Unit;
  occupancy: Occupancy;
  occupants: Occupant[];
  /** In force on the arrival day. */
  rule: StayRule | null;
  /** Nights that those who look for a place have in other placements, as stay clocks count them. */
  counted: readonly ClockNights[];
  /** Those of the household who have their beds in the unit already: the conditions are asked of all together. */
  company?: readonly PartyMember[];
};

/** The turnaround a stay sought here would have. */
export function turnaroundSought({ unit, rule }: Pick<UnitState, "unit" | "rule">, own?: Turnaround | null): Turnaround {
  return effectiveTurnaround(own, unit.turnaround, rule?.turnaround);
}

export function conditionsHere({ unit, rule }: UnitState): Condition[] {
  return [...unit.conditions, ...(rule?.conditions ?? [])];
}

/** How long these people could stay, arriving on a day. */
function limitHere({ rule, counted, occupancy }: UnitState, { members }: Party, arrival: Day): StayLimit {
  if (rule === null) return { latestExit: null, furthestExit: null, clock: null };
  const people = members.map(({ personId, birthDate }) => ({ personId, isAdult: isAdult(birthDate, arrival), from: arrival }));
  return stayLimit({ rule, arrival, people, nights: counted, today: occupancy.today });
}

export type Fit = { vacancy: Vacancy; checks: Check[]; latestExit: Day | null };

/** What anybody would find in a unit, whoever they are: free beds, and the checks that need nobody. */
export function openFor(state: UnitState, nights: Period, asked: FeaturesAsked = {}): Fit {
  const vacancy = vacancyOf(state.unit, state.occupancy, { nights, turnaround: turnaroundSought(state) });
  const { latestExit, check: maxStay } = limitCheck(state, NOBODY, nights);
  return { vacancy, latestExit, checks: [maxStay, ...featureChecks(state.unit, asked)] };
}

const NOBODY: Party = { members: [], needs: [], known: false };

/** What a household, or people described by number, would find in a unit: free beds and every check. Booking refuses where one of these fails. */
export function fitOf(state: UnitState, party: Party, nights: Period, asked: FeaturesAsked = {}): Fit {
  const sought = { nights, turnaround: turnaroundSought(state) };
  const vacancy = vacancyOf(state.unit, state.occupancy, sought);
  const { latestExit, check: maxStay } = limitCheck(state, party, nights);
  const needed = party.members.length;
  const again = vacancy.blockedBy.map(({ until }) => until).sort().at(-1) ?? null;
  const open = state.unit.beds.length - vacancy.notOpen.length;
  const hasBeds = needed > open || needed <= vacancy.free.length;
  const shorter = hasBeds ? null : freeUntil(state.unit, state.occupancy, sought, needed);

  return {
    vacancy,
    latestExit,
    checks: [
      check("size", needed <= state.unit.beds.length && (needed > 0 || !party.known), { needed, beds: state.unit.beds.length }, "bigger_unit"),
      check("opening", needed > state.unit.beds.length || needed <= open, { needed, open }, "later_arrival"),
      check("free_beds", hasBeds, { needed, free: vacancy.free.length, freeAgainOn: again, freeUntil: shorter }, "wait"),
      check("letting", true, { letting: state.unit.letting, spareBeds: spareBeds(state.unit, vacancy, needed) }, null),
      maxStay,
      ...eligibilityChecks({ party: withCompany(state, party), unit: state.unit, nights, conditions: conditionsHere(state), occupants: state.occupants, ...asked }),
    ],
  };
}

function limitCheck(state: UnitState, party: Party, nights: Period): { latestExit: Day | null; check: Check } {
  const { furthestExit: limit, clock } = limitHere(state, party, nights.from);
  const isWithinLimit = limit === null || nights.until <= limit || strictness(nights.from, nights.until, state.occupancy.today).maxStay === "warn";
  const facts = { latestExit: limit, usedNights: clock?.usedNights ?? 0, resetsOn: clock?.resetsOn ?? null };
  return { latestExit: limit, check: check("max_stay", isWithinLimit, facts, limit !== null && limit <= nights.from && clock?.resetsOn ? "wait_for_clock" : "shorter_stay") };
}

function withCompany({ company = [] }: UnitState, party: Party): Party {
  if (company.length === 0) return party;
  return { ...party, members: [...company, ...party.members] };
}

function spareBeds(unit: Unit, vacancy: Vacancy, needed: number): number {
  return unit.letting === "whole_unit" ? Math.max(0, vacancy.free.length - needed) : 0;
}

export type BookingRequest = {
  nights: Period;
  beds: Assignment[] | null;
  turnaround: Turnaround | null;
  isSplit: boolean;
  /** Only from somebody who may override: conditions and maximum stay are then recorded and not refused. */
  override: boolean;
};

export type BookingFacts = UnitState & {
  party: Party;
  /** Nights the members already have elsewhere in that time. */
  elsewhere: { personId: string; placementId: string; nights: Period }[];
};

export type Warning = { code: "max_stay_exceeded" | "not_eligible" | "too_big_for_cot"; facts: Record<string, unknown> };

export type Booking = { assignments: Assignment[]; heldBedIds: string[]; latestExit: Day | null; warnings: Warning[]; overridden: string[] };

/** Decides whether this household may have these nights in this unit, and in which beds. */
export function book(request: BookingRequest, facts: BookingFacts): Result<Booking, Refusals> {
  const named = request.beds?.map(({ personId }) => personId) ?? facts.party.members.map(({ personId }) => personId);
  const placed: Party = { ...facts.party, members: facts.party.members.filter(({ personId }) => named.includes(personId)) };
  const sought: Sought = { nights: request.nights, turnaround: turnaroundSought(facts, request.turnaround) };
  const vacancy = vacancyOf(facts.unit, facts.occupancy, sought);
  const rules = rulesFor(request, facts, placed);

  const refusals = inOrder([
    ...peopleRefusals(request, facts, placed, named),
    ...rules.refusals,
    ...bedRefusals(request, facts.unit, vacancy, placed.members.length),
  ]);
  if (refusals) return no(refusals);

  const assignments = request.beds ?? assignBeds(placed.members, vacancy.free, request.nights.from);
  if (assignments === null) return no([{ code: "bed_taken", blockedBy: inTheWay(vacancy.blockedBy) }]);
  return ok({
    assignments,
    heldBedIds: heldBeds(facts.unit.letting, vacancy.free, assignments),
    latestExit: limitHere(facts, placed, request.nights.from).latestExit,
    warnings: [...rules.warnings, ...cotWarnings(facts, assignments, request.nights.from)],
    overridden: rules.overridden,
  });
}

/** Who names a cot for somebody too big for it is told; nobody is refused a place for it. */
function cotWarnings({ unit, party }: BookingFacts, assignments: readonly Assignment[], arrival: Day): Warning[] {
  const cots = unit.beds.filter(({ kind }) => kind === "cot").map(({ id }) => id);
  const inCots = assignments.filter(({ bedId }) => cots.includes(bedId)).map(({ personId }) => personId);
  const tooBig = party.members.filter(({ personId, birthDate }) => inCots.includes(personId) && ageOn(birthDate, arrival) >= COT_AGE);
  return tooBig.length === 0 ? [] : [{ code: "too_big_for_cot", facts: { personIds: tooBig.map(({ personId }) => personId) } }];
}

function peopleRefusals(request: BookingRequest, facts: BookingFacts, placed: Party, named: string[]): Refusal[] {
  const members = facts.party.members.map(({ personId }) => personId);
  const strangers = named.filter((personId) => !members.includes(personId));
  const missing = members.filter((personId) => !named.includes(personId));
  const busy = facts.elsewhere.filter(({ personId }) => named.includes(personId));
  const refusals: Refusal[] = [];
  if (strangers.length > 0 || members.length === 0) refusals.push({ code: "not_a_member", personIds: strangers, on: request.nights.from });
  if (missing.length > 0 && !request.isSplit) refusals.push({ code: "household_incomplete", missing });
  if (placed.members.length > facts.unit.beds.length) refusals.push({ code: "unit_too_small", needed: placed.members.length, beds: facts.unit.beds.length });
  return [...refusals, ...alreadyPlaced(busy)];
}

function rulesFor(request: BookingRequest, facts: BookingFacts, placed: Party): { refusals: Refusal[]; warnings: Warning[]; overridden: string[] } {
  const strict = strictness(request.nights.from, request.nights.until, facts.occupancy.today);
  const limit = limitHere(facts, placed, request.nights.from);
  const failed = eligibilityChecks({ party: withCompany(facts, placed), unit: facts.unit, nights: request.nights, conditions: conditionsHere(facts), occupants: facts.occupants })
    .filter(({ passed }) => !passed);
  const tooLong = facts.rule !== null && limit.furthestExit !== null && request.nights.until > limit.furthestExit ? exceeded(facts.rule.id, limit) : null;

  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  const overridden: string[] = [];
  if (tooLong) {
    if (strict.maxStay === "warn") warnings.push({ code: "max_stay_exceeded", facts: { latestExit: tooLong.latestExit } });
    else if (request.override) overridden.push("max_stay_exceeded");
    else refusals.push(tooLong);
  }
  if (failed.length > 0) {
    if (strict.conditions === "warn") warnings.push({ code: "not_eligible", facts: { checks: failed } });
    else if (request.override) overridden.push(...failed.map(({ code }) => code));
    else refusals.push({ code: "not_eligible", checks: failed });
  }
  return { refusals, warnings, overridden };
}

function bedRefusals(request: BookingRequest, unit: Unit, vacancy: Vacancy, needed: number): Refusal[] {
  const wanted = request.beds?.map(({ bedId }) => bedId);
  const inUnit = unit.beds.map(({ id }) => id);
  const foreign = wanted?.filter((bedId) => !inUnit.includes(bedId)) ?? [];
  if (foreign.length > 0) return [{ code: "bed_not_in_unit", bedIds: foreign }];

  const free = vacancy.free.map(({ id }) => id);
  const isFree = wanted ? wanted.every((bedId) => free.includes(bedId)) : needed <= free.length;
  if (isFree || needed > unit.beds.length) return [];
  const asked = unit.letting === "whole_unit" ? inUnit : (wanted ?? inUnit);
  const closed = vacancy.notOpen.map(({ id }) => id).filter((bedId) => (wanted ?? inUnit).includes(bedId));
  const blocking = vacancy.blockedBy.filter(({ bedId }) => asked.includes(bedId));
  const refusals: Refusal[] = [];
  const tooFewOpen = wanted ? closed.length > 0 : inUnit.length - closed.length < needed;
  if (tooFewOpen) refusals.push({ code: "bed_not_open", bedIds: closed });
  if (blocking.length > 0) refusals.push({ code: "bed_taken", blockedBy: inTheWay(blocking) });
  return refusals;
}
