"use client";

import { useQuery } from "@tanstack/react-query";
import type { Household } from "../http/api-types";
import { useKeptFocus } from "../ui/use-kept-focus";
import { useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import { RecognitionNotice } from "./recognition-notice";

/** Members whom the network may know by name and birth date: asked about, or decided. Nothing where nobody is. */
export function RecognitionNotices({ household }: { household: Household }) {
  const { householdFile: words } = useWords();
  const { data: recognitions = [] } = useQuery(householdQueries.recognitions(household.id));
  const focus = useKeptFocus<HTMLUListElement>(JSON.stringify(recognitions), false);
  const told = recognitions.flatMap((recognition) => {
    const member = household.members.find(({ personId }) => personId === recognition.personId);
    return member ? [{ recognition, name: `${member.givenName} ${member.familyName}` }] : [];
  });
  if (told.length === 0) return null;

  return (
    <ul {...focus} aria-label={words.recognitions} className="space-y-3">
      {told.map(({ recognition, name }) => (
        <li key={recognition.personId}>
          <RecognitionNotice householdId={household.id} name={name} recognition={recognition} />
        </li>
      ))}
    </ul>
  );
}
