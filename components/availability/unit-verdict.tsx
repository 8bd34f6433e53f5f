"use client";

import { Check, Clock, UserRound, X } from "lucide-react";
import type { Vacancy } from "../http/api-types";
import { useFormats, useWords } from "../words/words-provider";
import { failedChecks } from "./failed-checks";
import { sharesInWords } from "./shares";

type Props = { item: Vacancy; people: number };

/** Fits or does not, with the first reasons in a sentence each. */
export function UnitVerdict({ item, people }: Props) {
  const words = useWords().availability;
  const [first, second, ...others] = failedChecks(item);
  const shares = item.fits === false ? null : sharesInWords(item.sharedWith, words);

  return (
    <div className="min-w-0">
      {item.fits === false ? (
        <>
          <p className="flex gap-1.5 font-semibold text-negative">
            <X aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2.5} />
            {first?.detail ?? words.fitsNot}
          </p>
          {second && <p className="text-sm text-ink-faint">{second.detail}</p>}
          {others.length > 0 && <p className="text-sm text-ink-faint">{words.moreReasons(others.length)}</p>}
        </>
      ) : (
        <>
          <p className="flex gap-1.5 font-semibold text-positive">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2.5} />
            {words.fits}
          </p>
          <p className="text-sm text-ink-faint">{spareWords(item, people, words)}</p>
        </>
      )}
      {shares && (
        <p className="flex gap-1 text-sm text-ink-faint">
          <UserRound aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {shares}
        </p>
      )}
    </div>
  );
}

function spareWords(item: Vacancy, people: number, words: ReturnType<typeof useWords>["availability"]): string | null {
  if (item.letting === "by_bed" || people === 0) return null;
  const spare = item.freeBedCount - people;
  return spare > 0 ? words.spareBeds(spare) : words.exactBeds;
}

/** Until when the rule lets somebody stay who arrives that day, and what the place still depends on. */
export function UnitLimit({ item }: { item: Vacancy }) {
  const words = useWords().availability;
  const { day } = useFormats();
  return (
    <div className="space-y-1">
      {item.latestExit ? (
        <div>
          <p className="font-semibold" title={day(item.latestExit)}>{words.until(item.latestExit)}</p>
          <p className="text-sm text-ink-faint">{words.untilNote}</p>
        </div>
      ) : (
        <p className="text-sm text-ink-faint">{words.noLimit}</p>
      )}
      {item.restsOnExit && <Expectation>{words.restsOnExit}</Expectation>}
      {item.awaitsDeparture && <Expectation>{words.awaitsDeparture}</Expectation>}
    </div>
  );
}

/** What a place still depends on. */
export function Expectation({ children }: { children: string }) {
  return (
    <p className="flex gap-1 text-xs font-semibold text-warning">
      <Clock aria-hidden className="mt-0.5 size-3 shrink-0" strokeWidth={2.5} />
      {children}
    </p>
  );
}
