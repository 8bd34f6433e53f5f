import { ageOn, type Day } from "./day";

export const GENDERS = ["female", "male", "other", "unknown"] as const;
export type Gender = (typeof GENDERS)[number];

export const MEMBER_ROLES = ["head", "partner", "child", "other"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const NEEDS = [
  "wheelchair", "step_free", "mental_health_support", "addiction_support", "cot", "private_bathroom", "protected_address",
] as const;

/** Needs that reveal health (GDPR art. 9): kept encrypted, left out of exports, events and mail. */
export const HEALTH_NEEDS: readonly string[] = ["wheelchair", "mental_health_support", "addiction_support"];

export const REFERRAL_SOURCES = ["mobile_unit", "one_stop_shop", "social_district", "first_access", "other"] as const;
export type ReferralSource = (typeof REFERRAL_SOURCES)[number];

export type ResidencePermit = { kind: string; expiresOn: Day; renewalRequestedOn: Day | null };

/** What fit has to know of a person. `citizenship` is ISO 3166-1 alpha-2, `XXA` stateless, null not known. */
export type PartyMember = {
  personId: string;
  role: MemberRole;
  birthDate: Day;
  gender: Gender;
  citizenship: string | null;
  residencePermit: ResidencePermit | null;
};

/** The people looked for a place together: a household's members on the arrival day, or a description typed into the search. */
export type Party = {
  members: PartyMember[];
  needs: string[];
  /** False for people described by number and age only: what nobody could know of them is not held against them. */
  known: boolean;
};

/** Membership lasts up to, not including, `until`; null while nobody has left. */
export function isMemberOn({ from, until }: { from: Day; until: Day | null }, on: Day): boolean {
  return from <= on && (until === null || until > on);
}

const ADULT_AGE = 18;

export function isAdult(birthDate: Day, on: Day): boolean {
  return ageOn(birthDate, on) >= ADULT_AGE;
}

export function adultsOf(party: Party, on: Day): PartyMember[] {
  return party.members.filter((member) => isAdult(member.birthDate, on));
}

export function minorsOf(party: Party, on: Day): PartyMember[] {
  return party.members.filter((member) => !isAdult(member.birthDate, on));
}

export const COMPOSITIONS = [
  "single", "couple", "single_parent", "family_with_minors", "adults", "unaccompanied_minor",
] as const;
export type Composition = (typeof COMPOSITIONS)[number];

/** Every composition the party counts as, by ages on `arrival`: a single parent is a family with minors as well. */
export function compositionsOf(party: Party, arrival: Day): Composition[] {
  const adults = adultsOf(party, arrival);
  const minors = minorsOf(party, arrival);
  if (adults.length === 0) return minors.length > 0 ? ["unaccompanied_minor"] : [];
  if (minors.length > 0) return adults.length === 1 ? ["single_parent", "family_with_minors"] : ["family_with_minors"];
  if (adults.length === 1) return ["single"];
  const isCouple = adults.length === 2 && adults.some(({ role }) => role === "partner");
  return isCouple ? ["couple", "adults"] : ["adults"];
}

/** Citizens who need no permit: Italy, EU, EEA, Switzerland (d.lgs. 30/2007; agreement EC-Switzerland 1999). */
const FREE_MOVEMENT = new Set([
  "IT", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "LT", "LU", "LV", "MT",
  "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO", "CH",
]);

export function hasFreeMovement(citizenship: string): boolean {
  return FREE_MOVEMENT.has(citizenship);
}

/** Lawfully resident on `day`: free movement, or a permit valid then, or a receipt that its renewal was asked. Not known is not lawful. */
export function isLawfullyResident(person: PartyMember, day: Day): boolean {
  if (person.citizenship !== null && hasFreeMovement(person.citizenship)) return true;
  const permit = person.residencePermit;
  if (permit === null) return false;
  return permit.expiresOn >= day || (permit.renewalRequestedOn !== null && permit.renewalRequestedOn <= day);
}
