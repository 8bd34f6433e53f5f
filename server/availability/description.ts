import "server-only";
import { addDays, type Day, type Period } from "@/domain/day";
import type { Gender, Party } from "@/domain/people";

/** Any adult age will do: conditions on age are checked when the household is known. */
const ASSUMED_ADULT_AGE = 35;

/** People described by number and age: everything else about them is unknown. Each is as old as said for the whole first year. */
export function describedParty(adults: number, minorAges: readonly number[], adultGenders: readonly Gender[], arrival: Day): Party {
  const birthday = arrival.endsWith("-02-29") ? "-02-28" : arrival.slice(4);
  const person = (age: number, gender: Gender, index: number): Party["members"][number] => ({
    personId: `described-${index}`, role: index === 0 ? "head" : "other", birthDate: `${Number(arrival.slice(0, 4)) - age}${birthday}`,
    gender, citizenship: null, residencePermit: null,
  });
  const grown = Array.from({ length: adults }, (_, index) => person(ASSUMED_ADULT_AGE, adultGenders[index] ?? "unknown", index));
  const minors = minorAges.map((age, index) => person(age, "unknown", adults + index));
  return { members: [...grown, ...minors], needs: [], known: false };
}

/** The nights of a search by its last day or by their number; null when neither makes a period. */
export function nightsAsked(from: Day, until: Day | undefined, nights: number | undefined): Period | null {
  if (until !== undefined) return until >= from ? { from, until } : null;
  return nights === undefined ? null : { from, until: addDays(from, nights) };
}
