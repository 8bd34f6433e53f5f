"use client";

import { X } from "lucide-react";
import { MOST_BEDS_IN_UNIT, MOST_UNITS } from "@/domain/bulk-units";
import { IconButton } from "../ui/button";
import { choicesOf } from "../ui/choices";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { BED_SORTS } from "./bed-names";
import type { UnitRow } from "./wizard-draft";

type Props = { row: UnitRow; position: number; onChange: (some: Partial<UnitRow>) => void; onRemove: () => void };

/** A group of equal units: how many, what they are called, what stands in each. */
export function UnitRowFields({ row, position, onChange, onRemove }: Props) {
  const { facilityWizard: words, codes } = useWords();
  const count = (key: "count" | "beds" | "cots") => (value: number) => Number.isFinite(value) && onChange({ [key]: value });
  return (
    <li className="border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5">
      <fieldset className="min-w-0">
        <legend className="sr-only">{words.row(position)}</legend>
        <div className="flex items-start gap-3">
          <div className="flex min-w-0 flex-1 flex-wrap gap-x-5 gap-y-3">
            <NumberField label={words.count} value={row.count} minValue={1} maxValue={MOST_UNITS} onChange={count("count")} />
            <NumberField label={words.bedsEach} value={row.beds} minValue={1} maxValue={MOST_BEDS_IN_UNIT} onChange={count("beds")} />
            <NumberField label={words.cotsEach} value={row.cots} minValue={0} maxValue={10} onChange={count("cots")} />
          </div>
          <IconButton aria-label={words.removeRow(position)} onPress={onRemove}><X aria-hidden className="size-5" /></IconButton>
        </div>
        <div className="mt-3 grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
          <TextField label={words.pattern} hint={words.patternHint} value={row.pattern} onChange={(pattern) => onChange({ pattern })} autoComplete="off" />
          <TextField label={words.flat} value={row.flat} onChange={(flat) => onChange({ flat })} autoComplete="off" />
          <Select label={words.letting} choices={choicesOf(codes.letting)} value={row.letting} onChange={(letting) => onChange({ letting })} />
          <Select label={words.bedKind} choices={BED_SORTS.map((id) => ({ id, text: words.bedKinds[id] }))} value={row.sort} onChange={(sort) => onChange({ sort })} />
        </div>
      </fieldset>
    </li>
  );
}
