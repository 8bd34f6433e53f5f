"use client";

import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { BAR_LOOKS } from "./bar-look";

const SHOWN = ["present", "planned", "overdue", "spare", "closure", "turnaround", "past"] as const;

/** What the bars mean, and how the board is worked on. */
export function BoardLegend() {
  const { hands, legend, limit, state } = useWords().board;
  return (
    <div className="sticky bottom-14 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-4 py-2 text-xs text-ink-soft lg:bottom-0 print:static">
      <ul aria-label={legend} className="flex flex-wrap gap-x-4 gap-y-1">
        {SHOWN.map((look) => (
          <li key={look} className="flex items-center gap-1.5">
            <span aria-hidden className="relative h-5 w-6"><span className={classes("absolute inset-x-0", BAR_LOOKS[look].bar, "px-0! pe-0!")} /></span>
            {state[look]}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="relative h-5 w-2"><span className="absolute inset-y-0.5 left-0.75 w-0.5 bg-alarm" /><span className="absolute top-0.5 left-0 border-4 border-transparent border-t-alarm" /></span>
          {limit}
        </li>
      </ul>
      <p className="ms-auto print:hidden">
        <span className="group-has-[[role=grid]_:focus-visible]/board:hidden">{hands.hint}</span>
        <span className="hidden group-has-[[role=grid]_:focus-visible]/board:inline">{hands.keys}</span>
      </p>
    </div>
  );
}
