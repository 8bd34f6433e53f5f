"use client";

import { ProgressBar as AriaProgressBar, Label } from "react-aria-components";

/** `share` from 0 to 1, or null while it is not known how much there is; `valueLabel` says it in words. */
type Props = { label: string; share: number | null; valueLabel?: string };

/** How far a long job is. */
export function ProgressBar({ label, share, valueLabel }: Props) {
  return (
    <AriaProgressBar value={share === null ? undefined : share * 100} isIndeterminate={share === null} valueLabel={valueLabel}>
      <div className="mb-1 flex justify-between gap-4 text-sm">
        <Label className="font-semibold text-ink-soft">{label}</Label>
        {valueLabel && <span className="text-ink-soft">{valueLabel}</span>}
      </div>
      <div className="h-2 overflow-hidden rounded-full bg-muted">
        {share === null
          ? <div className="h-2 w-1/3 animate-[run_1.4s_ease-in-out_infinite] rounded-full bg-brand motion-reduce:w-full motion-reduce:opacity-50" />
          : <div className="h-2 rounded-full bg-brand transition-[width]" style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />}
      </div>
    </AriaProgressBar>
  );
}
