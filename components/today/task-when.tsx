"use client";

import { nightsBetween } from "@/domain/day";
import type { Words } from "@/messages/it";
import { useToday } from "../session/me";
import { useWords } from "../words/words-provider";
import type { DayTask } from "./today-types";

/** Since when, or until when, and how far that is from today; of a birthday also what has to be looked at. */
export function TaskWhen({ task }: { task: DayTask }) {
  const words = useWords().today;
  const [first, second, hint] = whenOf(task, useToday(), words);
  return (
    <>
      <span className="block">{first}</span>
      {second && <span className="block text-sm text-ink-faint">{second}</span>}
      {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
    </>
  );
}

function whenOf({ kind, day, exit, days }: DayTask, today: string, words: Words["today"]): [string, string | null, string?] {
  if (kind === "unconfirmed") return [days === null ? words.neverConfirmed : words.staleFor(days), null];
  if (day === null) return ["", null];
  const away = nightsBetween(today, day);
  switch (kind) {
    case "overdue": return [words.since(day), words.nightsOver(-away)];
    case "arrival": return [away === 0 ? words.dueToday : words.onDay(day), away < 0 ? words.lateBy(-away) : exit && words.exitOn(exit)];
    case "departure": return [words.dueToday, null];
    case "needs_bed": return [words.arrivalOn(day), exit && words.exitOn(exit)];
    case "extension": return [words.askedUntil(day), exit && words.exitOn(exit)];
    case "permit": return [words.onDay(day), away < 0 ? words.expired : away === 0 ? words.dueToday : words.inDays(away)];
    case "of_age": return [words.onDay(day), away < 0 ? words.ofAgeAlready : away === 0 ? words.dueToday : words.inDays(away), words.ofAgeHint];
    default: return [words.onDay(day), words.inDays(away)];
  }
}
