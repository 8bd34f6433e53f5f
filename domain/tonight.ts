import { type Vacancy, vacancyOf } from "./availability";
import { type Block, isOverdue, type Occupancy } from "./blocks";
import { turnaroundSought } from "./booking";
import { addDays, type Day, overlaps, type Period } from "./day";
import type { Unit } from "./housing";
import { ruleInForce, type StayRule } from "./stay-rules";

export type BedTonight = { tonight: "free" | "taken" | "closed" | "not_open" | "awaits_departure" | "overdue"; until: Day | null };

/** Beds of tonight: every open bed is exactly one of free, occupied, out of service or held (turnaround, spare beds, an arrival too near). */
export type Tonight = { open: number; available: number; free: number; occupied: number; offline: number; held: number; overdue: number };

/** What a unit is tonight: each bed's state, and what the beds add up to. */
export type UnitTonight = { beds: Map<string, BedTonight>; sum: Tonight };

export function nightOf(today: Day): Period {
  return { from: today, until: addDays(today, 1) };
}

/** Free by the same function, with the same turnaround, as search and booking; the others with what holds them. */
export function unitTonight(unit: Unit, occupancy: Occupancy, rules: readonly StayRule[]): UnitTonight {
  const { today } = occupancy;
  const rule = ruleInForce(rules, unit, today);
  const vacancy = vacancyOf(unit, occupancy, { nights: nightOf(today), turnaround: turnaroundSought({ unit, rule }) });
  const states = unit.beds.map(({ id }) => ({ id, ...stateOf(id, vacancy, occupancy) }));
  const beds = new Map(states.map(({ id, tonight, until }) => [id, { tonight, until }]));
  return { beds, sum: sumOf(states) };
}

type State = BedTonight & { use: "free" | "occupied" | "offline" | "held" | null };

function stateOf(bedId: string, vacancy: Vacancy, { inHouse, today }: Occupancy): State {
  const free = vacancy.free.find(({ id }) => id === bedId);
  if (free) return { tonight: free.awaitsDeparture ? "awaits_departure" : "free", until: null, use: "free" };
  if (vacancy.notOpen.some(({ id }) => id === bedId)) return { tonight: "not_open", until: null, use: null };
  const blocks = vacancy.blockedBy.filter((block) => block.bedId === bedId);
  const until = blocks.map((block) => block.until).sort().at(-1) ?? null;
  if (inHouse.some((stay) => stay.bedId === bedId && isOverdue(stay, today))) return { tonight: "overdue", until: null, use: "occupied" };
  return { tonight: blocks.length > 0 && blocks.every(({ kind }) => kind === "closure") ? "closed" : "taken", until, use: reasonOf(blocks, nightOf(today)) };
}

function reasonOf(blocks: readonly Block[], night: Period): "occupied" | "offline" | "held" {
  const kinds = blocks.filter((block) => overlaps(block, night)).map(({ kind }) => kind);
  if (kinds.includes("stay")) return "occupied";
  return kinds.includes("closure") ? "offline" : "held";
}

function sumOf(states: readonly State[]): Tonight {
  const count = (use: State["use"]) => states.filter((state) => state.use === use).length;
  const [open, offline] = [states.length - count(null), count("offline")];
  return {
    open, offline, available: open - offline, free: count("free"), occupied: count("occupied"), held: count("held"),
    overdue: states.filter(({ tonight }) => tonight === "overdue").length,
  };
}

/** The beds of several units together. */
export function together(sums: readonly Tonight[]): Tonight {
  const zero: Tonight = { open: 0, available: 0, free: 0, occupied: 0, offline: 0, held: 0, overdue: 0 };
  return sums.reduce((all, one) => ({
    open: all.open + one.open, available: all.available + one.available, free: all.free + one.free, occupied: all.occupied + one.occupied,
    offline: all.offline + one.offline, held: all.held + one.held, overdue: all.overdue + one.overdue,
  }), zero);
}

/** People who should arrive today and have not, and those who should leave today or should have left. */
export type Movements = { arrivals: number; departures: number };

export function movementsToday(unit: Pick<Unit, "beds">, { blocks, inHouse, today }: Occupancy): Movements {
  const beds = new Set(unit.beds.map(({ id }) => id));
  const isIn = new Set(inHouse.map(({ stayId }) => stayId));
  return {
    arrivals: blocks.filter(({ kind, bedId, from, recordId }) => kind === "stay" && beds.has(bedId) && from === today && !isIn.has(recordId)).length,
    departures: inHouse.filter(({ bedId, exit }) => beds.has(bedId) && exit <= today).length,
  };
}

/** The placement that has each bed: whoever is in it, else who is to sleep in it tonight; with the days of that stay. */
export type Holder = { placementId: string } & Period;

export function holdersTonight(unit: Pick<Unit, "beds">, { blocks, inHouse, today }: Occupancy): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const { id } of unit.beds) {
    const inside = inHouse.find(({ bedId }) => bedId === id);
    const block = blocks.find(({ bedId, kind, placementId, ...nights }) => bedId === id && placementId !== null && (kind === "stay" || kind === "spare") && overlaps(nights, nightOf(today)));
    if (inside) holders.set(id, { placementId: inside.placementId, from: inside.arrival, until: inside.exit });
    else if (block?.placementId) holders.set(id, { placementId: block.placementId, from: block.from, until: block.until });
  }
  return holders;
}
