"use client";

import Link from "next/link";
import { useState } from "react";
import type { Day } from "@/domain/day";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Pagination } from "../ui/pagination";
import { Cell, HeadCell, Missing, Row, TableFrame } from "../ui/table";
import { useTable } from "../ui/use-table";
import { useFormats, useLocale, useWords } from "../words/words-provider";
import { BoardCard, type Opened } from "./board-card";
import { type CellFacts, factsAt, type KnownBoard } from "./board-data";
import type { BedRow } from "./board-rows";
import { StateBadge } from "./state-badge";
import { useCellWords } from "./use-cell-words";

type Props = { board: KnownBoard; beds: BedRow[] };

const COLUMNS = ["facility", "unit", "bed", "tonight", "who", "from", "until", "limit"] as const;

/** The board's beds as they are on the day it tells states for, a line each. */
export function BoardTable({ board, beds }: Props) {
  const { board: { table: words }, facilities } = useWords();
  const cellWords = useCellWords(board);
  const [opened, setOpened] = useState<Opened | null>(null);
  const lines = beds.map((row, order) => ({ row, order, facts: factsAt(board, row.bed, board.stateDay) }));
  const { visible, page, pages, setPage, sort } = useTable({
    rows: lines,
    columns: {
      facility: ({ row, order }) => `${row.facility.name} ${String(order).padStart(6, "0")}`,
      unit: ({ row }) => row.unit.name,
      bed: ({ row }) => row.bed.name,
      tonight: ({ row }) => cellWords.state(row.bed),
      who: ({ facts }) => (facts.what === "bar" ? facts.placement?.householdCode ?? null : null),
      from: ({ facts }) => (facts.what === "bar" ? facts.bar.from : null),
      until: ({ facts }) => untilOf(facts),
      limit: ({ facts }) => (facts.what === "bar" ? facts.placement?.latestExit ?? null : null),
    },
    startsBy: "facility",
    locale: useLocale(),
  });
  const isTonight = board.stateDay === board.today;
  const head = (column: (typeof COLUMNS)[number]) => (column === "tonight" && !isTonight ? words.stateOn(board.stateDay) : words.column[column]);
  return (
    <>
      <TableFrame label={words.title} head={COLUMNS.map((column) => <HeadCell key={column} sort={sort(column)}>{head(column)}</HeadCell>)}>
        {visible.map(({ row, facts }) => <BedTableRow key={row.key} board={board} row={row} facts={facts} onOpen={() => setOpened({ row, day: board.stateDay })} />)}
      </TableFrame>
      <Pagination page={page} pages={pages} onChange={setPage} labels={facilities.pages} />
      {opened && <BoardCard key={opened.row.key} board={board} opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** Whoever should have left: when they should have. */
function untilOf(facts: CellFacts): Day | null {
  if (facts.what !== "bar") return facts.what === "free" ? facts.until : null;
  return facts.look === "overdue" && facts.placement ? facts.placement.exit : facts.bar.until;
}

type RowProps = { board: KnownBoard; row: BedRow; facts: CellFacts; onOpen: () => void };

function BedTableRow({ board, row, facts, onOpen }: RowProps) {
  const { board: { table: words }, placements, shell } = useWords();
  const { shortDay } = useFormats();
  const mayRead = useMay("household.read");
  const cellWords = useCellWords(board);
  const { facility, unit, bed } = row;
  const [placement, bar] = facts.what === "bar" ? [facts.placement, facts.bar] : [null, null];
  const until = untilOf(facts);
  return (
    <Row>
      <Cell><Link href={`/strutture/${facility.id}`} className="font-semibold text-brand hover:underline">{facility.name}</Link></Cell>
      <Cell>{[unit.flat, unit.name].filter(Boolean).join(", ")}</Cell>
      <Cell>
        <span className="-ms-3.25 inline-block"><Button size="small" tone="quiet" aria-haspopup="dialog" aria-label={words.detailsOf(cellWords.bed(bed), unit.name, facility.name)} onPress={onOpen}>{cellWords.bed(bed)}</Button></span>
      </Cell>
      <Cell><StateBadge board={board} bed={bed} /></Cell>
      <Cell>{placement ? (mayRead ? <Link href={`/nuclei/${placement.householdId}`} className="text-brand hover:underline">{placement.householdCode}</Link> : placement.householdCode) : <Missing sign={shell.none} />}</Cell>
      <Cell>{bar ? shortDay(bar.from) : <Missing sign={shell.none} />}</Cell>
      <Cell>{until ? shortDay(until) : words.open}</Cell>
      <Cell>{placement ? (placement.latestExit ? shortDay(placement.latestExit) : placements.noRule) : <Missing sign={shell.none} />}</Cell>
    </Row>
  );
}
