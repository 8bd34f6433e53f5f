import { addDays, addMonths, type Day, earlierOf, laterOf, type Period } from "@/domain/day";
import { type BoardBed, factsAt, type KnownBoard } from "../board-data";

/** The free days of a bed around one of them, as far as they are shown; null where that day is not free. */
export function freeAround(board: KnownBoard, bed: BoardBed, day: Day): Period | null {
  const facts = factsAt(board, bed, day);
  if (facts.what !== "free") return null;
  const before = board.barsOf(bed.id).flatMap(({ until }) => (until <= day ? [until] : []));
  return { from: [...before, bed.opensOn ?? board.window.from].reduce(laterOf, board.window.from), until: facts.until ?? board.window.until };
}

/** From one day to another, in either direction, both among them; no further than the bed is free. Null where the first is not. */
export function chosenDays(board: KnownBoard, bed: BoardBed, anchor: Day, day: Day): Period | null {
  const free = freeAround(board, bed, anchor);
  if (!free) return null;
  return { from: laterOf(free.from, earlierOf(anchor, day)), until: earlierOf(free.until, addDays(laterOf(anchor, day), 1)) };
}

/** What can be done with free days of a bed. */
export type FreeStep = "assign" | "close";

/** The days a step on a free bed begins with: those chosen, else a month as far as the bed is free. Nobody is placed on days gone by. */
export function daysFor(step: FreeStep, { today }: Pick<KnownBoard, "today">, day: Day, until: Day | null, chosen: Period | undefined): Period | null {
  if (step === "close") return chosen ?? { from: day, until: addDays(day, 1) };
  const month = addMonths(day, 1);
  const { from, until: last } = chosen ?? { from: day, until: until === null ? month : earlierOf(until, month) };
  const start = laterOf(from, today);
  return start < last ? { from: start, until: last } : null;
}
