import type { Day } from "@/domain/day";
import { type BoardBar, factsAt, type KnownBoard, lookOf } from "../board-data";
import type { BedRow } from "../board-rows";
import type { HeldBar, Part } from "./held";

/** Which parts of a bar can be moved. */
export type Grips = Record<Part, boolean>;

export const NO_GRIPS: Grips = { whole: false, end: false };

/** What of a bar can be taken up by whoever may change the placement: nobody moves what is over, and who leaves today moves no more. */
export function gripsOf(board: KnownBoard, bar: BoardBar): Grips {
  const placement = board.placementOf(bar);
  const look = lookOf(bar, board);
  if (bar.kind !== "stay" || !placement || (look !== "present" && look !== "planned" && look !== "overdue")) return NO_GRIPS;
  // The exit is the placement's: who leaves before the others has one of their own.
  return { whole: bar.until > board.today, end: bar.until === placement.exit || look === "overdue" };
}

/** The bar that lies on a bed on a day, taken up by this part; null where there is none, or that part of it cannot be moved. */
export function takenUp(board: KnownBoard, row: BedRow, day: Day, part: Part): HeldBar | null {
  const facts = factsAt(board, row.bed, day);
  if (facts.what !== "bar" || !facts.placement || !gripsOf(board, facts.bar)[part]) return null;
  return { what: "bar", part, row, bar: facts.bar, placement: facts.placement, over: row, shift: 0 };
}
