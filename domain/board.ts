import { type Block, blocksAsOf, gaps, type Occupancy } from "./blocks";
import { type Day, earlierOf, laterOf, overlaps, type Period } from "./day";
import type { Opening, Unit } from "./housing";
import { isAdult } from "./people";

/** A unit as far as its rows on the board need it. */
export type RowsOfUnit = Pick<Unit, "letting"> & { beds: readonly ({ id: string } & Opening)[] };

/**
 * What lies on the beds of these units in the window, as search and booking see it: bed by bed in the order given, and day by day. Bars
 * keep their true days; whoever is overdue has one bar, up to tomorrow, and one turnaround after it.
 */
export function barsOf(units: readonly RowsOfUnit[], occupancy: Occupancy, window: Period): Block[] {
  const blocks = groupedBy(blocksAsOf(occupancy), ({ bedId }) => bedId);
  return units.flatMap((unit) => {
    const own = unit.beds.flatMap(({ id }) => blocks.get(id) ?? []);
    const whole = unit.letting === "whole_unit" ? groupedBy(takenWhole(unit, own).filter((bar) => overlaps(bar, window)), ({ bedId }) => bedId) : null;
    return unit.beds.flatMap(({ id }) => barsOfBed([...(blocks.get(id) ?? []), ...(whole?.get(id) ?? [])], window));
  });
}

function barsOfBed(lying: readonly Block[], window: Period): Block[] {
  const saidOnce = [...groupedBy(lying, ({ placementId, recordId }) => placementId ?? recordId).values()].flatMap(withoutRepeats);
  return saidOnce.filter((bar) => overlaps(bar, window)).sort(byDay);
}

function groupedBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function byDay(a: Period, b: Period): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.until < b.until ? -1 : 1;
}

/**
 * In a unit let whole one bed of somebody's is in the way of all of them, as search has it. Not all of that is stored: nothing after
 * the planned exit of whoever is overdue, and nothing for a bed that was closed when the household came.
 */
function takenWhole(unit: RowsOfUnit, lying: readonly Block[]): Block[] {
  const closures = groupedBy(lying.filter(({ kind }) => kind === "closure"), ({ bedId }) => bedId);
  const placements = groupedBy(lying.filter(({ placementId }) => placementId !== null), ({ placementId }) => placementId ?? "");
  return [...placements].flatMap(([placementId, blocks]) => {
    const [nights, tails] = [joined(blocks.filter(isNights)), joined(blocks.filter(({ kind }) => kind === "turnaround"))];
    return unit.beds.flatMap((bed) => {
      const told = blocks.filter((block) => block.bedId === bed.id && isNights(block)).concat(closures.get(bed.id) ?? []);
      const base = { bedId: bed.id, placementId, recordId: placementId };
      const spare = nights.flatMap((period) => gaps(whileOpen(period, bed), told)).map((period): Block => ({ ...base, kind: "spare", ...period }));
      return [...spare, ...tails.map((period): Block => ({ ...base, kind: "turnaround", ...whileOpen(period, bed) }))];
    });
  });
}

function isNights({ kind }: Block): boolean {
  return kind === "stay" || kind === "spare";
}

function whileOpen({ from, until }: Period, { opensOn, closesOn }: Opening): Period {
  return { from: laterOf(from, opensOn ?? from), until: earlierOf(until, closesOn ?? until) };
}

/** What one placement says of one bed, each day once: its nights, then the nights for which it keeps the bed, then its turnaround. */
function withoutRepeats(bars: readonly Block[]): Block[] {
  const nights = longest(bars.filter(({ kind }) => kind === "stay"));
  const spare = cutBy(nights, joinedBars(bars.filter(({ kind }) => kind === "spare")));
  const tails = cutBy([...nights, ...spare], joinedBars(bars.filter(({ kind }) => kind === "turnaround")));
  return [...nights, ...spare, ...tails, ...bars.filter(({ kind }) => kind === "closure" || kind === "offer")];
}

/** A stay as it was planned, and as it goes on: the one that goes on. */
function longest(stays: readonly Block[]): Block[] {
  return [...groupedBy(stays, ({ recordId, from }) => `${recordId} ${from}`).values()].map((same) => same.reduce((a, b) => (a.until < b.until ? b : a)));
}

function joinedBars(bars: readonly Block[]): Block[] {
  const [first] = bars;
  return first ? joined(bars).map((period) => ({ ...first, ...period })) : [];
}

function cutBy(nights: readonly Period[], bars: readonly Block[]): Block[] {
  return bars.flatMap((bar) => gaps(bar, nights).map((part) => ({ ...bar, ...part })));
}

/** The same days in as few periods as possible. */
function joined(periods: readonly Period[]): Period[] {
  const found: Period[] = [];
  for (const { from, until } of [...periods].sort(byDay)) {
    const last = found.at(-1);
    if (last && from <= last.until) last.until = laterOf(last.until, until);
    else found.push({ from, until });
  }
  return found;
}

/** Those who are, were or are to be there with a placement, each once, by their age on its arrival. */
export function peopleOnArrival(stays: readonly { personId: string; birthDate: Day }[], arrival: Day): { adults: number; minors: number } {
  const people = new Map(stays.map(({ personId, birthDate }) => [personId, birthDate]));
  const adults = [...people.values()].filter((birthDate) => isAdult(birthDate, arrival)).length;
  return { adults, minors: people.size - adults };
}
