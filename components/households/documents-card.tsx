"use client";

import { CircleCheck, FileClock } from "lucide-react";
import type { Member } from "../http/api-types";
import { useToday } from "../session/me";
import { Card, CardHead } from "../ui/card";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { permitState } from "./permit";

const COLOURS = { neutral: "text-ink-soft", brand: "text-brand", positive: "text-positive", warning: "text-warning", negative: "text-negative" };

/** The documents somebody has to think of in the coming three months. */
export function DocumentsCard({ members }: { members: Member[] }) {
  const words = useWords();
  const today = useToday();
  const urgent = members.flatMap((member) => {
    const state = permitState(member, today, words);
    return state.isUrgent ? [{ member, ...state }] : [];
  });

  return (
    <Card labelledBy="documenti">
      <CardHead id="documenti" title={words.households.documents} />
      {urgent.length === 0 ? (
        <p className="flex gap-2 px-4 py-3 text-ink-soft sm:px-5">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          {words.households.documentsNone}
        </p>
      ) : (
        <ul className="px-4 py-1 sm:px-5">
          {urgent.map(({ member, tone, text }) => (
            <li key={member.personId} className="flex gap-2 py-2">
              <FileClock aria-hidden className={classes("mt-0.5 size-4 shrink-0", COLOURS[tone])} />
              <div>
                <p className="font-semibold">{member.givenName} {member.familyName}</p>
                <p className={classes("first-letter:uppercase", COLOURS[tone])}>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
