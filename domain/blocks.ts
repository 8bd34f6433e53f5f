import { addDays, type Day, earlierOf, laterOf, overlaps, type Period } from "./day";
import { firstFreeDay, type Turnaround } from "./turnaround";

/** What may block a bed. `spare`: a bed nobody sleeps in, of a unit let whole. */
export type BlockKind = "stay" | "spare" | "turnaround" | "offer" | "closure";

export type Block = {
  bedId: string;
  kind: BlockKind;
  /** The stay's, closure's or offer's; of a spare bed and of turnaround the placement's. */
  recordId: string;
  placementId: string | null;
  from: Day;
  until: Day;
};

/** Somebody who is in the bed and has not left. */
export type InHouse = { bedId: string; stayId: string; placementId: string; arrival: Day; exit: Day; turnaround: Turnaround };

/** Everything known about who and what holds the beds of a unit, on `today`. */
export type Occupancy = { blocks: Block[]; inHouse: InHouse[]; today: Day; holidays: ReadonlySet<Day> };

/** Each of these units with what is known of it alone: whoever goes through a thousand beds must not look at the blocks of all for each of them. */
export function occupancyOfEach<U extends { beds: readonly { id: string }[] }>(units: readonly U[], { blocks, inHouse, ...known }: Occupancy): { unit: U; occupancy: Occupancy }[] {
  const each = units.map((unit) => ({ unit, occupancy: { ...known, blocks: new Array<Block>(), inHouse: new Array<InHouse>() } }));
  const byBed = new Map(each.flatMap(({ unit, occupancy }) => unit.beds.map(({ id }) => [id, occupancy] as const)));
  for (const block of blocks) byBed.get(block.bedId)?.blocks.push(block);
  for (const stay of inHouse) byBed.get(stay.bedId)?.inHouse.push(stay);
  return each;
}

/** From the day after the planned exit: should have left and has not. */
export function isOverdue(stay: { exit: Day }, today: Day): boolean {
  return stay.exit < today;
}

/** The exit to reckon with: whoever is overdue is here tonight as well. */
export function expectedExit(stay: { exit: Day }, today: Day): Day {
  return isOverdue(stay, today) ? addDays(today, 1) : stay.exit;
}

/** What is asked again and again of one occupancy, while a day is looked for or many look for a place. */
const known = new WeakMap<Occupancy, readonly Block[]>();

/** The stored blocks, and those of overdue stays, which move on with every day and are therefore never stored. An occupancy is not changed once this was asked of it. */
export function blocksAsOf(occupancy: Occupancy): readonly Block[] {
  const { blocks, inHouse, today, holidays } = occupancy;
  const before = known.get(occupancy);
  if (before) return before;

  const overdue = inHouse.filter((stay) => isOverdue(stay, today));
  const all = blocks.concat(overdue.flatMap((stay) => overdueBlocks(stay, today, holidays)));
  known.set(occupancy, all);
  return all;
}

function overdueBlocks(stay: InHouse, today: Day, holidays: ReadonlySet<Day>): Block[] {
  const exit = expectedExit(stay, today);
  const base = { bedId: stay.bedId, placementId: stay.placementId };
  return [
    { kind: "stay", recordId: stay.stayId, from: stay.arrival, until: exit, ...base } as const,
    ...tail(base, exit, stay.turnaround, holidays),
  ];
}

function tail(base: { bedId: string; placementId: string }, exit: Day, turnaround: Turnaround, holidays: ReadonlySet<Day>): Block[] {
  const free = firstFreeDay(exit, turnaround, holidays);
  if (free === exit) return [];
  return [{ ...base, kind: "turnaround", recordId: base.placementId, from: exit, until: free }];
}

/** What a stay asks of a bed: its nights, and the turnaround after them. */
export type Sought = {
  nights: Period;
  turnaround: Turnaround;
  /** Placements that do not stand in the way: its own, and one that gives up its beds for it. */
  ignoring?: readonly string[];
};

/** Which blocks stand in the way of the stay sought. Closures may lie over its turnaround, nothing else may. */
export function inTheWayOf({ nights, turnaround, ignoring }: Sought, holidays: ReadonlySet<Day>): (block: Block) => boolean {
  if (nights.from === nights.until) return () => false;
  const held = { from: nights.from, until: firstFreeDay(nights.until, turnaround, holidays) };
  return (block) => {
    if (block.placementId !== null && ignoring?.includes(block.placementId)) return false;
    return overlaps(block, block.kind === "closure" ? nights : held);
  };
}

/** A placement as far as it blocks beds. */
export type Holding = {
  placementId: string;
  wholeUnit: boolean;
  /** Every bed it holds, spare ones too. */
  bedIds: string[];
  stays: { stayId: string; bedId: string; arrival: Day; exit: Day }[];
  turnaround: Turnaround;
};

/**
 * Everything a placement blocks: nights, turnaround after each exit, and in a unit let whole every bed until the last member
 * leaves. A stay of no night blocks nothing and has no turnaround.
 */
export function blocksOf(holding: Holding, holidays: ReadonlySet<Day>): Block[] {
  return holding.wholeUnit ? blocksOfWholeUnit(holding, holidays) : holding.stays.flatMap((stay) => blocksOfStay(holding, stay, holidays));
}

function blocksOfStay(holding: Holding, stay: Holding["stays"][number], holidays: ReadonlySet<Day>): Block[] {
  if (stay.arrival === stay.exit) return [];
  const base = { bedId: stay.bedId, placementId: holding.placementId };
  // Where another of the household takes the bed over there is nobody to put it in order for.
  const next = holding.stays.filter((other) => other.bedId === stay.bedId && other.arrival < other.exit && other.arrival >= stay.exit).map(({ arrival }) => arrival);
  const tails = tail(base, stay.exit, holding.turnaround, holidays).map((block) => ({ ...block, until: next.reduce(earlierOf, block.until) }));
  return [{ ...base, kind: "stay", recordId: stay.stayId, from: stay.arrival, until: stay.exit }, ...tails.filter(({ from, until }) => from < until)];
}

function blocksOfWholeUnit(holding: Holding, holidays: ReadonlySet<Day>): Block[] {
  const times = timesIn(holding.stays);
  return holding.bedIds.flatMap((bedId) => {
    const base = { bedId, placementId: holding.placementId };
    const nights = holding.stays.filter((stay) => stay.bedId === bedId && stay.arrival < stay.exit);
    const slept = nights.map((stay): Block => ({ ...base, kind: "stay", recordId: stay.stayId, from: stay.arrival, until: stay.exit }));
    const spare = times.flatMap((time) => gaps(time, slept)).map((gap): Block => ({ ...base, kind: "spare", recordId: holding.placementId, ...gap }));
    const tails = times.flatMap(({ until }, index) => {
      const next = times[index + 1]?.from;
      return tail(base, until, holding.turnaround, holidays).map((block) => ({ ...block, until: next === undefined ? block.until : earlierOf(next, block.until) }));
    });
    return [...slept, ...spare, ...tails.filter(({ from, until }) => from < until)];
  });
}

/** Nights that two people of one placement would both sleep in one bed, told by the one who came first: one may take over from the other, and no earlier. */
export function sharedByTheirOwn(blocks: readonly Block[]): Block[] {
  const nights = blocks.filter(({ kind }) => kind === "stay");
  return nights.filter((block) => nights.some((other) => other !== block && other.bedId === block.bedId && overlaps(other, block) && (block.from < other.from || (block.from === other.from && block.recordId < other.recordId))));
}

/** The times in which somebody of the household was in the unit: it may have been transferred away and have come back. */
function timesIn(stays: Holding["stays"]): Period[] {
  const times: Period[] = [];
  const inOrder = stays.filter(({ arrival, exit }) => arrival < exit).sort((a, b) => (a.arrival < b.arrival ? -1 : 1));
  for (const { arrival, exit } of inOrder) {
    const last = times.at(-1);
    if (last && arrival <= last.until) last.until = laterOf(last.until, exit);
    else times.push({ from: arrival, until: exit });
  }
  return times;
}

/** The parts of `whole` that none of the (non-overlapping) `parts` covers. */
export function gaps(whole: Period, parts: readonly Period[]): Period[] {
  const inOrder = [...parts].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Period[] = [];
  let from = whole.from;
  for (const part of inOrder) {
    if (part.from > from) found.push({ from, until: earlierOf(part.from, whole.until) });
    from = laterOf(from, part.until);
  }
  if (from < whole.until) found.push({ from, until: whole.until });
  return found.filter((gap) => gap.from < gap.until);
}
