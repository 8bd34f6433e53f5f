import { createLoader, parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { addMonths, isDay, nightsBetween, type Day } from "@/domain/day";
import { FACILITY_KINDS, type FacilityKind } from "@/domain/housing";
import { GENDERS, type Gender } from "@/domain/people";

/** The features that can be asked for with a chip. */
export const ASKED_FEATURES = ["step_free", "private_bathroom", "cot"] as const;
export type AskedFeature = (typeof ASKED_FEATURES)[number];

/** The search as it stands in the address, so that the same address shows the same thing to a colleague. */
export const searchParsers = {
  municipality: parseAsString,
  from: parseAsString,
  until: parseAsString,
  householdId: parseAsString,
  adults: parseAsInteger.withDefault(1),
  adultGenders: parseAsArrayOf(parseAsStringLiteral(GENDERS)).withDefault([]),
  minorAges: parseAsArrayOf(parseAsInteger).withDefault([]),
  features: parseAsArrayOf(parseAsStringLiteral(ASKED_FEATURES)).withDefault([]),
  kind: parseAsStringLiteral(FACILITY_KINDS),
};

export const loadSearch = createLoader(searchParsers);

type Typed = {
  municipality: string | null;
  from: string | null;
  until: string | null;
  householdId: string | null;
  adults: number;
  /** In order; who is missing is not told. */
  adultGenders: Gender[];
  minorAges: number[];
  features: AskedFeature[];
  kind: FacilityKind | null;
};

export type AvailabilitySearch = Omit<Typed, "municipality" | "from" | "until"> & { municipality: string; from: Day; until: Day };

/** Fills in what the address leaves out: the person's own municipality, a month from today, one adult. */
export function searchFrom(typed: Typed, ownMunicipality: string, today: Day): AvailabilitySearch {
  const from = typed.from && isDay(typed.from) ? typed.from : today;
  const until = typed.until && isDay(typed.until) ? typed.until : addMonths(from, 1);
  const minorAges = typed.minorAges.filter((age) => age >= 0 && age < 18).slice(0, 10);
  const adults = Math.min(12, Math.max(minorAges.length > 0 ? 0 : 1, typed.adults));
  const adultGenders = Array.from({ length: adults }, (_, index) => typed.adultGenders[index] ?? "unknown");
  return { ...typed, municipality: typed.municipality ?? ownMunicipality, from, until, adults, adultGenders, minorAges };
}

export function nightsOf(search: AvailabilitySearch): number {
  return nightsBetween(search.from, search.until);
}

export function peopleIn(search: AvailabilitySearch): number {
  return search.adults + search.minorAges.length;
}

type Parameters = Record<string, string | number | boolean | null>;

/** The question to the API; units that are free later, and those that do not fit, come too, with the reasons. */
export function parametersOf(search: AvailabilitySearch): Parameters {
  return { ...describedIn(search), householdId: search.householdId, forward: true, includeUnfit: true };
}

/** The same people elsewhere: a household is known to its own municipality only, so it is described. */
export function describedIn(search: AvailabilitySearch): Parameters {
  return {
    municipality: search.municipality,
    from: search.from,
    until: search.until,
    adults: search.householdId ? null : search.adults,
    adultGenders: search.householdId || search.adultGenders.every((gender) => gender === "unknown") ? null : search.adultGenders.join(","),
    minorAges: search.householdId ? null : search.minorAges.join(","),
    features: search.features.join(","),
    kind: search.kind,
  };
}
