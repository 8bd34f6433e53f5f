import { addDays, type Day } from "@/domain/day";
import type { KnownBoard } from "../board-data";
import type { BedRow, BoardRow } from "../board-rows";
import { chosenDays } from "./free-days";
import { takenUp } from "./grips";
import type { HeldBar, HeldDays, Part } from "./held";

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

const PARTS: Record<string, Part> = { m: "whole", e: "end" };

const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

/** The bar that a key takes up from a cell, by which part; null where the key takes nothing up, or nothing can be. */
export function takenUpBy({ key, ctrlKey, metaKey, altKey }: Press, board: KnownBoard, row: BedRow, day: Day): HeldBar | null {
  const part = ctrlKey || metaKey || altKey ? undefined : PARTS[key.toLowerCase()];
  return part === undefined ? null : takenUp(board, row, day, part);
}

/** A bar that is held goes by the arrows to the next bed, its end, and what is to come, to the next day; null where the key does not move it. */
export function carriedBy({ key }: Press, held: HeldBar, rows: readonly BoardRow[]): HeldBar | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  if (held.part === "end") return key === "ArrowRight" || key === "ArrowLeft" ? { ...held, shift: held.shift + step } : null;
  if (key === "ArrowRight" || key === "ArrowLeft") return held.placement.status === "planned" ? { ...held, shift: held.shift + step } : null;
  const at = rows.findIndex((row) => row.key === held.over.key);
  const ahead = step === 1 ? rows.slice(at + 1) : rows.slice(0, Math.max(0, at)).reverse();
  const over = ahead.find((row): row is BedRow => row.kind === "bed");
  return over ? { ...held, over } : null;
}

/** The free days that Shift and an arrow choose from a cell on; null where the key is another one, or the day is not free. */
export function chosenBy({ key, shiftKey }: Press, board: KnownBoard, held: HeldDays | null, row: BedRow, day: Day): HeldDays | null {
  const step = shiftKey && (key === "ArrowRight" || key === "ArrowLeft") ? STEPS[key] : undefined;
  if (step === undefined) return null;
  const anchor = held?.row.key === row.key ? held.anchor : day;
  const days = chosenDays(board, row.bed, anchor, addDays(day, step));
  if (!days) return null;
  const [next, last] = [addDays(day, step), addDays(days.until, -1)];
  return { what: "days", row, anchor, day: next < days.from ? days.from : next > last ? last : next };
}
