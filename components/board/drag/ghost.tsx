"use client";

import { useEffect, useRef } from "react";
import type { Period } from "@/domain/day";
import { classes } from "../../ui/classes";
import { useWords } from "../../words/words-provider";
import type { KnownBoard } from "../board-data";
import type { BoardRow } from "../board-rows";
import { placeIn } from "../day-layout";
import { chosenDays } from "./free-days";
import type { Held, HeldStore } from "./held";
import { firstTaken, intentOf, landingOf, newDays } from "./landing";
import { useHeld } from "./use-held";
import { useHeldWords } from "./use-held-words";

type Props = {
  board: KnownBoard;
  rows: readonly BoardRow[];
  store: HeldStore;
  /** It was let go, and the service is being asked. */
  isAsking: boolean;
};

/** Shows what is held and where it would come to lie: in the colour of a no where the board knows already that it cannot. */
export function Ghost({ board, rows, store, isAsking }: Props) {
  const { looking } = useWords().board.hands;
  const held = useHeld(store);
  const words = useHeldWords(board);
  const shape = held && shapeOf(board, held);
  const index = shape ? rows.findIndex(({ key }) => key === shape.key) : -1;
  const place = shape && placeIn(board.window, shape.days);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, [index]);

  if (!held || !shape || !place || index < 0) return null;
  return (
    <div ref={box} aria-hidden data-ghost className="pointer-events-none absolute right-0 left-(--label) z-10 h-(--row) scroll-mt-28 scroll-mb-14" style={{ top: `calc(var(--row) * ${index})` }}>
      <div
        className={classes("absolute inset-y-0.5 rounded-md border-2", shape.isTaken ? "border-negative bg-negative-soft/80" : "border-brand bg-brand-soft/80", held.what === "bar" && "border-dashed")}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
      />
      <p
        className={classes("absolute z-20 rounded-md px-2 py-1 text-xs font-semibold whitespace-nowrap shadow-overlay", shape.isTaken ? "bg-negative-soft text-negative" : "bg-ink text-surface", index > 1 ? "bottom-full mb-1" : "top-full mt-1")}
        style={place.left > 50 ? { right: `${100 - place.left - place.width}%` } : { left: `${place.left}%` }}
      >
        {isAsking ? looking : words.short(held)}
      </p>
    </div>
  );
}

/** The same in words, for who does not see it; it stands beside the grid, which holds nothing but rows. */
export function HeldAloud({ board, store, isAsking }: Omit<Props, "rows">) {
  const { looking } = useWords().board.hands;
  const held = useHeld(store);
  const words = useHeldWords(board);
  return <p aria-live="polite" className="sr-only">{isAsking ? looking : held && words.whole(held)}</p>;
}

function shapeOf(board: KnownBoard, held: Held): { key: string; days: Period; isTaken: boolean } | null {
  if (held.what === "days") {
    const days = chosenDays(board, held.row.bed, held.anchor, held.day);
    return days && { key: held.row.key, days, isTaken: false };
  }
  const isTaken = intentOf(held, board) !== null && firstTaken(board, held.over.bed, newDays(held, board), held.placement.id) !== null;
  return { key: held.over.key, days: landingOf(held, board), isTaken };
}
