"use client";

import { useQuery } from "@tanstack/react-query";
import { householdQueries } from "../households/household-queries";
import { Card } from "../ui/card";
import { MeterBar } from "../ui/meter-bar";
import { useWords } from "../words/words-provider";
import { spanInWords } from "./span-words";

type Props = { householdId: string; unitId: string; on: string; nights: number };

/** What this stay would use of the household's allowance in the first unit that fits. */
export function ClockCard({ householdId, unitId, on, nights }: Props) {
  const words = useWords().availability;
  const { data: clock } = useQuery(householdQueries.stayClock(householdId, { unitId, on }));
  if (!clock || !clock.rule?.maxStay || clock.allowanceNights === null) return null;

  const { usedNights, allowanceNights } = clock;
  const sentence = `${words.clockUsed(usedNights, allowanceNights)} · ${words.clockWith(nights)}`;
  return (
    <Card labelledBy="contatore" className="px-4 py-4 sm:px-5">
      <h2 id="contatore" className="text-lg">{words.clock}</h2>
      <p className="mt-1 mb-2 text-ink-faint">{words.limit(spanInWords(clock.rule.maxStay, words.span))}</p>
      <MeterBar label={words.clock} value={usedNights} extra={nights} max={allowanceNights} valueLabel={sentence} isOver={usedNights > allowanceNights} />
      <p className="mt-2">{sentence}</p>
    </Card>
  );
}
