import { gaps } from "./blocks";
import { addDays, addMonths, type Day, earlierOf, laterOf, nightsBetween, type Period, weekday } from "./day";

/** Somebody's nights in a bed as they were; `exit` is null while the person is in house. */
export type StaySlept = { bedId: string; person: string; placement: string; arrival: Day; exit: Day | null };

/** A bed with its days already intersected with those of its unit and facility, and what it is counted under. */
export type CountedBed = { id: string; opensOn: Day | null; closesOn: Day | null; key: string; name: string };

/** What is known of the beds: periods may overlap each other and reach beyond the days in which a bed is open. */
export type BedFacts = {
  stays: readonly StaySlept[];
  closures: readonly BedPeriod[];
  turnarounds: readonly BedPeriod[];
  held: readonly BedPeriod[];
};
export type BedPeriod = Period & { bedId: string };

export const INTERVALS = ["total", "month", "week", "day"] as const;
export type Interval = (typeof INTERVALS)[number];

/** domain.md 7. A rate is null when nothing was available (or open), and never capped. */
export type OccupancyLine = {
  key: string; name: string; start: Day; until: Day;
  openNights: number; offlineNights: number; availableNights: number; occupiedNights: number; turnaroundNights: number; heldNights: number;
  persons: number; netOccupancy: number | null; grossOccupancy: number | null; arrivals: number; exits: number;
};

/** The parts of the period that are told one by one: calendar months, weeks from Monday, days. */
export function slicesOf(period: Period, interval: Interval): Period[] {
  const slices: Period[] = [];
  for (let from = period.from; from < period.until; ) {
    const until = earlierOf(nextStart(from, interval) ?? period.until, period.until);
    slices.push({ from, until });
    from = until;
  }
  return slices;
}

function nextStart(day: Day, interval: Interval): Day | null {
  if (interval === "day") return addDays(day, 1);
  if (interval === "week") return addDays(day, 7 - ((weekday(day) + 6) % 7));
  return interval === "month" ? addMonths(`${day.slice(0, 8)}01`, 1) : null;
}

/** Occupancy of the beds in every slice of the period, group by group in the order in which the beds come. */
export function occupancyOf(beds: readonly CountedBed[], facts: BedFacts, { period, interval, today }: { period: Period; interval: Interval; today: Day }): OccupancyLine[] {
  const slices = slicesOf(period, interval);
  const known = { stays: byBed(facts.stays), closures: byBed(facts.closures), turnarounds: byBed(facts.turnarounds), held: byBed(facts.held) };
  const moves = movesWithin(facts.stays, new Map(beds.map(({ id, key }) => [id, key])));
  const groups = new Map<string, { name: string; sums: Sum[] }>();
  for (const bed of beds) {
    const group = groups.get(bed.key) ?? { name: bed.name, sums: slices.map(emptySum) };
    groups.set(bed.key, group);
    const of = <T>(map: ReadonlyMap<string, T[]>): T[] => map.get(bed.id) ?? [];
    addBed(group.sums, slices, nightsOfBed(bed, { stays: of(known.stays), closures: of(known.closures), turnarounds: of(known.turnarounds), held: of(known.held) }, { period, today }), moves);
  }
  return [...groups].flatMap(([key, { name, sums }]) => slices.map((slice, index) => lineOf({ key, name }, slice, sums[index] ?? emptySum())));
}

function byBed<T extends { bedId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const others = found.get(row.bedId);
    if (others) others.push(row);
    else found.set(row.bedId, [row]);
  }
  return found;
}

type BedNights = { open: Period[]; offline: Period[]; turnaround: Period[]; held: Period[]; slept: (Period & { stay: StaySlept; left: Day | null })[] };

function nightsOfBed(bed: CountedBed, facts: BedFacts, { period, today }: { period: Period; today: Day }): BedNights {
  const open = { from: laterOf(bed.opensOn ?? period.from, period.from), until: earlierOf(bed.closesOn ?? period.until, period.until) };
  // Tonight is not over: whoever is in house has slept up to today.
  const slept = facts.stays.map((stay) => ({ stay, from: stay.arrival, until: stay.exit ?? laterOf(stay.arrival, today), left: stay.exit }));
  const available = gaps(open, facts.closures);
  // Nobody sleeps in a bed that is being put in order, nor is one out of service being put in order or kept for somebody.
  const idle = available.flatMap((part) => gaps(part, slept));
  return {
    open: open.from < open.until ? [open] : [],
    offline: gaps(open, available),
    turnaround: covered(idle, facts.turnarounds),
    held: covered(idle.flatMap((part) => gaps(part, facts.turnarounds)), facts.held),
    slept,
  };
}

/** The nights of `wholes` that at least one of the parts covers. */
function covered(wholes: readonly Period[], parts: readonly Period[]): Period[] {
  return wholes.flatMap((whole) => gaps(whole, gaps(whole, parts)));
}

/** Stays that began or ended with a transfer within one group: nobody came to it or left it. */
type Moves = { into: ReadonlySet<StaySlept>; outOf: ReadonlySet<StaySlept> };

function movesWithin(stays: readonly StaySlept[], groupOf: ReadonlyMap<string, string>): Moves {
  const partsOf = new Map<string, StaySlept[]>();
  for (const stay of stays) {
    const key = [groupOf.get(stay.bedId), stay.person, stay.placement].join(" ");
    const parts = partsOf.get(key);
    if (parts) parts.push(stay);
    else partsOf.set(key, [stay]);
  }
  const moved = [...partsOf.values()].filter((parts) => parts.length > 1).flatMap((parts) =>
    parts.flatMap((from) => parts.filter((into) => into !== from && into.arrival === from.exit).map((into) => ({ from, into }))),
  );
  return { into: new Set(moved.map(({ into }) => into)), outOf: new Set(moved.map(({ from }) => from)) };
}

type Sum = { open: number; offline: number; occupied: number; turnaround: number; held: number; persons: Set<string>; arrivals: number; exits: number };

function emptySum(): Sum {
  return { open: 0, offline: 0, occupied: 0, turnaround: 0, held: 0, persons: new Set(), arrivals: 0, exits: 0 };
}

function addBed(sums: Sum[], slices: readonly Period[], bed: BedNights, moves: Moves): void {
  for (const kind of ["open", "offline", "turnaround", "held"] as const) {
    for (const part of bed[kind]) eachNights(slices, part, (index, nights) => add(sums[index], kind, nights));
  }
  for (const { stay, ...slept } of bed.slept) {
    eachNights(slices, slept, (index, nights) => {
      add(sums[index], "occupied", nights);
      sums[index]?.persons.add(stay.person);
    });
    if (!moves.into.has(stay)) add(sums[sliceWith(slices, slept.from)], "arrivals", 1);
    if (slept.left !== null && !moves.outOf.has(stay)) add(sums[sliceWith(slices, slept.left)], "exits", 1);
  }
}

function add(sum: Sum | undefined, kind: Exclude<keyof Sum, "persons">, amount: number): void {
  if (sum) sum[kind] += amount;
}

/** The nights the part has in each slice it touches. */
function eachNights(slices: readonly Period[], part: Period, told: (index: number, nights: number) => void): void {
  if (part.from >= part.until) return;
  for (let index = firstEndingAfter(slices, part.from); index < slices.length; index += 1) {
    const slice = slices[index];
    if (!slice || slice.from >= part.until) return;
    told(index, nightsBetween(laterOf(slice.from, part.from), earlierOf(slice.until, part.until)));
  }
}

function sliceWith(slices: readonly Period[], day: Day): number {
  const index = firstEndingAfter(slices, day);
  const slice = slices[index];
  return slice && slice.from <= day ? index : -1;
}

/** By halving: a report may have thousands of slices. */
function firstEndingAfter(slices: readonly Period[], day: Day): number {
  let [low, high] = [0, slices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slices[middle]?.until ?? day) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lineOf(group: { key: string; name: string }, { from, until }: Period, sum: Sum): OccupancyLine {
  const availableNights = sum.open - sum.offline;
  return {
    ...group, start: from, until, openNights: sum.open, offlineNights: sum.offline, availableNights, occupiedNights: sum.occupied,
    turnaroundNights: sum.turnaround, heldNights: sum.held, persons: sum.persons.size,
    netOccupancy: share(sum.occupied, availableNights), grossOccupancy: share(sum.occupied, sum.open), arrivals: sum.arrivals, exits: sum.exits,
  };
}

function share(occupied: number, nights: number): number | null {
  return nights > 0 ? occupied / nights : null;
}
