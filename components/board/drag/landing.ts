import { addDays, type Day, earlierOf, laterOf, nightsBetween, type Period } from "@/domain/day";
import type { BoardBed, BoardPlacement, KnownBoard } from "../board-data";
import type { BedRow } from "../board-rows";
import type { HeldBar } from "./held";

/** What letting go would ask for. `alone`: only who sleeps in this bed moves, the others stay where they are. */
export type Intent =
  | { step: "move"; to: BedRow; alone: boolean }
  | { step: "days"; arrival: Day; exit: Day }
  | { step: "exit"; exit: Day }
  | { step: "extend"; exit: Day };

/** Nobody leaves before today, nor on the day they come. */
function exitOf({ bar, placement, shift }: HeldBar, today: Day): Day {
  const earliest = placement.status === "in_house" ? today : addDays(bar.from, 1);
  return laterOf(earliest, addDays(bar.until, shift));
}

/** How many days further what is to come would lie on its own line: nobody is expected on days gone by. */
function daysOn({ part, row, over, placement, shift }: HeldBar, today: Day): number {
  if (part !== "whole" || placement.status !== "planned" || over.key !== row.key) return 0;
  const earliest = earlierOf(placement.arrival, today);
  return nightsBetween(placement.arrival, laterOf(earliest, addDays(placement.arrival, shift)));
}

/** What letting go here would ask for; null where it would change nothing. */
export function intentOf(held: HeldBar, { today }: Pick<KnownBoard, "today">): Intent | null {
  const { part, row, over, placement } = held;
  const by = daysOn(held, today);
  if (by !== 0) return { step: "days", arrival: addDays(placement.arrival, by), exit: addDays(placement.exit, by) };
  if (part === "whole") {
    const isSameUnit = over.unit.id === row.unit.id;
    // A unit let whole is theirs already, with every bed in it.
    if (over.key === row.key || (isSameUnit && over.unit.letting === "whole_unit")) return null;
    return { step: "move", to: over, alone: isSameUnit };
  }
  const exit = exitOf(held, today);
  if (exit === placement.exit) return null;
  return { step: stepToExit(placement, exit), exit };
}

/** An exit beyond the limit has to be asked for; one that is earlier, or within the rule, is simply planned. */
export function stepToExit({ exit: present, latestExit }: Pick<BoardPlacement, "exit" | "latestExit">, exit: Day): "exit" | "extend" {
  return latestExit !== null && exit > latestExit && exit > present ? "extend" : "exit";
}

/** The days it would have on the line it is held over: whoever is in house moves today. */
export function landingOf(held: HeldBar, { today }: Pick<KnownBoard, "today">): Period {
  const { part, bar, placement } = held;
  if (part === "end") return { from: bar.from, until: exitOf(held, today) };
  if (placement.status === "in_house") return { from: laterOf(bar.from, today), until: bar.until };
  const by = daysOn(held, today);
  return { from: addDays(bar.from, by), until: addDays(bar.until, by) };
}

/** The days that it does not have yet. */
export function newDays(held: HeldBar, board: Pick<KnownBoard, "today">): Period {
  const { from, until } = landingOf(held, board);
  return held.part === "end" ? { from: laterOf(held.bar.until, from), until } : { from, until };
}

/** The first of these days on which the bed is somebody else's or not open, as far as the board knows; null where it knows of none. */
export function firstTaken(board: KnownBoard, bed: BoardBed, { from, until }: Period, placementId: string): Day | null {
  const others = board.barsOf(bed.id).filter((bar) => bar.placementId !== placementId && bar.from < until && bar.until > from);
  const opens = bed.opensOn !== null && bed.opensOn > from ? [from] : [];
  const closes = bed.closesOn !== null && bed.closesOn < until ? [laterOf(bed.closesOn, from)] : [];
  const [first] = from < until ? [...others.map((bar) => laterOf(bar.from, from)), ...opens, ...closes].sort() : [];
  return first ?? null;
}

/** As many nights on the days nearest to these on which all these beds are free, as far as the board knows; none before today. */
export function nearestDays(board: KnownBoard, beds: readonly BoardBed[], { from, until }: Period, placementId: string): Period | null {
  const span = nightsBetween(board.window.from, board.window.until);
  for (let away = 1; away <= span; away += 1) {
    for (const by of [away, -away]) {
      const days = { from: addDays(from, by), until: addDays(until, by) };
      const isShown = days.from >= laterOf(board.window.from, board.today) && days.until <= board.window.until;
      if (isShown && beds.every((bed) => firstTaken(board, bed, days, placementId) === null)) return days;
    }
  }
  return null;
}
