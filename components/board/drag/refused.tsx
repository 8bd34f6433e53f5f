"use client";

import { shortBedName } from "../../beds/bed-name";
import { needsOverride } from "../../moves/offers";
import { useMay } from "../../session/me";
import { Button } from "../../ui/button";
import { useWords } from "../../words/words-provider";
import { factsAt, type KnownBoard } from "../board-data";
import { useCellWords } from "../use-cell-words";
import type { Answer, Drop } from "./ask-service";
import type { Way } from "./bar-dialog";
import { firstTaken, newDays } from "./landing";
import type { OtherBed } from "./verdict";

type Props = { board: KnownBoard; drop: Drop; answer: Answer; onChoose: (way: Way) => void; onDespite: () => void };

/** Why it cannot be as it was let go, in the service's words and with who is there, and what would work. */
export function Refused({ board, drop: { held, intent }, answer: { verdict, item, others, exit, days, start }, onChoose, onDespite }: Props) {
  const { board: { hands, bed: bedNamed }, placements, moves } = useWords();
  const words = useCellWords(board);
  const mayOverride = useMay("override");
  const row = intent.step === "move" ? intent.to : held.row;
  const taken = firstTaken(board, row.bed, newDays(held, board), held.placement.id);
  const there = taken === null ? null : words.who(factsAt(board, row.bed, taken), taken);
  const told = verdict.failed.map(({ detail, remedyDetail }) => [detail, remedyDetail].filter(Boolean).join(" "));
  const where = ({ item: { unitName, facilityName }, bed }: OtherBed) => hands.place(bedNamed(shortBedName(bed.name)), unitName, facilityName);
  const isExit = intent.step === "exit" || intent.step === "extend";
  const isMove = intent.step === "move";
  const isAgainstConditions = isMove && !verdict.isTaken && mayOverride && item !== null && needsOverride(item);
  return (
    <>
      <div role="alert">
        <ul className="space-y-1">
          {there && <li>{hands.inTheWay(words.bed(row.bed), there)}</li>}
          {!there && told.length === 0 && <li>{hands.notFree(words.bed(row.bed))}</li>}
          {told.map((each) => <li key={each}>{each}</li>)}
        </ul>
      </div>
      {(others.length > 0 || exit !== null || days !== null || isExit) && <p className="font-semibold">{placements.instead}</p>}
      <div className="flex flex-wrap gap-2">
        {exit !== null && <Button size="small" tone="primary" aria-haspopup="dialog" onPress={() => onChoose({ kind: "exit", exit })}>{hands.until(exit)}</Button>}
        {days !== null && <Button size="small" tone="primary" aria-haspopup="dialog" onPress={() => onChoose({ kind: "days", days })}>{hands.fromTo(days.from, days.until)}</Button>}
        {start && others.map((other, index) => (
          <Button
            key={other.bed.id}
            size="small"
            tone={index === 0 ? "primary" : "secondary"}
            aria-haspopup="dialog"
            onPress={() => onChoose({ kind: "move", start: { ...start, unitId: other.item.unitId, bed: start.bed && { ...start.bed, bedId: other.bed.id } } })}
          >
            {where(other)}
          </Button>
        ))}
        {isExit && <Button size="small" aria-haspopup="dialog" onPress={() => onChoose({ kind: "move", start: null })}>{placements.transferThis}</Button>}
        {isAgainstConditions && <Button size="small" aria-haspopup="dialog" onPress={onDespite}>{hands.despite}</Button>}
      </div>
      {isMove && others.length === 0 && <p>{moves.noUnitFits}</p>}
    </>
  );
}
