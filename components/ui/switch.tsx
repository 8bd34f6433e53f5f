"use client";

import { Switch as AriaSwitch } from "react-aria-components";

type Props = { label: string; isSelected: boolean; onChange: (isSelected: boolean) => void };

/** On or off, at once and without a button to send it. */
export function Switch({ label, isSelected, onChange }: Props) {
  return (
    <AriaSwitch isSelected={isSelected} onChange={onChange} className="group flex min-h-8 cursor-pointer items-center gap-2.5 pointer-coarse:min-h-11">
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full border border-field-line bg-muted p-0.5 group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus group-data-[selected]:border-fill group-data-[selected]:bg-fill">
        <span className="size-4.5 rounded-full bg-ink-soft transition-transform group-data-[selected]:translate-x-4 group-data-[selected]:bg-on-fill" />
      </span>
      {label}
    </AriaSwitch>
  );
}
