"use client";

import { NumberField } from "../../ui/number-field";
import { Select } from "../../ui/select";
import type { TypedSpan, Unit } from "./rule-draft";

const UNITS: Unit[] = ["months", "weeks", "days", "none"];
const MOST: Record<Unit, number> = { months: 120, weeks: 520, days: 3660, none: 1 };

type Props = { measureLabel: string; lengthLabel: string; units: Record<Unit, string>; value: TypedSpan; onChange: (span: TypedSpan) => void };

/** A length of time, or none. */
export function SpanFields({ measureLabel, lengthLabel, units, value: { unit, length }, onChange }: Props) {
  return (
    <>
      <Select<Unit> label={measureLabel} choices={UNITS.map((id) => ({ id, text: units[id] }))} value={unit} onChange={(next) => onChange({ unit: next, length: next === "none" ? length : Math.min(length, MOST[next]) })} />
      {unit !== "none" && <NumberField label={lengthLabel} value={length} minValue={1} maxValue={MOST[unit]} onChange={(count) => Number.isFinite(count) && onChange({ unit, length: count })} />}
    </>
  );
}
