import { type Assignment, assignBeds } from "@/domain/placement";
import { failedChecks } from "../availability/failed-checks";
import type { Member, Stay, Vacancy } from "../http/api-types";

/** What no reason sets aside: there must be a bed. */
const OF_BEDS = ["size", "opening", "free_beds"];

/** Whether only conditions are in the way, which somebody may override. */
export function needsOverride(item: Vacancy): boolean {
  return item.fits === false && failedChecks(item).every(({ code }) => !OF_BEDS.includes(code));
}

/** The units worth offering to those who move: where they fit, then, for whoever may, those with an override; where they are, last. */
export function offersFor(items: readonly Vacancy[], movers: readonly Stay[], mayOverride: boolean): Vacancy[] {
  const worth = items.filter((item) => (item.fits !== false || (mayOverride && needsOverride(item))) && item.freeBeds.length >= movers.length && offersAnother(item, movers));
  const rank = (item: Vacancy) => (item.fits === false ? 2 : 0) + (isHere(item, movers) ? 1 : 0);
  return worth.toSorted((a, b) => rank(a) - rank(b) || a.facilityName.localeCompare(b.facilityName, "it") || a.unitName.localeCompare(b.unitName, "it", { numeric: true }));
}

/** Whether all of them are in this unit already. */
export function isHere({ unitId }: Vacancy, movers: readonly Stay[]): boolean {
  return movers.every((stay) => stay.unitId === unitId && stay.bedId !== null);
}

/** A unit let whole is theirs already; in a room there must be a bed that is not. */
function offersAnother(item: Vacancy, movers: readonly Stay[]): boolean {
  if (!isHere(item, movers)) return true;
  return item.letting === "by_bed" && (movers.length > 1 || item.freeBeds.some(({ id }) => movers.every(({ bedId }) => bedId !== id)));
}

/** Who would get which bed: one of them perhaps the one `wanted`, free or not, whoever has one here keeps it, the others as the service gives them out. Null where there are too few. */
export function bedsFor(people: readonly Member[], movers: readonly Stay[], { freeBeds }: Vacancy, on: string, wanted: Assignment | null = null): Assignment[] | null {
  const first = wanted && people.some(({ personId }) => personId === wanted.personId) ? [wanted] : [];
  const own = movers.flatMap(({ personId, bedId }) => (bedId !== null && first.every((each) => each.personId !== personId && each.bedId !== bedId) ? [{ personId, bedId }] : []));
  const kept = [...first, ...own.filter(({ bedId }) => freeBeds.some(({ id }) => id === bedId))];
  const others = people.filter(({ personId }) => !kept.some((each) => each.personId === personId));
  const given = assignBeds(others, freeBeds.filter(({ id }) => !kept.some(({ bedId }) => bedId === id)), on);
  return given && [...kept, ...given];
}
