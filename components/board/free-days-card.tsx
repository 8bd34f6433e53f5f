"use client";

import { Search } from "lucide-react";
import { type Day, nightsBetween, type Period } from "@/domain/day";
import { useMayAct } from "../facilities/use-may-act";
import { withParameters } from "../http/api";
import { useMay, useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { useWords } from "../words/words-provider";
import type { CellFacts, KnownBoard } from "./board-data";
import type { BedRow } from "./board-rows";
import { daysFor, type FreeStep } from "./drag/free-days";
import { useCellWords } from "./use-cell-words";

type Props = {
  board: KnownBoard;
  row: BedRow;
  day: Day;
  /** Those that were chosen; else the card speaks of the day and of how long it is free from there. */
  days?: Period;
  facts: Extract<CellFacts, { what: "free" }>;
  onTake: (step: FreeStep, days: Period) => void;
};

/** Free days of a bed, and what the person may do with them; the API asks again. */
export function FreeDays({ board, row, day, days, facts, onTake }: Props) {
  const { board: { hands } } = useWords();
  const words = useCellWords(board);
  const owned = { municipality: useMunicipality().code, organisationId: row.unit.organisationId };
  const [mayPlace, mayClose] = [useMayAct("placement.write")(owned), useMayAct("closure.write")(owned)];
  const [assigned, closed] = [daysFor("assign", board, day, facts.until, days), daysFor("close", board, day, facts.until, days)];
  return (
    <>
      <p className="first-letter:uppercase">{days ? hands.chosen(days.from, days.until, nightsBetween(days.from, days.until)) : words.facts(facts, day)}</p>
      <div className="flex flex-wrap gap-2">
        {mayPlace && assigned && <Button size="small" tone="primary" aria-haspopup="dialog" onPress={() => onTake("assign", assigned)}>{hands.assign}</Button>}
        {mayClose && closed && <Button size="small" aria-haspopup="dialog" onPress={() => onTake("close", closed)}>{hands.close}</Button>}
        {assigned && <SearchHere row={row} days={assigned} />}
      </div>
    </>
  );
}

function SearchHere({ row, days }: { row: BedRow; days: Period }) {
  const maySearch = useMay("availability.read");
  const words = useWords().board.card;
  if (!maySearch) return null;
  return (
    <ButtonLink size="small" href={withParameters("/disponibilita", { ...days, kind: row.facility.kind })}>
      <Search aria-hidden className="size-4" />
      {words.search}
    </ButtonLink>
  );
}
