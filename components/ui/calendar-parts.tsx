"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, CalendarHeading } from "react-aria-components";
import { classes } from "./classes";

const ARROW = "grid size-9 place-items-center rounded-md text-ink-soft hover:bg-muted disabled:opacity-40 pointer-coarse:size-11";

export function CalendarTop() {
  return (
    <header className="mb-2 flex items-center justify-between gap-2">
      <Button slot="previous" className={ARROW}><ChevronLeft aria-hidden className="size-5" /></Button>
      <CalendarHeading className="text-lg font-bold first-letter:uppercase" />
      <Button slot="next" className={ARROW}><ChevronRight aria-hidden className="size-5" /></Button>
    </header>
  );
}

const DAY = "grid size-9 cursor-pointer place-items-center rounded-md font-semibold outline-none pointer-coarse:size-11";
const DAY_STATES =
  "data-[hovered]:bg-brand-soft data-[outside-month]:hidden data-[disabled]:text-ink-faint data-[unavailable]:line-through data-[focus-visible]:outline-3";

/** One month; in a range the days between are tinted, its ends filled. */
export function Month({ isRange = false }: { isRange?: boolean }) {
  const picked = isRange
    ? "data-[selected]:bg-brand-soft data-[selected]:rounded-none data-[selection-start]:rounded-md data-[selection-start]:bg-fill data-[selection-start]:text-on-fill data-[selection-end]:rounded-md data-[selection-end]:bg-fill data-[selection-end]:text-on-fill"
    : "data-[selected]:bg-fill data-[selected]:text-on-fill";
  return (
    <CalendarGrid className="border-separate border-spacing-y-0.5">
      <CalendarGridHeader>
        {(day) => <CalendarHeaderCell className="pb-1 text-xs font-semibold text-ink-faint">{day}</CalendarHeaderCell>}
      </CalendarGridHeader>
      <CalendarGridBody>{(date) => <CalendarCell date={date} className={classes(DAY, DAY_STATES, picked)} />}</CalendarGridBody>
    </CalendarGrid>
  );
}
