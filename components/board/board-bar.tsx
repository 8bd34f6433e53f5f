"use client";

import type { RefObject } from "react";
import { addDays, type Day, earlierOf, laterOf, nightsBetween } from "@/domain/day";
import { classes } from "../ui/classes";
import { BAR_LOOKS } from "./bar-look";
import { type BoardBar as Bar, type KnownBoard, lookOf } from "./board-data";
import type { BedRow } from "./board-rows";
import { placeIn, shareAt } from "./day-layout";
import type { Grips } from "./drag/grips";
import { useCellWords } from "./use-cell-words";

type Props = { board: KnownBoard; bar: Bar };

/**
 * Of the days shown, in per cent: a bar that takes less has no room for the code of a household, and half a code says nothing. Words
 * are most of what drawing costs, and asking each bar for its width as much again.
 */
const HOLDS_A_CODE = 5.5;
const HOLDS_A_CODE_WHERE_NARROW = 9;

/** What lies on a bed for some days, cut where the days shown end; a press is taken by the board. */
export function BoardBar({ board, bar, grips }: Props & { grips: Grips }) {
  const words = useCellWords(board);
  const place = placeIn(board.window, bar);
  if (!place) return null;
  const { window } = board;
  const look = lookOf(bar, board);
  const { bar: looks, icon: Icon } = BAR_LOOKS[look];
  const first = laterOf(bar.from, window.from);
  // Today's line lies over the bars, and under their words.
  const isCrossed = bar.from <= board.today && bar.until > board.today;
  const facts = { what: "bar", look, bar, placement: board.placementOf(bar), closure: board.closureOf(bar) } as const;
  return (
    <div
      role="gridcell"
      aria-colindex={nightsBetween(window.from, first) + 2}
      aria-colspan={Math.max(1, nightsBetween(first, earlierOf(bar.until, window.until)))}
      aria-label={words.facts(facts, first)}
      data-from={first}
      className={classes("absolute flex items-center gap-1 overflow-hidden text-xs font-semibold", grips.whole ? "cursor-grab" : "cursor-pointer", looks, place.isCutBefore && "rounded-s-none", place.isCutAfter && "rounded-e-none")}
      style={{ left: `calc(${place.left}% + ${place.isCutBefore ? 0 : 1}px)`, width: `calc(${place.width}% - ${place.isCutAfter ? 1 : 2}px)` }}
    >
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />}
      {look !== "turnaround" && place.width >= HOLDS_A_CODE && <span className={classes("truncate", isCrossed && "pointer-events-none relative z-[6]", place.width < HOLDS_A_CODE_WHERE_NARROW && "max-xl:hidden")}>{words.bar(facts)}</span>}
      {grips.end && !place.isCutAfter && <span aria-hidden data-edge className="absolute inset-y-0 right-0 w-2 max-w-1/3 cursor-ew-resize pointer-coarse:w-5" />}
    </div>
  );
}

/** Where the rule ends for whoever has this bed; nothing where that is not seen. */
export function LimitMark({ board, bar }: Props) {
  const look = lookOf(bar, board);
  const limit = board.placementOf(bar)?.latestExit ?? null;
  const isLive = look === "present" || look === "planned" || look === "overdue";
  if (!isLive || limit === null || limit <= board.window.from || limit >= board.window.until || limit < bar.from) return null;
  return (
    <span aria-hidden className="pointer-events-none absolute inset-y-0 w-0.5 bg-alarm shadow-[0_0_0_1px_var(--surface)]" style={{ left: `${shareAt(board.window, limit)}%` }}>
      <span className="absolute -left-1 top-0 size-0 border-4 border-transparent border-t-alarm" />
    </span>
  );
}

/** The day of the cell in a bed's line that has the focus, or could get it: it says in words what is there. */
export function FocusCell({ ref, board, row, day }: { ref: RefObject<HTMLDivElement | null>; board: KnownBoard; row: BedRow; day: Day }) {
  const words = useCellWords(board);
  const place = placeIn(board.window, { from: day, until: addDays(day, 1) });
  if (!place) return null;
  return (
    <div
      ref={ref}
      role="gridcell"
      tabIndex={0}
      data-focus-cell
      data-from={day}
      aria-haspopup="dialog"
      aria-colindex={nightsBetween(board.window.from, day) + 2}
      aria-label={words.cell(row, day)}
      className="pointer-events-none absolute inset-y-0.5 z-10 scroll-mt-14 scroll-mb-4 rounded-sm focus-visible:-outline-offset-1"
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
    />
  );
}

