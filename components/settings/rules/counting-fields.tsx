"use client";

import { CLOCK_SCOPES, COUNTINGS } from "@/domain/stay-rules";
import { NumberField } from "../../ui/number-field";
import { Select } from "../../ui/select";
import { TextField } from "../../ui/text-field";
import { useWords } from "../../words/words-provider";
import type { TypedCounting } from "./rule-draft";

const LONGEST_NAME = 60;
const LONGEST_GAP = 3660;

type Props = { value: TypedCounting; onChange: (counting: TypedCounting) => void };

/** Whether placements are counted alone or together, and with which others. */
export function CountingFields({ value, onChange }: Props) {
  const words = useWords().settings.rules;
  const { counting, clockScope, clockGroup, resetAfterDays } = value;
  const change = (changed: Partial<TypedCounting>) => onChange({ ...value, ...changed });
  return (
    <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <legend className="mb-1 text-sm font-semibold text-ink-soft">{words.counting}</legend>
      <Select label={words.countingHow} choices={COUNTINGS.map((id) => ({ id, text: words.countingOf[id] }))} value={counting} onChange={(next) => change({ counting: next })} />
      {counting === "cumulative" && (
        <>
          <Select label={words.clockScope} choices={CLOCK_SCOPES.map((id) => ({ id, text: words.clockScopeOf[id] }))} value={clockScope} onChange={(next) => change({ clockScope: next })} />
          <TextField label={words.clockGroup} hint={words.clockGroupHint} value={clockGroup} maxLength={LONGEST_NAME} onChange={(name) => change({ clockGroup: name })} />
          <NumberField label={words.resetAfterDays} value={resetAfterDays ?? NaN} minValue={1} maxValue={LONGEST_GAP} onChange={(days) => change({ resetAfterDays: Number.isFinite(days) ? days : null })} />
        </>
      )}
    </fieldset>
  );
}
