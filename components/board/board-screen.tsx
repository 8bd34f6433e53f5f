"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { BedDouble } from "lucide-react";
import { useMemo, useState } from "react";
import { addDays } from "@/domain/day";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";
import { type Board, type KnownBoard, knownBoard } from "./board-data";
import { BoardFilters } from "./board-filters";
import { BoardGrid } from "./board-grid";
import { BoardList } from "./board-list";
import { boardQueries } from "./board-queries";
import { bedsOf, rowsOf } from "./board-rows";
import { type BoardSearch, questionOf, stepped } from "./board-search";
import { BoardSkeleton } from "./board-skeleton";
import { BoardTable } from "./board-table";
import { BoardToolbar } from "./board-toolbar";
import { WithUndo } from "./undo/with-undo";
import { useBoardSearch } from "./use-board-search";
import { useIsWide } from "./use-is-wide";

const NO_FILTERS = { facilityId: null, kind: null, features: [], only: null };

/** Every bed of the municipality, day by day: as a board, as a table, on a phone as a list. */
export function BoardScreen() {
  const { board: words, shell } = useWords();
  const municipality = useMunicipality().code;
  const today = useToday();
  const [search, change] = useBoardSearch();
  const question = questionOf(search, municipality, today);
  const first = useQueryClient().getQueryData<Board>(boardQueries.firstKey(question));
  const { data, error, isPlaceholderData } = useQuery({ ...boardQueries.board(question), placeholderData: (before) => first ?? before });
  const board = useMemo(() => (data ? knownBoard(data) : null), [data]);
  const isTodayShown = today >= question.from && today < question.until;

  return (
    <>
      <PageHeading title={words.title} subtitle={<span className={search.view === "board" ? "max-md:hidden" : undefined}>{words.subtitle(question.from, addDays(question.until, -1))}</span>}>
        <BoardToolbar search={search} onChange={change} />
      </PageHeading>
      <BoardFilters search={search} freeOn={isTodayShown ? null : question.from} onChange={change} />
      {error && <div className="mb-4"><ProblemAlert error={error} title={words.failed} /></div>}
      {!board && !error && <BoardSkeleton label={shell.loading} />}
      {board && <WithUndo><Shown board={board} search={search} isBehind={isPlaceholderData && data !== first} onChange={change} /></WithUndo>}
    </>
  );
}

type Props = { board: KnownBoard; search: BoardSearch; isBehind: boolean; onChange: (change: Partial<BoardSearch>) => void };

function Shown({ board, search, isBehind, onChange }: Props) {
  const { only, view, facilityId, kind, features } = search;
  const words = useWords();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(board, { only, collapsed }), [board, only, collapsed]);
  const isWide = useIsWide();
  const toggle = (key: string) => setCollapsed((before) => {
    const after = new Set(before);
    if (!after.delete(key)) after.add(key);
    return after;
  });

  if (rows.length === 0) {
    const isFiltered = only !== null || facilityId !== null || kind !== null || features.length > 0;
    return (
      <Card>
        {isFiltered
          ? <EmptyState icon={BedDouble} title={words.board.noneFiltered} action={<Button onPress={() => onChange(NO_FILTERS)}>{words.facilities.clearFilters}</Button>} />
          : <EmptyState icon={BedDouble} title={words.board.noneTitle}>{words.board.noneText}</EmptyState>}
      </Card>
    );
  }
  if (view === "table") return <BoardTable board={board} beds={bedsOf(board, only)} />;
  // Until the browser says how wide it is both are there, and the style sheet shows one.
  return (
    <>
      {isWide !== false && <div className="max-md:hidden"><BoardGrid board={board} rows={rows} isBehind={isBehind} onToggle={toggle} onLeadOn={(direction) => onChange({ from: stepped(search, board.today, direction) })} /></div>}
      {isWide !== true && <div className="md:hidden"><BoardList board={board} rows={rows} isBehind={isBehind} onToggle={toggle} /></div>}
    </>
  );
}
