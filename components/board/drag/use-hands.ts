"use client";

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { type Day, nightsBetween, type Period } from "@/domain/day";
import type { KnownBoard } from "../board-data";
import type { BedRow, BoardRow } from "../board-rows";
import { type GridFocus, isOfGrid } from "../grid-focus";
import type { Drop } from "./ask-service";
import { followPointer, type Hand } from "./follow-pointer";
import { chosenDays, freeAround } from "./free-days";
import { takenUp } from "./grips";
import { carriedBy, chosenBy, takenUpBy } from "./hand-keys";
import { type Held, type HeldBar, heldStore } from "./held";
import { intentOf } from "./landing";
import { spotAt } from "./spot";
import { useMayMove } from "./use-may-move";
import { useStillUnderFinger } from "./use-still-under-finger";

type Ground = {
  board: KnownBoard;
  rows: readonly BoardRow[];
  /** The element that all lines lie in. */
  body: RefObject<HTMLDivElement | null>;
  /** Free days were chosen. */
  onDays: (row: BedRow, days: Period, last: Day) => void;
  /** A bar was let go where it would change something. */
  onDrop: (drop: Drop) => void;
  onFocus: (focus: GridFocus) => void;
};

/** Working on the board with mouse, finger and keys: what is held, and what happens when it is let go. */
export function useHands({ board, rows, body, onDays, onDrop, onFocus }: Ground) {
  const [store] = useState(heldStore);
  const wasDragged = useRef(false);
  const mayMove = useMayMove();
  useStillUnderFinger(body, store);

  function drop() {
    const held = store.get();
    if (held?.what === "days") {
      const days = chosenDays(board, held.row.bed, held.anchor, held.day);
      if (days) onDays(held.row, days, held.day);
    }
    if (held?.what !== "bar") return;
    const intent = intentOf(held, board);
    if (intent) onDrop({ held, intent });
    else store.set(null);
  }

  function onPointerDown({ nativeEvent: event, target }: PointerEvent) {
    wasDragged.current = false;
    const line = target instanceof Element && event.isPrimary && event.button === 0 ? target.closest("[data-days]") : null;
    const box = line?.getBoundingClientRect();
    const lines = body.current;
    if (!box || !lines) return;
    const spot = (x: number, y: number) => {
      const { top, height } = lines.getBoundingClientRect();
      return spotAt({ x, y }, { top, height, left: box.left, width: box.width }, rows, board.window);
    };
    const { row, day } = spot(event.clientX, event.clientY);
    if (row?.kind !== "bed") return;
    const part = target instanceof Element && target.closest("[data-edge]") ? "end" : "whole";
    const days: Held | null = freeAround(board, row.bed, day) && { what: "days", row, anchor: day, day };
    const first = days ?? (mayMove(row) ? takenUp(board, row, day, part) : null);
    if (!first) return;
    const hand: Omit<Hand, "move"> = { isFar: first.what === "bar" && first.part === "whole", take: () => { wasDragged.current = true; store.set(first); }, drop, callOff: () => store.set(null) };
    if (first.what === "days") return followPointer(event, { ...hand, move: ({ x, y }) => store.set({ ...first, day: spot(x, y).day }) });
    followPointer(event, { ...hand, move: ({ x, y }) => store.set(carriedTo(first, spot(x, y), day)) });
  }

  /** True where the key was meant for what is held, or takes something up. */
  function onKeyDown(event: KeyboardEvent, row: BoardRow | undefined, day: Day): boolean {
    const held = store.get();
    if (held?.what === "bar") return onCarryKey(event, held);
    const bed = row?.kind === "bed" ? row : null;
    const days = bed && chosenBy(event, board, held, bed, day);
    const taken = bed && mayMove(bed) ? takenUpBy(event, board, bed, day) : null;
    if (days) onFocus({ key: days.row.key, day: days.day });
    if (days || taken) store.set(days ?? taken);
    if (days || taken) return true;
    if (!held) return false;
    if (event.key === "Enter") drop();
    else if (event.key !== "Shift") store.set(null);
    return event.key === "Enter" || event.key === "Escape";
  }

  function onCarryKey(event: KeyboardEvent, held: HeldBar): boolean {
    const carried = carriedBy(event, held, rows);
    if (carried) store.set(carried);
    else if (event.key === "Enter" || event.key === " ") drop();
    else if (event.key === "Escape" || event.key === "Tab") store.set(null);
    // Wherever else the grid would go, what is held stays in the hand.
    return isOfGrid(event.key);
  }

  return { store, onPointerDown, onKeyDown, wasDragged: () => wasDragged.current, letGo: () => store.set(null) };
}

/** Whole it goes to the bed under the pointer, by its end to the day; what is to come goes to both. */
function carriedTo(first: HeldBar, spot: { row: BoardRow | null; day: Day }, from: Day): HeldBar {
  const shift = first.part === "end" || first.placement.status === "planned" ? nightsBetween(from, spot.day) : 0;
  return { ...first, shift, ...(first.part === "whole" && spot.row?.kind === "bed" && { over: spot.row }) };
}
