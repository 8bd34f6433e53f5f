"use client";

import { ChevronDown } from "lucide-react";
import { memo, type ReactNode, type RefObject, useEffect, useState } from "react";
import type { Day } from "@/domain/day";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { BoardBar, FocusCell, LimitMark } from "./board-bar";
import type { KnownBoard } from "./board-data";
import type { BedRow, BoardRow, FacilityRow, UnitRow } from "./board-rows";
import { gripsOf, NO_GRIPS } from "./drag/grips";
import { useMayMove } from "./drag/use-may-move";
import { plainPicture } from "./plain-picture";
import type { Rush } from "./rush";
import { useCellWords } from "./use-cell-words";

type Props = {
  board: KnownBoard;
  row: BoardRow;
  /** From 0 on. */
  index: number;
  /** The day of the cell that can be tabbed to, where it is in this line. */
  focusDay: Day | null;
  /** Holds that cell where it is a bed's: a card opens beside it. */
  cellRef: RefObject<HTMLDivElement | null>;
  rush: Rush;
  /** On paper all lines are whole. */
  isPrinted: boolean;
};

/** A facility, a unit or a bed with what lies on it. */
export const BoardLine = memo(function BoardLine({ row, ...props }: Props) {
  if (row.kind === "bed") return <BedLine row={row} {...props} />;
  return <GroupLine row={row} index={props.index} isFocus={props.focusDay !== null} />;
});

type FrameProps = { index: number; lineKey: string; className?: string; children: ReactNode };

function Frame({ index, lineKey, className, children }: FrameProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-line={lineKey}
      className={classes("absolute inset-x-0 flex h-(--row) border-b border-line-soft print:static print:break-inside-avoid", className)}
      style={{ top: `calc(var(--row) * ${index})` }}
    >
      {children}
    </div>
  );
}

const HEADER = "flex w-(--label) shrink-0 items-center gap-2 border-e border-line pe-3 whitespace-nowrap";

function GroupLine({ row, index, isFocus }: { row: FacilityRow | UnitRow; index: number; isFocus: boolean }) {
  const { board: words, codes } = useWords();
  const isFacility = row.kind === "facility";
  const name = isFacility ? row.facility.name : [row.unit.flat, row.unit.name].filter(Boolean).join(", ");
  const traits = isFacility ? [] : [row.unit.genderPolicy !== "mixed" && codes.genderPolicy[row.unit.genderPolicy], row.unit.letting === "whole_unit" && words.whole];
  return (
    <Frame index={index} lineKey={row.key} className={isFacility ? "bg-brand-soft" : undefined}>
      <div
        role="rowheader"
        aria-expanded={row.isOpen}
        tabIndex={isFocus ? 0 : -1}
        data-focus-cell={isFocus || undefined}
        className={classes(HEADER, "cursor-pointer scroll-mt-14 scroll-mb-4 hover:text-brand focus-visible:-outline-offset-3", isFacility ? "bg-brand-soft ps-3 font-bold" : "bg-surface ps-6 font-semibold text-ink-soft")}
      >
        <ChevronDown aria-hidden className={classes("size-4 shrink-0 transition-transform", !row.isOpen && "-rotate-90")} />
        <span className="truncate" title={name}>{[name, ...traits.filter(Boolean)].join(" · ")}</span>
        <span className={classes("ms-auto text-xs font-semibold", row.free > 0 ? "text-positive" : "text-ink-faint")}>
          {isFacility ? words.freeOf(row.free, row.beds) : <><span aria-hidden>{row.free} / {row.beds}</span><span className="sr-only">{words.freeOf(row.free, row.beds)}</span></>}
        </span>
      </div>
    </Frame>
  );
}

/** Drawn as a picture, from when it comes into view while the page is scrolled until there is time for its bars. */
function useIsPlain(rush: Rush): boolean {
  const [isPlain, setPlain] = useState(rush.isOn);
  useEffect(() => (isPlain ? rush.whenRead(() => setPlain(false)) : undefined), [isPlain, rush]);
  return isPlain;
}

function BedLine({ board, row, index, focusDay, cellRef, rush, isPrinted }: Props & { row: BedRow }) {
  const words = useCellWords(board);
  const isPlain = useIsPlain(rush) && !isPrinted;
  return (
    <Frame index={index} lineKey={row.key}>
      <div role="rowheader" className={classes(HEADER, "cursor-pointer bg-surface ps-12 text-sm")}>
        <span className="truncate">{words.bed(row.bed)}</span>
        {!isPlain && <span className="ms-auto text-xs font-semibold text-ink-faint">{words.state(row.bed)}</span>}
      </div>
      <div data-days className="relative min-w-0 flex-1 cursor-pointer select-none">
        {isPlain ? <div className="absolute inset-x-0 inset-y-1" style={plainPicture(board, board.barsOf(row.bed.id))} /> : <BedBars board={board} row={row} />}
        {focusDay && <FocusCell key={focusDay} ref={cellRef} board={board} row={row} day={focusDay} />}
      </div>
    </Frame>
  );
}

function BedBars({ board, row }: { board: KnownBoard; row: BedRow }) {
  const mayMove = useMayMove()(row);
  const bars = board.barsOf(row.bed.id);
  return (
    <>
      {bars.map((bar) => <BoardBar key={`${bar.kind} ${bar.id} ${bar.from}`} board={board} bar={bar} grips={mayMove ? gripsOf(board, bar) : NO_GRIPS} />)}
      {bars.map((bar) => bar.kind === "stay" && <LimitMark key={`${bar.id} ${bar.from}`} board={board} bar={bar} />)}
    </>
  );
}
