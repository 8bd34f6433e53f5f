"use client";

import { addDays, addMonths } from "@/domain/day";
import { useToday } from "../session/me";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
import { useWords } from "../words/words-provider";
import { nightsOf, type AvailabilitySearch } from "./availability-search";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void; onDone: () => void };

const MOST_NIGHTS = 3660;

export function NightsChoice({ search, onChange, onDone }: Props) {
  const words = useWords().availability;
  const today = useToday();
  const { from } = search;
  const usual = [
    { text: words.tonight, from: today, until: addDays(today, 1) },
    { text: words.nights(7), from, until: addDays(from, 7) },
    { text: words.nights(30), from, until: addDays(from, 30) },
    { text: words.span.months(6), from, until: addMonths(from, 6) },
  ];

  return (
    <div className="space-y-4">
      <ul className="grid grid-cols-2 gap-2">
        {usual.map(({ text, ...period }) => (
          <li key={text}><Button size="small" isWide onPress={() => { onChange(period); onDone(); }}>{text}</Button></li>
        ))}
      </ul>
      <NumberField
        label={words.nightsLabel}
        value={Math.max(1, nightsOf(search))}
        minValue={1}
        maxValue={MOST_NIGHTS}
        onChange={(nights) => Number.isFinite(nights) && onChange({ from, until: addDays(from, nights) })}
      />
      <div className="flex justify-end"><Button size="small" tone="quiet" onPress={onDone}>{words.done}</Button></div>
    </div>
  );
}
