import type { Vacancy } from "../http/api-types";

const SHOWN = 3;

/** Other units that fit: first those of the same facility. */
export function nearestUnits(items: readonly Vacancy[], { unitId, facilityId }: Vacancy): Vacancy[] {
  const distance = (item: Vacancy) => (item.facilityId === facilityId ? 0 : 1);
  return items
    .filter((item) => item.fits !== false && item.unitId !== unitId)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, SHOWN);
}
