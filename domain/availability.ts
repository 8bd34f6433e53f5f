import { type Block, blocksAsOf, inTheWayOf, type Occupancy, type Sought } from "./blocks";
import { addDays, type Day, nightsBetween } from "./day";
import type { Bed, Unit } from "./housing";

export type FreeBed = Bed & {
  /** Somebody is still in it and is expected to leave before. */
  restsOnExit: boolean;
  /** Somebody is to leave on the arrival day and has not been recorded as gone. */
  awaitsDeparture: boolean;
};

/** Which beds of a unit a stay may have, and what is in the way of the others. */
export type Vacancy = { free: FreeBed[]; notOpen: Bed[]; blockedBy: Block[] };

/**
 * The one answer to "is there a place": search and booking both come here, so whatever search offers can be booked and whatever
 * it hides is refused. In a unit let whole a single bed of somebody else's is in the way of all of them.
 */
export function vacancyOf(unit: Unit, occupancy: Occupancy, sought: Sought): Vacancy {
  const beds = new Set(unit.beds.map(({ id }) => id));
  const isInTheWay = inTheWayOf(sought, occupancy.holidays);
  const inTheWay = blocksAsOf(occupancy).filter((block) => beds.has(block.bedId) && isInTheWay(block));
  const notOpen = unit.beds.filter((bed) => !isOpen(bed, sought));
  const isLetToOthers = unit.letting === "whole_unit" && inTheWay.some(({ kind }) => kind !== "closure");
  const blocked = new Set(inTheWay.map(({ bedId }) => bedId));

  const free = isLetToOthers ? [] : unit.beds.filter((bed) => !blocked.has(bed.id) && !notOpen.includes(bed));
  return { free: withExpectation(free, unit, occupancy, sought), notOpen, blockedBy: inTheWay };
}

/** An exit on the closing day is fine; an arrival on it is not. */
function isOpen(bed: Bed, { nights }: Sought): boolean {
  const isOpenOnArrival = bed.opensOn === null || bed.opensOn <= nights.from;
  return isOpenOnArrival && (bed.closesOn === null || (nights.until <= bed.closesOn && nights.from < bed.closesOn));
}

function withExpectation(free: readonly Bed[], unit: Unit, { inHouse, today }: Occupancy, { nights: { from }, ignoring }: Sought): FreeBed[] {
  const still = new Set(inHouse.filter(({ placementId }) => !ignoring?.includes(placementId)).map(({ bedId }) => bedId));
  const isUnitLeft = unit.letting === "by_bed" || !unit.beds.some(({ id }) => still.has(id));
  return free.map((bed) => {
    const isLeft = isUnitLeft && !still.has(bed.id);
    // The spread last: before the others it takes twenty times as long, and this is asked of every bed of every search.
    return { restsOnExit: !isLeft && from > today, awaitsDeparture: !isLeft && from === today, ...bed };
  });
}

/** The first day a bed is free after the blocks in the way. */
export function freeAgainOn(blockedBy: readonly Block[]): Day | null {
  return blockedBy.reduce<Day | null>((latest, { until }) => (latest === null || until > latest ? until : latest), null);
}

/**
 * The last exit with which a stay that arrives as sought would find `bedsNeeded` beds; null when not even one night is free. What is
 * free for some nights is free for fewer, so it is looked for by halves.
 */
export function freeUntil(unit: Unit, occupancy: Occupancy, sought: Sought, bedsNeeded: number): Day | null {
  const { from, until } = sought.nights;
  const fits = (nights: number) => vacancyOf(unit, occupancy, { ...sought, nights: { from, until: addDays(from, nights) } }).free.length >= bedsNeeded;
  if (from >= until || !fits(1)) return null;

  let [enough, tooMany] = [1, nightsBetween(from, until) + 1];
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (fits(middle)) enough = middle;
    else tooMany = middle;
  }
  return addDays(from, enough);
}

/**
 * The first day, from the one sought on, from which a stay of the same length would find `bedsNeeded` beds; null when the beds
 * are never all free again. Only ends of blocks and opening days can be such a day.
 */
export function freeFrom(unit: Unit, occupancy: Occupancy, sought: Sought, bedsNeeded: number): Day | null {
  const length = nightsBetween(sought.nights.from, sought.nights.until);
  const ends = blocksAsOf(occupancy).map(({ until }) => until);
  const openings = unit.beds.flatMap(({ opensOn }) => opensOn ?? []);
  const candidates = [sought.nights.from, ...new Set([...ends, ...openings])].filter((day) => day >= sought.nights.from).sort();

  const fits = (from: Day) => {
    const nights = { from, until: addDays(from, length) };
    return vacancyOf(unit, occupancy, { ...sought, nights }).free.length >= bedsNeeded;
  };
  return candidates.find(fits) ?? null;
}
