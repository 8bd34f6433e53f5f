"use client";

import { CircleCheck, FileClock } from "lucide-react";
import type { Member } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { permitState } from "./permit";

/** The documents somebody has to think of in the coming two months. */
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
          {urgent.map(({ member, tone, text, state }) => (
            <li key={member.personId} className="py-2">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {member.givenName} {member.familyName}
                <Badge tone={tone} icon={FileClock}>{words.householdFile.permit[state]}</Badge>
              </p>
              <p className="text-ink-soft first-letter:uppercase">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
