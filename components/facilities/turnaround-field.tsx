"use client";

import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";

type Turnaround = { days: number; working: boolean } | null;
type Way = "inherit" | "days" | "working";

const LONGEST = { days: 60, working: 30 };

/** How long a bed rests after an exit; without a number of its own, as the stay rule says. */
export function TurnaroundField({ value, onChange }: { value: Turnaround; onChange: (turnaround: Turnaround) => void }) {
  const words = useWords().facilityEdit;
  const way: Way = value === null ? "inherit" : value.working ? "working" : "days";
  const choose = (next: Way) => onChange(next === "inherit" ? null : { days: Math.min(value?.days ?? 1, LONGEST[next]), working: next === "working" });
  const choices = (["inherit", "days", "working"] as const).map((id) => ({ id, text: words.turnaround[id] }));
  return (
    <>
      <Select<Way> label={words.field.turnaround} choices={choices} value={way} onChange={choose} />
      {value && (
        <NumberField
          label={words.turnaroundDays}
          value={value.days}
          minValue={0}
          maxValue={value.working ? LONGEST.working : LONGEST.days}
          onChange={(days) => Number.isFinite(days) && onChange({ ...value, days })}
        />
      )}
    </>
  );
}
