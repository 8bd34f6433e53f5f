import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { type OccupantRow, stateOfUnits } from "@/db/occupancy";
import { findParty } from "@/db/parties";
import { findStayRules } from "@/db/stay-rules";
import { findUnits } from "@/db/units";
import { findHouseholdMunicipality } from "@/db/households";
import { freeFrom, type FreeBed } from "@/domain/availability";
import { fitOf, turnaroundSought, type UnitState } from "@/domain/booking";
import type { Check } from "@/domain/checks";
import { addDays, type Day, nightsBetween, type Period } from "@/domain/day";
import { type SharedWith, sharedWith } from "@/domain/eligibility";
import type { Letting, Unit } from "@/domain/housing";
import type { Party } from "@/domain/people";
import { ruleInForce, strictness } from "@/domain/stay-rules";
import { findsProtected, may } from "@/domain/actor";
import { requireIn } from "../guard";
import { countedNights } from "../placements/stay-limit";
import { asFoundBy, findMoving, goingOn, type Moving } from "./moving";

export type Search = {
  municipality: string;
  nights: Period;
  kind?: string;
  facilityId?: string;
  letting?: Letting;
  genderPolicy?: Unit["genderPolicy"];
  features: string[];
  withoutFeatures: string[];
  /** Who looks for a place: a household, people described by number and age, only a number, or nobody in particular. */
  householdId?: string;
  described?: Party;
  /** Who of a placement looks for other beds, or joins it: nobody named is everybody of it. */
  placementId?: string;
  personIds?: string[];
  persons?: number;
  forward: boolean;
  includeUnfit: boolean;
};

export type Vacant = {
  unit: Unit;
  free: FreeBed[];
  latestExit: Day | null;
  sharedWith: SharedWith[];
  checks: Check[] | null;
  fits: boolean;
  freeFrom: Day | null;
  restsOnExit: boolean;
};

export type Found = { items: Vacant[]; excludedBy: { code: string; units: number }[]; examined: number };

/** Every unit with a place for the nights asked; with a party, every unit that fits it, and on demand those that do not, with why. */
export async function searchAvailability(db: Db, search: Search, today: Day): Promise<Found> {
  requireIn(db, "availability.read", search.municipality);
  const seeking = await seekingOf(db, search);
  const states = await unitStates(db, search, seeking, today);
  const vacancies = states.filter(({ unit }) => matches(unit, search)).map((state) => withoutUnseen(db, vacancyIn(db, state, search, seeking)));

  const fits = vacancies.filter((vacant) => vacant.fits);
  const later = search.forward ? vacancies.filter((vacant) => !vacant.fits && vacant.freeFrom !== null && failsOnlyByTime(vacant)) : [];
  const others = search.includeUnfit ? vacancies.filter((vacant) => !vacant.fits && !later.includes(vacant)) : [];
  return { items: [...fits, ...later, ...others], excludedBy: countReasons(vacancies), examined: vacancies.length };
}

/** Who would share is told to those who may see the people there. */
function withoutUnseen({ actor }: Db, vacant: Vacant): Vacant {
  const { municipality, organisationId, addressProtected } = vacant.unit;
  const seesThem = may(actor, "household.read", municipality) && (!addressProtected || findsProtected(actor, municipality, organisationId));
  return seesThem ? vacant : { ...vacant, sharedWith: [] };
}

type Seeking = { party: Party; isAsked: boolean; householdId?: string; moving?: Moving };

async function seekingOf(db: Db, search: Search): Promise<Seeking> {
  if (search.placementId) {
    const moving = await findMoving(db, search.municipality, search.placementId, search.personIds);
    const { householdId, municipality } = moving.placement;
    await recordAudit(db, { action: "household.fit.read", municipality, subjectId: householdId });
    return { party: moving.party, isAsked: true, householdId, moving };
  }
  if (search.householdId) {
    const municipality = await findHouseholdMunicipality(db, search.householdId);
    if (municipality !== search.municipality) throw new NotFound("household");
    // What fits tells who they are and what they need.
    await recordAudit(db, { action: "household.fit.read", municipality, subjectId: search.householdId });
    return { party: await findParty(db, search.householdId, search.nights.from), isAsked: true, householdId: search.householdId };
  }
  return { party: search.described ?? { members: [], needs: [], known: false }, isAsked: search.described !== undefined };
}

async function unitStates(db: Db, search: Search, { party, householdId, moving }: Seeking, today: Day): Promise<UnitState[]> {
  const { municipality, kind, facilityId } = search;
  const [units, rules] = await Promise.all([findUnits(db, { municipality, kind, facilityId }), findStayRules(db, municipality)]);
  const window = { from: search.nights.from, until: search.forward ? null : search.nights.until };
  // Who is there later matters to a stay that begins later.
  const nights = search.forward ? { ...search.nights, until: addDays(search.nights.until, FORWARD_REACH) } : search.nights;
  const { occupancy, occupants } = await stateOfUnits(db, units, { window, nights }, today);
  const personIds = search.householdId ? party.members.map(({ personId }) => personId) : [];
  const counted = await countedNights(db, { municipality, subjectId: search.householdId ?? municipality, personIds, rules, hold: false });
  const states = units.map((unit) => stateOf(unit, { occupancy, occupants: occupants.filter((occupant) => occupant.householdId !== householdId), rules, counted }, search));
  return moving ? states.map((state) => asFoundBy(moving, state)) : states;
}

/** How far ahead people are known whom a later stay would share with. */
const FORWARD_REACH = 730;

type Known = { occupancy: UnitState["occupancy"]; occupants: OccupantRow[]; rules: NonNullable<UnitState["rule"]>[]; counted: UnitState["counted"] };

function stateOf(unit: Unit, { occupancy, occupants, rules, counted }: Known, search: Search): UnitState {
  const beds = new Set(unit.beds.map(({ id }) => id));
  return {
    unit,
    occupancy: { ...occupancy, blocks: occupancy.blocks.filter(({ bedId }) => beds.has(bedId)), inHouse: occupancy.inHouse.filter(({ bedId }) => beds.has(bedId)) },
    occupants: occupants.filter(({ unitId }) => unitId === unit.id),
    rule: ruleInForce(rules, unit, search.nights.from),
    counted,
  };
}

const ALWAYS_BINDING: readonly Check["code"][] = ["size", "opening", "free_beds", "max_stay", "features", "going_on"];

function matches(unit: Unit, search: Search): boolean {
  return (search.letting === undefined || unit.letting === search.letting) && (search.genderPolicy === undefined || unit.genderPolicy === search.genderPolicy);
}

function vacancyIn(db: Db, state: UnitState, search: Search, { party, isAsked, moving }: Seeking): Vacant {
  const { features, withoutFeatures } = search;
  const found = fitOf(state, party, search.nights, { features, withoutFeatures });
  const fit = moving ? goingOn(db, moving, state.unit, found) : found;
  const needed = Math.max(1, search.persons ?? party.members.length);
  const isOfNumber = state.unit.beds.length >= needed && fit.vacancy.free.length >= needed;
  // As in booking: an arrival before today is held to beds and maximum stay, conditions only warn.
  const onlyWarns = strictness(search.nights.from, search.nights.until, state.occupancy.today).conditions === "warn";
  const binding = isAsked && !onlyWarns ? fit.checks : fit.checks.filter(({ code }) => isAsked ? ALWAYS_BINDING.includes(code) : code === "max_stay" || code === "features");
  const rests = fit.vacancy.free.some(({ restsOnExit }) => restsOnExit);
  return {
    unit: state.unit,
    free: fit.vacancy.free,
    latestExit: fit.latestExit,
    sharedWith: sharedWith(state.occupants, search.nights),
    checks: isAsked ? fit.checks : null,
    fits: isOfNumber && binding.every(({ passed }) => passed),
    ...laterIn(state, search, party, needed, isOfNumber, rests),
  };
}

function laterIn(state: UnitState, search: Search, party: Party, needed: number, isFreeNow: boolean, rests: boolean): { freeFrom: Day | null; restsOnExit: boolean } {
  if (!search.forward || isFreeNow) return { freeFrom: null, restsOnExit: rests };
  const sought = { nights: search.nights, turnaround: turnaroundSought(state) };
  const day = freeFrom(state.unit, state.occupancy, sought, needed);
  const isTrue = day !== null && (party.members.length === 0 || wouldShareWell(state, party, { from: day, until: addDays(day, nightsBetween(search.nights.from, search.nights.until)) }));
  return isTrue ? { freeFrom: day, restsOnExit: state.occupancy.inHouse.length > 0 } : { freeFrom: null, restsOnExit: rests };
}

/** On the later nights others may be there, ages are other ones, and plans that follow are nearer. */
function wouldShareWell(state: UnitState, party: Party, nights: Period): boolean {
  return fitOf(state, party, nights).checks.every(({ code, passed }) => passed || (code !== "minors" && code !== "gender_policy" && code !== "max_stay"));
}

/** Free later is worth showing only when nothing but the time is in the way. */
function failsOnlyByTime({ checks }: Vacant): boolean {
  return checks === null || checks.every(({ code, passed }) => passed || code === "free_beds" || code === "opening");
}

function countReasons(vacancies: readonly Vacant[]): { code: string; units: number }[] {
  const counts = new Map<string, number>();
  for (const { checks, fits } of vacancies) {
    const failed = fits ? [] : (checks ?? []).filter(({ passed }) => !passed);
    for (const code of new Set(failed.map((check) => check.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, units]) => ({ code, units })).sort((a, b) => b.units - a.units || (a.code < b.code ? -1 : 1));
}
