import type { Vacancy } from "../http/api-types";
import { failedChecks } from "./failed-checks";
import { freeLaterFrom } from "./later";

export type FacilityGroup = { facilityId: string; units: Vacancy[] };

/** By facility, those with a unit that fits first; in each, the units that fit first, then those free later, then those with the fewest reasons against. */
export function groupedByFacility(items: Vacancy[]): FacilityGroup[] {
  const groups = new Map<string, Vacancy[]>();
  for (const item of items) groups.set(item.facilityId, [...(groups.get(item.facilityId) ?? []), item]);
  return [...groups]
    .map(([facilityId, units]) => ({ facilityId, units: [...units].sort(byFit) }))
    .sort((a, b) => distance(a.units[0]) - distance(b.units[0]));
}

function byFit(a: Vacancy, b: Vacancy): number {
  return distance(a) - distance(b) || (a.freeFrom ?? "").localeCompare(b.freeFrom ?? "") || a.unitName.localeCompare(b.unitName, "it", { numeric: true });
}

/** How far from fitting: 0 fits, a little more when somebody has to leave first, then free later, else the number of reasons against. */
function distance(item: Vacancy | undefined): number {
  if (item === undefined) return Infinity;
  if (freeLaterFrom(item) !== null) return 1;
  if (item.fits === false) return 1 + Math.max(1, failedChecks(item).length);
  return item.restsOnExit || item.awaitsDeparture ? 0.5 : 0;
}
