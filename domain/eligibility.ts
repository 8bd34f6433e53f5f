import { conditionCheck } from "./condition-checks";
import type { Condition } from "./conditions";
import { type Check, check } from "./checks";
import { ageOn, comingOfAge, type Day, earlierOf, laterOf, nightsInCommon, overlaps, type Period } from "./day";
import { missingFeatures, type Unit } from "./housing";
import { adultsOf, compositionsOf, type Gender, type Party, type PartyMember } from "./people";

/** Somebody of another household who sleeps, or will, in the same unit. */
export type Occupant = { birthDate: Day; gender: Gender; nights: Period };

export type FitQuestion = {
  party: Party;
  unit: Unit;
  nights: Period;
  /** Of the unit and its facility, the stay rule and the programme together. */
  conditions: readonly Condition[];
  occupants: readonly Occupant[];
} & FeaturesAsked;

/** Features somebody asked for in the search. */
export type FeaturesAsked = { features?: readonly string[]; withoutFeatures?: readonly string[] };

/** Everything that decides whether a household may live in a unit, free beds apart: each with pass or fail, facts, remedy. */
export function eligibilityChecks(question: FitQuestion): Check[] {
  return [
    genderPolicyCheck(question),
    minorsCheck(question),
    ...featureChecks(question.unit, question),
    ...admissionChecks(question),
    ...question.conditions.map((condition) => conditionCheck(condition, question)),
  ];
}

/**
 * `women` and `men` bind whoever is an adult on any night of the stay; minors accompany their parent. `family` asks a minor on
 * every night. People of other or unknown gender fit `mixed`, and `family` with a minor.
 */
function genderPolicyCheck({ party, unit, nights }: FitQuestion): Check {
  const policy = unit.genderPolicy;
  if (policy === "mixed") return check("gender_policy", true, { policy, until: null }, null);
  if (policy === "family") {
    const until = party.members.map(({ birthDate }) => comingOfAge(birthDate)).reduce(laterOf, nights.from);
    const hasMinor = until > nights.from;
    return check("gender_policy", hasMinor && until >= nights.until, { policy, until: hasMinor ? until : null }, hasMinor ? "leave_earlier" : "other_unit");
  }

  const welcome: Gender = policy === "women" ? "female" : "male";
  const others = party.members.filter(({ gender }) => gender !== welcome);
  const isAlone = adultsOf(party, nights.from).length === 0;
  const bound = others.filter(({ birthDate }) => isAlone || comingOfAge(birthDate) < nights.until);
  const until = bound.map(({ birthDate }) => comingOfAge(birthDate)).reduce(earlierOf, nights.until);
  const isAgeing = bound.length > 0 && !isAlone && until > nights.from;
  return check("gender_policy", bound.length === 0, { policy, until: isAgeing ? until : null }, isAgeing ? "leave_earlier" : "other_unit");
}

/** Minors never share a by-bed room with unrelated adults, on any night. */
function minorsCheck({ party, unit, nights, occupants }: FitQuestion): Check {
  if (unit.letting === "whole_unit") return check("minors", true, { nights: 0 }, null);
  const there = occupants.filter((occupant) => overlaps(occupant.nights, nights));
  const pairs = party.members.flatMap((member) => there.map((occupant) => sharedNights(member, nights, occupant)));
  const most = Math.max(0, ...pairs);
  return check("minors", most === 0, { nights: most }, "whole_unit");
}

function sharedNights(member: PartyMember, nights: Period, occupant: Occupant): number {
  const memberMinor = { from: nights.from, until: earlierOf(nights.until, comingOfAge(member.birthDate)) };
  const memberAdult = { from: laterOf(nights.from, comingOfAge(member.birthDate)), until: nights.until };
  const occupantMinor = { from: occupant.nights.from, until: earlierOf(occupant.nights.until, comingOfAge(occupant.birthDate)) };
  const occupantAdult = { from: laterOf(occupant.nights.from, comingOfAge(occupant.birthDate)), until: occupant.nights.until };
  return nightsInCommon(memberMinor, occupantAdult) + nightsInCommon(memberAdult, occupantMinor);
}

export function featureChecks(unit: Pick<Unit, "features">, { features = [], withoutFeatures = [] }: FeaturesAsked): Check[] {
  if (features.length === 0 && withoutFeatures.length === 0) return [];
  const missing = missingFeatures(unit, features);
  const unwanted = withoutFeatures.filter((feature) => unit.features.includes(feature));
  return [check("features", missing.length + unwanted.length === 0, { missing, unwanted }, "ask_fewer_features")];
}

/** A minor without an adult is admitted by host families, and where a condition names the composition. */
function admissionChecks({ party, unit, nights, conditions }: FitQuestion): Check[] {
  const compositions = compositionsOf(party, nights.from);
  if (!compositions.includes("unaccompanied_minor") || unit.kind === "family_hosting") return [];
  if (conditions.some((condition) => condition.code === "composition")) return [];
  return [check("composition", false, { anyOf: [], is: compositions }, "other_unit")];
}

export const AGE_BANDS = ["0-2", "3-13", "14-17", "18-29", "30-54", "55-64", "65+"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export type SharedWith = { ageBand: AgeBand; gender: Gender; nights: number };

/** Who would share the room: age band, gender and nights in common; no names. */
export function sharedWith(occupants: readonly Occupant[], nights: Period): SharedWith[] {
  return occupants
    .filter((occupant) => overlaps(occupant.nights, nights))
    .map((occupant) => ({ ageBand: ageBand(occupant.birthDate, nights.from), gender: occupant.gender, nights: nightsInCommon(occupant.nights, nights) }));
}

const BELOW: readonly [number, AgeBand][] = [[3, "0-2"], [14, "3-13"], [18, "14-17"], [30, "18-29"], [55, "30-54"], [65, "55-64"]];

function ageBand(birthDate: Day, on: Day): AgeBand {
  const age = ageOn(birthDate, on);
  return BELOW.find(([below]) => age < below)?.[1] ?? "65+";
}
