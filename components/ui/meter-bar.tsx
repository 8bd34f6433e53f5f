"use client";

import { Meter } from "react-aria-components";
import { classes } from "./classes";

type Props = { label: string; value: number; extra?: number; max: number; valueLabel: string; isOver?: boolean };

/** How much of a limit is used; `extra` is what would come on top, drawn lighter. */
export function MeterBar({ label, value, extra = 0, max, valueLabel, isOver = false }: Props) {
  const share = (part: number) => `${Math.min(100, Math.max(0, (part / Math.max(1, max)) * 100))}%`;
  return (
    <Meter aria-label={label} value={Math.min(value + extra, max)} maxValue={Math.max(1, max)} valueLabel={valueLabel}>
      <div className="flex h-3 overflow-hidden rounded-full bg-muted">
        <div className={classes("h-3", isOver ? "bg-negative" : "bg-brand")} style={{ width: share(value) }} />
        <div className="h-3 bg-brand-line" style={{ width: share(extra) }} />
      </div>
    </Meter>
  );
}
