"use client";

import { CircleCheck, CircleDashed, CircleX, DoorOpen, type LucideIcon } from "lucide-react";
import { type ExitPath, type Goal, goalState } from "@/domain/cases";
import type { Words } from "@/messages/it";
import type { HouseholdCase } from "../http/api-types";
import { useToday } from "../session/me";
import { useWords } from "../words/words-provider";

const MARKS: Record<ReturnType<typeof goalState>, { icon: LucideIcon; look: string }> = {
  open: { icon: CircleDashed, look: "text-brand" },
  reached: { icon: CircleCheck, look: "text-positive" },
  given_up: { icon: CircleX, look: "text-ink-faint" },
};

/** The goals of a case and its ways out, each with where it stands. */
export function CaseAgreements({ opened: { goals, exitPaths, until } }: { opened: HouseholdCase }) {
  const words = useWords().cases;
  const today = useToday();
  if (goals.length === 0 && exitPaths.length === 0 && until !== null) return null;
  return (
    <div className="space-y-2 text-sm">
      <p className="font-semibold text-ink-soft">{words.project}</p>
      {goals.length === 0 && <p className="text-ink-faint">{words.noGoals}</p>}
      {goals.length > 0 && (
        <ul aria-label={words.project} className="space-y-1.5">
          {goals.map((goal, index) => <Entry key={index} {...MARKS[goalState(goal)]} what={goal.text} where={whereItStands(goal, today, words)} />)}
        </ul>
      )}
      {exitPaths.length > 0 && (
        <>
          <p className="font-semibold text-ink-soft">{words.waysOut}</p>
          <ul aria-label={words.waysOut} className="space-y-1.5">
            {exitPaths.map((path, index) => <Entry key={index} icon={DoorOpen} look="text-brand" what={words.exitPath[path.kind]} where={stepsOf(path, words).join(" · ")} />)}
          </ul>
        </>
      )}
    </div>
  );
}

type EntryProps = { icon: LucideIcon; look: string; what: string; where: string };

function Entry({ icon: Icon, look, what, where }: EntryProps) {
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${look}`} />
      <div className="min-w-0">
        <p className="first-letter:uppercase">{what}</p>
        {where && <p className="text-ink-faint first-letter:uppercase">{where}</p>}
      </div>
    </li>
  );
}

function whereItStands({ aimedOn, reachedOn, givenUp }: Goal, today: string, words: Words["cases"]): string {
  if (reachedOn !== null) return words.reachedOn(reachedOn);
  if (givenUp !== null) return words.givenUpOn(givenUp.on, givenUp.reason);
  return aimedOn < today ? words.late(aimedOn) : words.aimedOn(aimedOn);
}

function stepsOf({ startedOn, expectedOn, listName, rank, leaseSignedOn, note }: ExitPath, words: Words["cases"]): string[] {
  return [startedOn && words.startedOn(startedOn), listName && words.ranked(listName, rank), expectedOn && words.expectedOn(expectedOn), leaseSignedOn && words.leaseSignedOn(leaseSignedOn), note].flatMap((step) => step || []);
}
