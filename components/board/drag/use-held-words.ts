"use client";

import { nightsBetween } from "@/domain/day";
import { useWords } from "../../words/words-provider";
import { factsAt, type KnownBoard } from "../board-data";
import { useCellWords } from "../use-cell-words";
import { chosenDays } from "./free-days";
import type { Held, HeldBar, HeldDays } from "./held";
import { firstTaken, intentOf, landingOf, newDays } from "./landing";

/** What is held and where, in a few words beside it, and whole for who hears it. */
export function useHeldWords(board: KnownBoard) {
  const { hands, state } = useWords().board;
  const words = useCellWords(board);

  function days({ row, anchor, day }: HeldDays, say: typeof hands.days): string {
    const chosen = chosenDays(board, row.bed, anchor, day);
    return chosen ? say(chosen.from, chosen.until, nightsBetween(chosen.from, chosen.until)) : "";
  }

  function bar(held: HeldBar, place: string): string {
    const intent = intentOf(held, board);
    const landing = landingOf(held, board);
    const { over: { bed }, placement } = held;
    const taken = intent && firstTaken(board, bed, newDays(held, board), placement.id);
    const what = taken ? words.who(factsAt(board, bed, taken), taken)
      : intent?.step === "extend" && placement.latestExit ? hands.beyond(placement.latestExit)
        : intent?.step === "exit" && intent.exit < placement.exit ? hands.earlier(nightsBetween(intent.exit, placement.exit))
          : intent ? state.free : hands.unchanged;
    return held.part === "end" ? hands.leaves(landing.until, what) : hands.lands(place, landing.from, landing.until, what);
  }

  const whole = ({ over: { bed, unit, facility } }: HeldBar) => hands.place(words.bed(bed), unit.name, facility.name);
  return {
    short: (held: Held) => (held.what === "days" ? days(held, hands.days) : bar(held, words.bed(held.over.bed))),
    whole: (held: Held) => (held.what === "days" ? days(held, hands.chosen) : bar(held, whole(held))),
  };
}
