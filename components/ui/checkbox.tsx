"use client";

import { Check } from "lucide-react";
import { Checkbox as AriaCheckbox } from "react-aria-components";

type Props = { label: string; isSelected: boolean; onChange: (isSelected: boolean) => void };

export function Checkbox({ label, isSelected, onChange }: Props) {
  return (
    <AriaCheckbox isSelected={isSelected} onChange={onChange} className="group flex min-h-8 cursor-pointer items-center gap-2 pointer-coarse:min-h-11">
      <span className="grid size-5 place-items-center rounded-sm border border-field-line bg-surface group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-focus group-data-[selected]:border-fill group-data-[selected]:bg-fill">
        {isSelected && <Check aria-hidden className="size-4 text-on-fill" strokeWidth={3} />}
      </span>
      {label}
    </AriaCheckbox>
  );
}
