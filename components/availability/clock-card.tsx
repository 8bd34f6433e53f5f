"use client";

import { nightsBetween } from "@/domain/day";
import type { Vacancy } from "../http/api-types";
import { Card } from "../ui/card";
import { MeterBar } from "../ui/meter-bar";
import { useWords } from "../words/words-provider";

type Props = { vacancy: Vacancy; arrival: string; nights: number };

/** What this stay would take of the nights the rule still leaves the household, in the first unit that fits. */
export function ClockCard({ vacancy, arrival, nights }: Props) {
  const words = useWords().availability;
  if (vacancy.latestExit === null) return null;

  const left = nightsBetween(arrival, vacancy.latestExit);
  const sentence = words.clockTakes(nights, left);
  return (
    <Card labelledBy="contatore" className="px-4 py-4 sm:px-5">
      <h2 id="contatore" className="text-lg">{words.clock}</h2>
      <p className="mt-1 mb-2 text-ink-faint">{words.clockWhere(vacancy.unitName, vacancy.facilityName, vacancy.latestExit)}</p>
      <MeterBar label={words.clock} value={nights} max={left} valueLabel={sentence} />
      <p className="mt-2">{sentence}</p>
    </Card>
  );
}
