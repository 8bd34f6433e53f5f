"use client";

import { shortBedName } from "../beds/bed-name";
import type { Member, Placement } from "../http/api-types";
import { useWords } from "../words/words-provider";
import { destinationInWords, reasonInWords } from "./closing-words";
import { partsOf } from "./parts";

type Props = { placement: Placement; members: Member[] };

/** Who was where and when, once somebody moved, joined later or left before the others. */
export function PlacementParts({ placement, members }: Props) {
  const words = useWords();
  const { moves, placements, householdFile } = words;
  const parts = partsOf(placement);
  if (parts.length < 2) return null;

  return (
    <section aria-label={moves.parts}>
      <h4 className="text-xs font-semibold text-ink-faint">{moves.parts}</h4>
      <ul className="divide-y divide-line-soft">
        {parts.map((part) => (
          <li key={part.id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span>
              <b className="font-semibold">{moves.people(part.personIds.map((personId) => nameIn(members, personId) ?? householdFile.somebody))}</b>
              {": "}{[moves.unit(part.unitName, part.facilityName), part.bedNames.length > 0 && placements.beds(part.bedNames.map(shortBedName))].filter(Boolean).join(", ")}
            </span>
            <span className="text-ink-faint sm:ms-auto">{[reasonInWords(part.departureReason, words), destinationInWords(part.destination, words)].filter(Boolean).map((said) => `${said} · `)}{moves.partDays(part.arrival, part.exit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameIn(members: Member[], personId: string): string | null {
  const member = members.find((each) => each.personId === personId);
  return member ? `${member.givenName} ${member.familyName}` : null;
}
