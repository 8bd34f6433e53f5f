"use client";

import { type Day, nightsBetween } from "@/domain/day";
import type { Words } from "@/messages/it";
import { shortBedName } from "../beds/bed-name";
import { useWords } from "../words/words-provider";
import { awaitsDeparture, type BoardBar, type BoardBed, type BoardPlacement, type CellFacts, type KnownBoard, factsAt } from "./board-data";
import type { BedRow } from "./board-rows";

/** What the board says of beds and days: short in the lines, whole for who hears it. */
export function useCellWords(board: KnownBoard) {
  const words = useWords();
  return {
    bed: ({ name }: BoardBed) => words.board.bed(shortBedName(name)),
    state: (bed: BoardBed) => (awaitsDeparture(board, bed) ? words.board.state.leaves : stateOf(factsAt(board, bed, board.stateDay), board.today, words.board)),
    bar: (facts: CellFacts) => barWords(facts, board.today, words),
    /** Only who or what is there, and until when. */
    who: (facts: CellFacts, on: Day) => whoInWords(facts, on, board.today, words),
    facts: (facts: CellFacts, on: Day) => factsInWords(facts, on, board.today, words),
    cell: ({ facility, unit, bed }: BedRow, day: Day) =>
      words.board.spoken.cell(words.board.bed(shortBedName(bed.name)), unit.name, facility.name, day, factsInWords(factsAt(board, bed, day), day, board.today, words)),
  };
}

/** Beside the bed's name, tonight's state in as few words as do. */
function stateOf(facts: CellFacts, today: Day, { state }: Words["board"]): string {
  if (facts.what !== "bar") return state[facts.what];
  if (facts.look === "overdue" && facts.placement) return state.overdueBy(nightsBetween(facts.placement.exit, today));
  if (facts.look === "planned" && facts.bar.from === today) return state.arrives;
  return state[facts.look];
}

/** In the bar itself, the most important first: what does not fit is cut. */
function barWords(facts: CellFacts, today: Day, { board: words, availability, codes }: Words): string {
  if (facts.what !== "bar") return "";
  const { look, placement, closure, bar } = facts;
  if (closure) return codes.closureReason[closure.reason];
  if (!placement) return words.state[look];
  const people = availability.composition(placement.adults, placement.minors);
  if (look === "overdue") return [placement.householdCode, words.state.overdueSince(nightsBetween(placement.exit, today))].join(" · ");
  if (look === "spare") return [placement.householdCode, words.state.spare].join(" · ");
  if (look === "planned") return [placement.householdCode, people, words.arrivesOn(bar.from)].join(" · ");
  const left = look === "present" ? daysLeft(placement, today) : null;
  return [placement.householdCode, people, left !== null && left >= 0 && words.daysLeft(left)].filter(Boolean).join(" · ");
}

function daysLeft({ latestExit }: BoardPlacement, today: Day): number | null {
  return latestExit === null ? null : nightsBetween(today, latestExit);
}

function whoInWords(facts: CellFacts, on: Day, today: Day, words: Words): string {
  const { spoken } = words.board;
  if (facts.what !== "bar" || !facts.placement || (facts.look !== "present" && facts.look !== "planned")) return factsInWords(facts, on, today, words);
  return spoken.household(facts.placement.householdCode, spoken.days(facts.bar.from, facts.bar.until, on));
}

function factsInWords(facts: CellFacts, on: Day, today: Day, { board: { spoken, state }, codes }: Words): string {
  if (facts.what === "not_open") return facts.opensOn ? spoken.opens(facts.opensOn, on) : state.not_open;
  if (facts.what === "free") return facts.until ? spoken.freeUntil(facts.until, on) : state.free;
  const { look, bar, placement, closure } = facts;
  const days = ({ from, until }: Pick<BoardBar, "from" | "until">) => spoken.days(from, until, on);
  if (closure) return spoken.closure(codes.closureReason[closure.reason], days(bar));
  if (!placement || look === "turnaround") return [state[look], days(bar)].join(" ");
  if (look === "overdue") return spoken.overdue(placement.householdCode, placement.exit, nightsBetween(placement.exit, today));
  if (look === "spare") return spoken.spare(placement.householdCode, days(bar));
  const left = look === "past" ? null : daysLeft(placement, today);
  const limit = left === null || placement.latestExit === null ? null : look === "planned" ? spoken.latest(placement.latestExit, on) : spoken.limit(left);
  return [spoken.household(placement.householdCode, days(bar)), state[look], limit].filter(Boolean).join(", ");
}
