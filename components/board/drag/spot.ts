import type { Day, Period } from "@/domain/day";
import type { BoardRow } from "../board-rows";
import { dayAt } from "../day-layout";

type Point = { x: number; y: number };

/** Where the lines and their days are on the screen. */
export type Ground = { top: number; height: number; left: number; width: number };

/** The line and the day under the pointer; beside the board the nearest. */
export function spotAt({ x, y }: Point, { top, height, left, width }: Ground, rows: readonly BoardRow[], window: Period): { row: BoardRow | null; day: Day } {
  const index = Math.floor(((y - top) / height) * rows.length);
  return { row: rows[Math.min(rows.length - 1, Math.max(0, index))] ?? null, day: dayAt(window, (x - left) / width) };
}
