"use client";

import { Fragment, type KeyboardEvent, type MouseEvent, type RefObject, useId, useRef, useState } from "react";
import { addDays, type Day, nightsBetween, type Period } from "@/domain/day";
import { classes } from "../ui/classes";
import { useIsPrinted } from "../ui/use-is-printed";
import { useWords } from "../words/words-provider";
import { BoardCard, type Opened } from "./board-card";
import type { KnownBoard } from "./board-data";
import { BoardDays, DaysPicture, TodayLine } from "./board-days";
import { BoardLegend } from "./board-legend";
import { BoardLine } from "./board-line";
import type { BedRow, BoardRow } from "./board-rows";
import { dayAt } from "./day-layout";
import type { Drop } from "./drag/ask-service";
import { DropOutcome } from "./drag/drop-outcome";
import { Ghost, HeldAloud } from "./drag/ghost";
import { landingOf } from "./drag/landing";
import { useDrop } from "./drag/use-drop";
import { useHands } from "./drag/use-hands";
import { beyondEdge, type GridFocus, isOfGrid, movedBy, settledFocus } from "./grid-focus";
import type { Rush } from "./rush";
import { useCellFocus } from "./use-cell-focus";
import { useLinesInView } from "./use-lines-in-view";

type Props = {
  board: KnownBoard;
  rows: BoardRow[];
  isBehind: boolean;
  onToggle: (key: string) => void;
  /** Other days are wanted: later (1) or earlier ones (-1). */
  onLeadOn: (direction: 1 | -1) => void;
};

const PAGE = 10;

/** Beds and days: what is where, as bars. One stop of the Tab key; inside it the arrows lead from day to day and from bed to bed. */
export function BoardGrid({ board, rows, isBehind, onToggle, onLeadOn }: Props) {
  const words = useWords().board;
  const howId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const { body, rush, first, last } = useLinesInView(rows.length);
  const [opened, setOpened] = useState<Opened | null>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const { window: shown, stateDay } = board;
  const { wanted, goTo, waitFor, comeBack } = useCellFocus(grid, shown.from);
  const focus = settledFocus(wanted, rows, shown, stateDay);
  const focusIndex = rows.findIndex(({ key }) => key === focus?.key);
  const hands = useHands({ board, rows, body, onDays: openDays, onDrop: askAbout, onFocus: goTo });
  const asking = useDrop(board);

  function act(row: BoardRow, day: Day) {
    goTo({ key: row.key, day });
    if (row.kind === "bed") setOpened({ row, day });
    else onToggle(row.key);
  }

  function openDays(row: BedRow, days: Period, day: Day) {
    goTo({ key: row.key, day });
    setOpened({ row, day, days });
  }

  function askAbout(drop: Drop) {
    const { over, part } = drop.held;
    const { from, until } = landingOf(drop.held, board);
    const day = part === "end" ? addDays(until, -1) : from;
    goTo({ key: over.key, day: day < shown.from ? shown.from : day < shown.until ? day : addDays(shown.until, -1) });
    asking.ask(drop);
  }

  function leadOn(key: string, { day, direction }: { day: Day; direction: 1 | -1 }) {
    // The days that are shown next are on their way already.
    if (isBehind) return;
    waitFor({ key, day });
    onLeadOn(direction);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!focus) return;
    const row = rows[focusIndex];
    if (asking.isPending) {
      if (event.key === "Escape") closeCard();
      return isOfGrid(event.key) ? event.preventDefault() : undefined;
    }
    if (hands.onKeyDown(event, row, focus.day)) return event.preventDefault();
    const beyond = row?.kind === "bed" ? beyondEdge(event, focus, shown) : null;
    const opens = event.key === "ArrowRight" ? true : event.key === "ArrowLeft" ? false : null;
    if (row && (event.key === "Enter" || event.key === " ")) act(row, focus.day);
    else if (row && row.kind !== "bed" && opens !== null) { if (row.isOpen !== opens) act(row, focus.day); }
    else if (beyond) leadOn(focus.key, beyond);
    else {
      const next = movedBy(event, focus, { rows, window: shown, page: PAGE });
      if (!next) return;
      goTo(next);
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent) {
    if (hands.wasDragged()) return;
    const target = event.target as HTMLElement;
    const row = rows.find(({ key }) => key === target.closest<HTMLElement>("[data-line]")?.dataset.line);
    if (row) act(row, dayOf(event, target) ?? stateDay);
  }

  /** Screen readers press without a place: then it is the bar that they stand on. */
  function dayOf({ clientX, detail }: MouseEvent, target: HTMLElement): Day | null {
    if (detail === 0) return target.closest<HTMLElement>("[data-from]")?.dataset.from ?? null;
    const box = target.closest("[data-days]")?.getBoundingClientRect();
    return box ? dayAt(shown, (clientX - box.left) / box.width) : null;
  }

  function closeCard() {
    setOpened(null);
    asking.end();
    hands.letGo();
    comeBack();
  }

  const drawn = rows.slice(first, last).map((row, index) => ({ row, index: first + index }));
  const focused = rows[focusIndex];
  // Whoever scrolls away keeps the focus.
  if (focused && (focusIndex < first || focusIndex >= last)) drawn.push({ row: focused, index: focusIndex });

  return (
    <div data-board className={classes("group/board overflow-clip rounded-lg border border-line bg-surface print:overflow-visible print:rounded-none", isBehind && "opacity-70")} aria-busy={isBehind}>
      <p id={howId} className="sr-only">{words.how}</p>
      <div
        ref={grid}
        role="grid"
        aria-label={words.grid}
        aria-describedby={howId}
        aria-rowcount={rows.length + 1}
        aria-colcount={nightsBetween(shown.from, shown.until) + 1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerDown={hands.onPointerDown}
        className="relative [--label:236px] [--row:32px] lg:[--label:252px] pointer-coarse:[--row:44px]"
      >
        <BoardDays board={board} />
        <div ref={body} role="rowgroup" className="relative print:h-auto!" style={{ height: `calc(var(--row) * ${rows.length})` }}>
          <DaysPicture board={board} />
          <Lines board={board} drawn={drawn} focus={focus} cellRef={anchor} rush={rush} />
          <TodayLine board={board} />
          <Ghost board={board} rows={rows} store={hands.store} isAsking={asking.isPending} />
        </div>
      </div>
      <HeldAloud board={board} store={hands.store} isAsking={asking.isPending} />
      <BoardLegend />
      {opened && <BoardCard key={`${opened.row.key} ${opened.day}`} board={board} opened={opened} anchor={anchor} onClose={closeCard} />}
      {asking.drop && !asking.isPending && <DropOutcome board={board} drop={asking.drop} answer={asking.answer} error={asking.error} anchor={anchor} onClose={closeCard} />}
    </div>
  );
}

type LinesProps = { board: KnownBoard; drawn: { row: BoardRow; index: number }[]; focus: GridFocus | null; cellRef: RefObject<HTMLDivElement | null>; rush: Rush };

/** On paper the days stand over each facility: its lines may begin another sheet. */
function Lines({ board, drawn, focus, cellRef, rush }: LinesProps) {
  const isPrinted = useIsPrinted();
  return drawn.map(({ row, index }) => (
    <Fragment key={row.key}>
      {isPrinted && row.kind === "facility" && index > 0 && <BoardDays board={board} />}
      <BoardLine board={board} row={row} index={index} focusDay={row.key === focus?.key ? focus.day : null} cellRef={cellRef} rush={rush} isPrinted={isPrinted} />
    </Fragment>
  ));
}
