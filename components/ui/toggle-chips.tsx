"use client";

import { Check } from "lucide-react";
import { useId } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Choice } from "./select";

type Props<Value extends string> = {
  label: string;
  isLabelHidden?: boolean;
  choices: Choice<Value>[];
  value: Value[];
  onChange: (value: Value[]) => void;
  /** At most one is on. */
  isSingle?: boolean;
};

/** Chips that can each be on or off; on is said by a check as well as by colour. */
export function ToggleChips<Value extends string>({ label, isLabelHidden = false, choices, value, onChange, isSingle = false }: Props<Value>) {
  const labelId = useId();
  return (
    <div>
      <span id={labelId} className={isLabelHidden ? "sr-only" : "mb-1 block text-sm font-semibold text-ink-soft"}>{label}</span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        selectionMode={isSingle ? "single" : "multiple"}
        selectedKeys={value}
        onSelectionChange={(keys) => onChange(choices.map(({ id }) => id).filter((id) => keys.has(id)))}
        className="flex min-h-10 flex-wrap items-center gap-2"
      >
        {choices.map(({ id, text }) => (
          <ToggleButton
            key={id}
            id={id}
            className="inline-flex min-h-8 items-center gap-1 rounded-full border border-field-line bg-surface px-3 text-sm font-semibold text-ink-soft hover:border-brand data-[selected]:border-brand data-[selected]:bg-brand-soft data-[selected]:text-brand-strong pointer-coarse:min-h-11 pointer-coarse:text-base"
          >
            {({ isSelected }) => (
              <>
                {isSelected && <Check aria-hidden className="size-4" strokeWidth={2.5} />}
                {text}
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
