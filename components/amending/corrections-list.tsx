"use client";

import type { CorrectedPart } from "@/domain/correction";
import type { Words } from "@/messages/it";
import type { Member, RecordedCorrection } from "../http/api-types";
import { destinationInWords, reasonInWords } from "../placements/closing-words";
import { useFormats, useWords } from "../words/words-provider";

type Props = { corrections: RecordedCorrection[]; members: Member[] };

/** What was put right of a placement and why, the latest first: what the record said before is not lost. */
export function CorrectionsList({ corrections, members }: Props) {
  const words = useWords();
  const { amending, householdFile } = words;
  const { dayOf } = useFormats();
  if (corrections.length === 0) return null;
  const nameOf = (personId: string) => {
    const member = members.find((each) => each.personId === personId);
    return member ? `${member.givenName} ${member.familyName}` : householdFile.somebody;
  };

  return (
    <section aria-label={amending.corrections} className="rounded-md border border-line-soft">
      <h4 className="px-3 pt-2 text-sm font-semibold text-ink-soft">{amending.corrections}</h4>
      <ul className="divide-y divide-line-soft">
        {corrections.toReversed().map(({ id, changes, note, madeByName, madeAt }) => (
          <li key={id} className="space-y-1 px-3 py-2">
            {alike(changes, words).map(({ said, personIds }) => (
              <p key={said}><b className="font-semibold">{amending.forWhom(personIds.map(nameOf))}</b>{": "}{said}</p>
            ))}
            <p className="text-sm">{note}</p>
            <p className="text-sm text-ink-faint"><span className="inline-block first-letter:uppercase">{amending.madeBy(madeByName, dayOf(madeAt))}</span></p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People of whom the same is said stand together. */
function alike(changes: readonly CorrectedPart[], words: Words): { said: string; personIds: string[] }[] {
  const bySaid = new Map<string, string[]>();
  for (const change of changes) {
    const said = saidOf(change, words);
    bySaid.set(said, [...(bySaid.get(said) ?? []), change.personId]);
  }
  return [...bySaid].map(([said, personIds]) => ({ said, personIds }));
}

function saidOf({ before, after }: CorrectedPart, words: Words): string {
  const { amending } = words;
  const said = (value: string | null) => value ?? amending.unsaid;
  return [
    before.arrival !== null && before.arrival !== after.arrival && amending.arrivalIs(before.arrival, after.arrival),
    before.transfer !== undefined && after.transfer !== undefined && before.transfer !== after.transfer && amending.transferIs(before.transfer, after.transfer),
    after.arrival !== null && before.departure !== null && before.departure !== after.departure && amending.departureIs(before.departure, after.departure),
    after.departure !== null && before.reason !== after.reason && amending.reasonIs(said(reasonInWords(before.reason, words)), said(reasonInWords(after.reason, words))),
    after.departure !== null && before.destination !== after.destination && amending.destinationIs(said(destinationInWords(before.destination, words)), said(destinationInWords(after.destination, words))),
  ].filter(Boolean).join("; ");
}
