import type { Day } from "@/domain/day";
import type { BoardBar, BoardPlacement } from "../board-data";
import type { BedRow } from "../board-rows";

/** Free days of a bed, chosen from one on. */
export type HeldDays = { what: "days"; row: BedRow; anchor: Day; day: Day };

/** Which part of a bar is moved: all of it, or only its end. */
export type Part = "whole" | "end";

/** A bar taken up from its line, over another line or some days away. */
export type HeldBar = { what: "bar"; part: Part; row: BedRow; bar: BoardBar; placement: BoardPlacement; over: BedRow; shift: number };

export type Held = HeldDays | HeldBar;

/** What is held now. It changes as the pointer moves: only what draws it listens, the board itself is not drawn again. */
export type HeldStore = { get: () => Held | null; set: (next: Held | null) => void; listen: (onChange: () => void) => () => void };

export function heldStore(): HeldStore {
  let held: Held | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    set: (next) => {
      if (isSame(held, next)) return;
      held = next;
      listeners.forEach((tell) => tell());
    },
    listen: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}

function isSame(a: Held | null, b: Held | null): boolean {
  if (a?.what === "days" && b?.what === "days") return a.row.key === b.row.key && a.anchor === b.anchor && a.day === b.day;
  if (a?.what === "bar" && b?.what === "bar") return a.bar === b.bar && a.part === b.part && a.over.key === b.over.key && a.shift === b.shift;
  return a === b;
}
