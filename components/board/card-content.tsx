"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { type Day, nightsBetween, type Period } from "@/domain/day";
import { useMay } from "../session/me";
import { Badge, type Tone } from "../ui/badge";
import { Definition } from "../ui/definition";
import { StayClockBar } from "../ui/stay-clock-bar";
import { useFormats, useWords } from "../words/words-provider";
import { STATE_ICONS } from "./bar-look";
import type { BarLook, BoardBar, BoardPlacement, CellFacts, KnownBoard } from "./board-data";
import type { BedRow } from "./board-rows";
import type { FreeStep } from "./drag/free-days";
import { FreeDays } from "./free-days-card";
import { useCellWords } from "./use-cell-words";

type Props = {
  board: KnownBoard;
  row: BedRow;
  day: Day;
  /** Free days that were chosen. */
  days?: Period;
  facts: CellFacts;
  onTake: (step: FreeStep, days: Period) => void;
};

/** What is known of a bed on a day. */
export function CardContent({ board, row, day, days, facts, onTake }: Props) {
  const { board: { card }, facilities, codes } = useWords();
  const words = useCellWords(board);
  const { facility, unit, bed } = row;
  const where = <p className="text-ink-soft">{card.where(facility.name, [unit.flat, unit.name].filter(Boolean).join(", "), words.bed(bed))}</p>;
  if (facts.what === "free") return <>{where}<FreeDays board={board} row={row} day={day} days={days} facts={facts} onTake={onTake} /></>;
  if (facts.what === "not_open") return <>{where}<p className="first-letter:uppercase">{words.facts(facts, day)}</p></>;
  const { look, bar, placement, closure } = facts;
  if (closure) return <>{where}<p className="first-letter:uppercase">{codes.closureReason[closure.reason]}: {facilities.closurePeriod(closure.from, closure.until)}</p></>;
  if (!placement) return <>{where}<p className="first-letter:uppercase">{words.facts(facts, day)}</p>{look === "taken" && <p className="text-ink-soft">{card.takenText}</p>}</>;
  if (look === "turnaround" || look === "offer") return <>{where}<p className="first-letter:uppercase">{words.facts(facts, day)}</p><p>{card.after(placement.householdCode)}</p><FileLink placement={placement} /></>;
  return <>{where}<Placed board={board} row={row} day={day} look={look} bar={bar} placement={placement} /><FileLink placement={placement} /></>;
}

const TONES: Partial<Record<BarLook, Tone>> = { present: "positive", planned: "brand", overdue: "negative" };

type PlacedProps = Pick<Props, "board" | "row" | "day"> & { look: BarLook; bar: BoardBar; placement: BoardPlacement };

function Placed({ board, row, day, look, bar, placement }: PlacedProps) {
  const { availability, board: { card, state }, placements } = useWords();
  const { day: inWords } = useFormats();
  const words = useCellWords(board);
  const { today } = board;
  const { adults, minors, exit, latestExit } = placement;
  const beds = row.unit.beds.filter(({ id }) => board.barsOf(id).some((each) => each.kind === "stay" && each.placementId === placement.id && each.from <= day && day < each.until));
  const ended = look === "past";
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[look]} icon={STATE_ICONS[look]}>{state[look]}</Badge>
        <span>{[availability.composition(adults, minors), beds.length > 1 && beds.map(words.bed).join(", ")].filter(Boolean).join(" · ")}</span>
      </p>
      {look === "overdue" && <p className="flex gap-2 font-semibold text-negative"><TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />{card.overdue(exit, nightsBetween(exit, today))}</p>}
      {look === "spare" && <p className="text-ink-soft">{card.spare}</p>}
      {placement.status === "in_house" && latestExit !== null && <Clock placement={placement} latestExit={latestExit} today={today} />}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Definition term={placements.arrival}>{inWords(ended ? bar.from : placement.arrival)}</Definition>
        <Definition term={ended ? placements.exitActual : placements.exit}>{inWords(ended ? bar.until : exit)}</Definition>
        {!ended && <Definition term={placements.latest}>{latestExit ? inWords(latestExit) : placements.noRule}</Definition>}
      </dl>
    </>
  );
}

function Clock({ placement: { arrival, exit }, latestExit, today }: { placement: BoardPlacement; latestExit: Day; today: Day }) {
  const { board: { card }, placements } = useWords();
  const [used, whole] = [Math.max(0, nightsBetween(arrival, today)), nightsBetween(arrival, latestExit)];
  return (
    <StayClockBar
      label={placements.clock}
      sentence={card.clock(used, whole, whole - used)}
      usedNights={used}
      plannedNights={Math.max(0, nightsBetween(today, exit))}
      allowanceNights={whole}
    />
  );
}

function FileLink({ placement: { householdId, householdCode } }: { placement: BoardPlacement }) {
  const mayRead = useMay("household.read");
  const words = useWords().facilityPage.bed;
  if (!mayRead) return null;
  return <p><Link href={`/nuclei/${householdId}`} className="inline-flex items-center font-semibold text-brand underline underline-offset-2 hover:text-brand-strong pointer-coarse:min-h-11">{words.file(householdCode)}</Link></p>;
}
