"use client";

import { Meter } from "react-aria-components";
import { ShareBar } from "./share-bar";

type Props = {
  label: string;
  /** The whole in one sentence: it stands beside the bar and is what a screen reader says. */
  sentence: string;
  usedNights: number;
  /** Nights to come that are already planned. */
  plannedNights: number;
  allowanceNights: number;
};

/** Nights used, planned and left of a maximum stay; beyond it the bar is red and the limit a line in it. */
export function StayClockBar({ label, sentence, usedNights, plannedNights, allowanceNights }: Props) {
  const isOver = usedNights > allowanceNights;
  const whole = Math.max(allowanceNights, usedNights + plannedNights, 1);
  const limit = (allowanceNights / whole) * 100;
  return (
    <Meter aria-label={label} value={Math.min(usedNights, whole)} maxValue={whole} valueLabel={sentence}>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <p className="font-semibold text-ink-soft">{label}</p>
        <p className={isOver ? "font-semibold text-negative" : "text-ink-soft"}>{sentence}</p>
      </div>
      <div className="relative">
        <ShareBar
          whole={whole}
          shares={[
            { key: "used", amount: usedNights, look: isOver ? "bg-negative" : "bg-brand" },
            { key: "planned", amount: plannedNights, look: "bg-brand-line" },
          ]}
        />
        {whole > allowanceNights && <span aria-hidden className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `${limit}%` }} />}
      </div>
    </Meter>
  );
}
