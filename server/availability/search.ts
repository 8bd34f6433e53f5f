import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findParty } from "@/db/parties";
import { findHouseholdMunicipality } from "@/db/households";
import type { Asked } from "@/db/occupancy";
import { freeFrom, type FreeBed } from "@/domain/availability";
import { fitOf, openFor, turnaroundSought, type UnitState } from "@/domain/booking";
import type { Check } from "@/domain/checks";
import { addDays, type Day, nightsBetween, type Period } from "@/domain/day";
import { type SharedWith, sharedWith } from "@/domain/eligibility";
import type { Letting, Unit } from "@/domain/housing";
import type { Party } from "@/domain/people";
import { ruleInForce, strictness } from "@/domain/stay-rules";
import { type Actor, findsProtected, may } from "@/domain/actor";
import { requireIn } from "../guard";
import { countedNights } from "../placements/stay-limit";
import { asFoundBy, findMoving, goingOn, type Moving } from "./moving";
import { type Place, type Places, readPlaces } from "./places";

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
  const places = await readPlaces(db, search, reachOf(search), today);
  return searchAmong(db.actor, { ...places, each: places.each.map((place) => withoutTheirOwn(place, seeking)) }, search, { ...seeking, counted: await countedFor(db, search, seeking, places) });
}

/** The same for nobody who is known by name, in places that were read before; they must reach as far as the search. */
export function searchPlaces(actor: Actor, places: Places, search: Search): Found {
  return searchAmong(actor, places, search, described(search));
}

function searchAmong(actor: Actor, { each, rules }: Places, search: Search, seeking: Seeking): Found {
  const { nights, forward, includeUnfit } = search;
  const { counted = [], moving } = seeking;
  const withoutUnseen = hidingUnseen(actor, search.municipality);
  const vacancies = each.filter(({ unit }) => matches(unit, search)).map((place) => {
    const state: UnitState = { rule: ruleInForce(rules, place.unit, nights.from), counted, ...place };
    return withoutUnseen(vacancyIn(actor, moving ? asFoundBy(moving, state) : state, search, seeking));
  });

  const fits = vacancies.filter((vacant) => vacant.fits);
  const later = forward ? vacancies.filter((vacant) => !vacant.fits && vacant.freeFrom !== null && failsOnlyByTime(vacant)) : [];
  const others = includeUnfit ? vacancies.filter((vacant) => !vacant.fits && !later.includes(vacant)) : [];
  return { items: [...fits, ...later, ...others], excludedBy: countReasons(vacancies), examined: vacancies.length };
}

/** Who would share is told to those who may see the people there. */
function hidingUnseen(actor: Actor, municipality: string): (vacant: Vacant) => Vacant {
  const seesPeople = may(actor, "household.read", municipality);
  return (vacant) => {
    const seesThem = seesPeople && (!vacant.unit.addressProtected || findsProtected(actor, municipality, vacant.unit.organisationId));
    return seesThem ? vacant : { ...vacant, sharedWith: [] };
  };
}

type Seeking = { party: Party; isAsked: boolean; householdId?: string; moving?: Moving; counted?: UnitState["counted"] };

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
  return described(search);
}

function described(search: Search): Seeking {
  return { party: search.described ?? { members: [], needs: [], known: false }, isAsked: search.described !== undefined };
}

/** How far ahead people are known whom a later stay would share with. */
const FORWARD_REACH = 730;

function reachOf({ nights, forward }: Search): Asked {
  const window = { from: nights.from, until: forward ? null : nights.until };
  // Who is there later matters to a stay that begins later.
  return { window, nights: forward ? { ...nights, until: addDays(nights.until, FORWARD_REACH) } : nights };
}

function withoutTheirOwn(place: Place, { householdId }: Seeking): Place {
  return { ...place, occupants: place.occupants.filter((occupant) => occupant.householdId !== householdId) };
}

/** The nights that clocks may count of the household that is named. */
function countedFor(db: Db, { municipality, householdId }: Search, { party }: Seeking, { rules }: Places): Promise<UnitState["counted"]> {
  const personIds = householdId ? party.members.map(({ personId }) => personId) : [];
  return countedNights(db, { municipality, subjectId: householdId ?? municipality, personIds, rules, hold: false });
}

const ALWAYS_BINDING: readonly Check["code"][] = ["size", "opening", "free_beds", "max_stay", "features", "going_on"];

function matches(unit: Unit, search: Search): boolean {
  if ((search.kind !== undefined && unit.kind !== search.kind) || (search.facilityId !== undefined && unit.facilityId !== search.facilityId)) return false;
  return (search.letting === undefined || unit.letting === search.letting) && (search.genderPolicy === undefined || unit.genderPolicy === search.genderPolicy);
}

function vacancyIn(actor: Actor, state: UnitState, search: Search, { party, isAsked, moving }: Seeking): Vacant {
  const { features, withoutFeatures } = search;
  const found = isAsked ? fitOf(state, party, search.nights, { features, withoutFeatures }) : openFor(state, search.nights, { features, withoutFeatures });
  const fit = moving ? goingOn(actor, moving, state.unit, found) : found;
  const needed = Math.max(1, search.persons ?? party.members.length);
  const isOfNumber = state.unit.beds.length >= needed && fit.vacancy.free.length >= needed;
  // As in booking: an arrival before today is held to beds and maximum stay, conditions only warn.
  const onlyWarns = strictness(search.nights.from, search.nights.until, state.occupancy.today).conditions === "warn";
  const binding = isAsked && onlyWarns ? fit.checks.filter(({ code }) => ALWAYS_BINDING.includes(code)) : fit.checks;
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
