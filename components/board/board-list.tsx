"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { addDays, earlierOf, laterOf } from "@/domain/day";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { BAR_LOOKS, STATE_ICONS } from "./bar-look";
import { BoardCard, type Opened } from "./board-card";
import { type BoardBar, factsAt, type KnownBoard, lookOf } from "./board-data";
import type { BedRow, BoardRow, FacilityRow, UnitRow } from "./board-rows";
import { gridPicture, placeIn } from "./day-layout";
import { useCellWords } from "./use-cell-words";
import { useLinesInView } from "./use-lines-in-view";

/** As far ahead as a narrow screen shows. */
const DAYS_AHEAD = 14;

type Props = { board: KnownBoard; rows: BoardRow[]; isBehind: boolean; onToggle: (key: string) => void };

/** For a phone: the units one under the other, each bed with tonight in words and the next two weeks as small bars. */
export function BoardList({ board, rows, isBehind, onToggle }: Props) {
  const words = useWords().board.list;
  const { body, first, last } = useLinesInView(rows.length);
  const [opened, setOpened] = useState<Opened | null>(null);
  const window = { from: board.stateDay, until: earlierOf(addDays(board.stateDay, DAYS_AHEAD), board.window.until) };
  const strip = { ...board, window };
  return (
    <section aria-label={words.title} aria-busy={isBehind} className={classes("overflow-clip rounded-lg border border-line bg-surface [--row:44px]", isBehind && "opacity-70")}>
      <p className="border-b border-line px-3 py-2 text-xs font-semibold text-ink-faint">{words.days(window.from, addDays(window.until, -1))}</p>
      <div ref={body} role="list" className="relative" style={{ height: `calc(var(--row) * ${rows.length})` }}>
        {rows.slice(first, last).map((row, index) => (
          <div
            key={row.key}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
            className={classes("absolute inset-x-0 flex h-(--row) items-center border-b border-line-soft", row.kind === "facility" && "bg-brand-soft")}
            style={{ top: `calc(var(--row) * ${first + index})` }}
          >
            {row.kind === "bed" ? <BedStrip board={board} strip={strip} row={row} onOpen={setOpened} /> : <GroupButton row={row} onToggle={onToggle} />}
          </div>
        ))}
      </div>
      {opened && <BoardCard key={`${opened.row.key} ${opened.day}`} board={board} opened={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function GroupButton({ row, onToggle }: { row: FacilityRow | UnitRow; onToggle: Props["onToggle"] }) {
  const { board: words, codes } = useWords();
  const isFacility = row.kind === "facility";
  const name = isFacility ? row.facility.name : [row.unit.flat, row.unit.name, row.unit.genderPolicy !== "mixed" && codes.genderPolicy[row.unit.genderPolicy]].filter(Boolean).join(" · ");
  return (
    <Button aria-expanded={row.isOpen} onPress={() => onToggle(row.key)} className={classes("flex h-full w-full min-w-0 items-center gap-2 pe-3 text-start -outline-offset-3", isFacility ? "ps-3 font-bold" : "ps-5 font-semibold text-ink-soft")}>
      <ChevronDown aria-hidden className={classes("size-4 shrink-0", !row.isOpen && "-rotate-90")} />
      <span className="min-w-0 truncate">{name}</span>
      <span className={classes("ms-auto shrink-0 text-xs", row.free > 0 ? "text-positive" : "text-ink-faint")}>{words.freeOf(row.free, row.beds)}</span>
    </Button>
  );
}

type StripProps = { board: KnownBoard; strip: KnownBoard; row: BedRow; onOpen: (opened: Opened) => void };

function BedStrip({ board, strip, row, onOpen }: StripProps) {
  const { list } = useWords().board;
  const words = useCellWords(board);
  const { stateDay } = board;
  const facts = factsAt(board, row.bed, stateDay);
  const state = facts.what === "bar" ? facts.look : facts.what;
  const Icon = STATE_ICONS[state];
  return (
    <>
      <span className="w-16 shrink-0 truncate ps-5 text-sm">{words.bed(row.bed)}</span>
      <div className="relative mx-2 h-full min-w-0 flex-1" style={gridPicture(strip.window)}>
        {board.barsOf(row.bed.id).map((bar) => (
          <SmallBar key={`${bar.kind} ${bar.id} ${bar.from}`} strip={strip} bar={bar} label={list.bar(words.bed(row.bed), words.facts(factsAt(board, row.bed, laterOf(bar.from, stateDay)), stateDay))} onPress={() => onOpen({ row, day: laterOf(bar.from, stateDay) })} />
        ))}
      </div>
      <Button
        aria-haspopup="dialog"
        aria-label={list.bar(words.bed(row.bed), words.facts(facts, stateDay))}
        onPress={() => onOpen({ row, day: stateDay })}
        className={classes("flex h-full w-24 shrink-0 items-center gap-1 pe-2 text-start text-xs font-semibold -outline-offset-3", state === "overdue" ? "text-negative" : state === "free" ? "text-positive" : "text-ink-soft")}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
        {words.state(row.bed)}
      </Button>
    </>
  );
}

function SmallBar({ strip, bar, label, onPress }: { strip: KnownBoard; bar: BoardBar; label: string; onPress: () => void }) {
  const place = placeIn(strip.window, bar);
  if (!place) return null;
  const look = lookOf(bar, strip);
  const code = strip.placementOf(bar)?.householdCode;
  return (
    <Button
      aria-label={label}
      onPress={onPress}
      className="absolute inset-y-0 min-w-6"
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
    >
      <span className={classes("absolute inset-x-px my-1 flex items-center overflow-hidden text-xs font-semibold", BAR_LOOKS[look].bar)}>
        {look !== "turnaround" && look !== "closure" && <span className="truncate">{code}</span>}
      </span>
    </Button>
  );
}
