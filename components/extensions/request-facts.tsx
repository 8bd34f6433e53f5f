"use client";

import type { Extension, Placement } from "../http/api-types";
import { Definition } from "../ui/definition";
import { useFormats, useWords } from "../words/words-provider";

type Props = { placement: Placement; request: Extension };

/** What is asked, by whom and why. */
export function RequestFacts({ placement, request }: Props) {
  const words = useWords().extensions;
  const { day, dayOf } = useFormats();
  return (
    <dl className="grid gap-3 rounded-md bg-brand-soft px-4 py-3 sm:grid-cols-2">
      <Definition term={words.present}>{day(placement.exit)}</Definition>
      <Definition term={words.requested}><span className="font-semibold">{day(request.exit)}</span></Definition>
      <Definition term={words.askedBy}>{words.askedOn(request.askedByName, dayOf(request.askedAt))}</Definition>
      <Definition term={words.reasonLabel}><span className="inline-block first-letter:uppercase">{words.reason[request.reason]}</span></Definition>
      {request.note && <Definition term={words.note} isWide>{request.note}</Definition>}
      {request.override && <Definition term={words.override} isWide>{request.override.reason}</Definition>}
    </dl>
  );
}
