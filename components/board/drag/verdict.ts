import type { Day } from "@/domain/day";
import type { Assignment } from "@/domain/placement";
import { failedChecks } from "../../availability/failed-checks";
import type { Check, Stay, Vacancy } from "../../http/api-types";
import { offersFor } from "../../moves/offers";

/** Another bed that is free for all those days, in this unit. */
export type OtherBed = { item: Vacancy; bed: { id: string; name: string } };

/** What the service says of a place that a bar was let go on. `isTaken`: the bed itself is not free, whatever else. */
export type Verdict = { isFine: boolean; isTaken: boolean; failed: Check[] };

/** Whether these people may have the bed, or keep theirs longer. `beds`: those that must be free for them. */
export function verdictOn(item: Vacancy | null, beds: readonly string[]): Verdict {
  const isTaken = item === null || (item.letting === "by_bed" && beds.some((bedId) => !item.freeBeds.some(({ id }) => id === bedId)));
  return { isFine: !isTaken && item.fits !== false, isTaken, failed: item && item.fits === false ? failedChecks(item) : [] };
}

const SHOWN = 3;

/** The nearest beds that would do: in the same unit, then in the same facility, then elsewhere. */
export function nearestBeds(items: readonly Vacancy[], movers: readonly Stay[], to: { unitId: string; facilityId: string; bedId: string }): OtherBed[] {
  const distance = ({ unitId, facilityId }: Vacancy) => (unitId === to.unitId ? 0 : facilityId === to.facilityId ? 1 : 2);
  return offersFor(items, movers, false)
    .flatMap((item) => {
      const bed = item.freeBeds.find(({ id }) => id !== to.bedId && movers.every(({ bedId }) => bedId !== id));
      return bed ? [{ item, bed }] : [];
    })
    .sort((a, b) => distance(a.item) - distance(b.item))
    .slice(0, SHOWN);
}

/** The latest exit that would work, where it is later than the present one: before who comes next, as the board and the service know it. */
export function latestExitThatWorks(present: Day, taken: Day | null, failed: readonly Check[]): Day | null {
  const told = failed.flatMap(({ facts }) => (typeof facts?.freeUntil === "string" ? facts.freeUntil : []));
  const [first] = [...(taken === null ? [] : [taken]), ...told].sort();
  return first !== undefined && first > present ? first : null;
}

/** Who of a bar's placement moves with it: alone who sleeps there, else everybody. */
export function moversWith(live: readonly Stay[], bedId: string, isAlone: boolean): Stay[] {
  return isAlone ? live.filter((stay) => stay.bedId === bedId) : [...live];
}

/** The bed that was pointed at goes to whose bar it was. */
export function wantedBed(movers: readonly Stay[], from: string, bedId: string): Assignment | null {
  const first = movers.find((stay) => stay.bedId === from) ?? movers[0];
  return first ? { personId: first.personId, bedId } : null;
}
