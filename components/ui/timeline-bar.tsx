import type { ReactNode } from "react";
import { type Day, nightsBetween } from "@/domain/day";
import { classes } from "./classes";

export type TimelineTone = "now" | "planned" | "past" | "closed" | "over";

export type TimelineSpan = { id: string; from: Day; until: Day; tone: TimelineTone; text: string };

const LOOKS: Record<TimelineTone, string> = {
  now: "bg-brand",
  planned: "border-2 border-dashed border-brand bg-brand-soft",
  past: "bg-field-line",
  closed: "border border-field-line bg-[repeating-linear-gradient(45deg,transparent_0_4px,var(--muted)_4px_8px)]",
  over: "bg-negative",
};

type Props = { label: string; from: Day; until: Day; today: Day; spans: TimelineSpan[]; axis?: ReactNode };

/** Periods on one line of time, with today's mark; each says itself in words, since colour and place cannot. */
export function TimelineBar({ label, from, until, today, spans, axis }: Props) {
  const whole = Math.max(1, nightsBetween(from, until));
  const at = (day: Day) => Math.min(100, Math.max(0, (nightsBetween(from, day) / whole) * 100));
  return (
    <div>
      <div className="relative h-6">
        <ul aria-label={label} className="absolute inset-x-0 top-1 h-4 rounded-sm bg-muted">
          {spans.map((span) => (
            <li
              key={span.id}
              title={span.text}
              className={classes("absolute h-4 min-w-1 rounded-sm", LOOKS[span.tone])}
              style={{ left: `${at(span.from)}%`, width: `${at(span.until) - at(span.from)}%` }}
            >
              <span className="sr-only">{span.text}</span>
            </li>
          ))}
        </ul>
        {today >= from && today <= until && <span aria-hidden className="absolute inset-y-0 w-0.5 bg-negative" style={{ left: `${at(today)}%` }} />}
      </div>
      {axis && <div aria-hidden className="flex justify-between text-xs text-ink-faint">{axis}</div>}
    </div>
  );
}
