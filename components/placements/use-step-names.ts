"use client";

import { useWords } from "../words/words-provider";
import type { StepName } from "./use-steps";

/** What each step is called on its button. */
export function useStepNames(): Record<StepName, string> {
  const { amending, placements, moves } = useWords();
  const { checkIn, depart, changeExit, changeDays, extend, noShow, cancel } = placements;
  return { checkIn, depart, changeExit, changeDays, extend, noShow, cancel, transfer: moves.transfer, rebed: moves.rebed, swap: moves.swap, correct: amending.correct, moveRule: amending.moveRule };
}
