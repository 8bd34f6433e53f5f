import type { Condition } from "./conditions";
import { type Day, earlierOf, laterOf } from "./day";
import type { Turnaround } from "./turnaround";

export const FACILITY_KINDS = [
  "emergency_shelter", "reception_centre", "cohousing", "bridge", "housing_training", "hotel",
  "supported_collective", "family_hosting", "social_housing",
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** ETHOS Light category of each kind (FEANTSA 2017): 2 emergency accommodation, 3 accommodation for the homeless, 4 institutions, 5 temporary conventional housing, 6 with family. */
export const ETHOS_LIGHT: Record<FacilityKind, 2 | 3 | 4 | 5 | 6> = {
  emergency_shelter: 2, reception_centre: 3, cohousing: 3, bridge: 3, housing_training: 3, hotel: 3,
  supported_collective: 3, family_hosting: 6, social_housing: 5,
};

export const LETTINGS = ["by_bed", "whole_unit"] as const;
export type Letting = (typeof LETTINGS)[number];

export const GENDER_POLICIES = ["women", "men", "mixed", "family"] as const;
export type GenderPolicy = (typeof GENDER_POLICIES)[number];

export const BED_KINDS = ["single", "bunk_lower", "bunk_upper", "double", "cot"] as const;
export type BedKind = (typeof BED_KINDS)[number];

export const CLOSURE_REASONS = [
  "maintenance", "damage", "disinfestation", "renovation", "reserved", "incident", "contract_end", "other",
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** Days something is open; null: no bound of its own. `closesOn` is the first day no longer open. */
export type Opening = { opensOn: Day | null; closesOn: Day | null };

/** A place for one person, with its dates already intersected with those of its unit and facility. */
export type Bed = { id: string; name: string; kind: BedKind; opensOn: Day | null; closesOn: Day | null };

/** A unit as search and booking see it: what is let, with all that its flat and facility say. */
export type Unit = {
  id: string;
  name: string;
  flatName: string | null;
  facilityId: string;
  facilityName: string;
  municipality: string;
  organisationId: string | null;
  programmeId: string | null;
  kind: FacilityKind;
  letting: Letting;
  genderPolicy: GenderPolicy;
  /** Of the unit and of its facility together. */
  features: string[];
  /** Of the unit, its facility and the facility's programme together; the stay rule's come in beside them. */
  conditions: Condition[];
  /** The facility's own, null when it says nothing. */
  turnaround: Turnaround | null;
  addressProtected: boolean;
  confirmedAt: string | null;
  beds: Bed[];
};

/** The days on which all of them are open; null bounds inherit. */
export function intersection(...openings: Opening[]): Opening {
  const opens = openings.flatMap(({ opensOn }) => (opensOn === null ? [] : [opensOn]));
  const closes = openings.flatMap(({ closesOn }) => (closesOn === null ? [] : [closesOn]));
  return {
    opensOn: opens.length > 0 ? opens.reduce(laterOf) : null,
    closesOn: closes.length > 0 ? closes.reduce(earlierOf) : null,
  };
}

/** `closesOn` is the first day no longer open. */
export function isOpenOn({ opensOn, closesOn }: Opening, day: Day): boolean {
  return (opensOn === null || opensOn <= day) && (closesOn === null || day < closesOn);
}

/** The policy that binds a room: its own, else its flat's, else its facility's, else mixed. */
export function bindingGenderPolicy(...inOrder: (GenderPolicy | null)[]): GenderPolicy {
  return inOrder.find((policy) => policy !== null) ?? "mixed";
}

/** Which of these a unit has not. */
export function missingFeatures({ features }: Pick<Unit, "features">, asked: readonly string[]): string[] {
  return asked.filter((feature) => !features.includes(feature));
}
