"use client";

import { memo } from "react";
import { nightsBetween } from "@/domain/day";
import { classes } from "../ui/classes";
import { useIsPrinted } from "../ui/use-is-printed";
import { useFormats, useWords } from "../words/words-provider";
import type { KnownBoard } from "./board-data";
import { columnsOf, gridPicture, isWeekend, monthsOf, placeIn, shareAt } from "./day-layout";

/** Which days the columns are; it stays in sight under the page's header. */
export const BoardDays = memo(function BoardDays({ board: { window, today, stateDay } }: { board: KnownBoard }) {
  const words = useWords().board;
  const { day, weekday, monthYear } = useFormats();
  const columns = columnsOf(window);
  const areDays = columns.length === nightsBetween(window.from, window.until);
  return (
    <div role="row" aria-rowindex={1} className="sticky top-14 z-20 flex h-12 rounded-t-lg border-b border-line bg-surface print:static">
      <div role="columnheader" className="flex w-(--label) shrink-0 items-end justify-between border-e border-line px-3 pb-1 text-xs font-semibold text-ink-faint">
        <span>{words.beds}</span>
        <span>{stateDay === today ? words.table.column.tonight : words.table.stateOn(stateDay)}</span>
      </div>
      <div className="relative min-w-0 flex-1 overflow-hidden">
        {monthsOf(window).map((month) => {
          const place = placeIn(window, month);
          return place && <span key={month.from} aria-hidden className="absolute top-1 truncate ps-1 text-sm font-bold" style={{ left: `${place.left}%`, width: `${place.width}%` }}>{nightsBetween(month.from, month.until) > 3 && monthYear(month.from)}</span>;
        })}
        {columns.map((column) => {
          const place = placeIn(window, column);
          const isToday = today >= column.from && today < column.until && areDays;
          return place && (
            <div
              key={column.from}
              role="columnheader"
              aria-colindex={nightsBetween(window.from, column.from) + 2}
              aria-colspan={nightsBetween(column.from, column.until)}
              aria-label={areDays ? `${weekday(column.from)}, ${day(column.from)}` : words.week(column.from)}
              aria-current={isToday ? "date" : undefined}
              className={classes("absolute bottom-1 h-5 text-xs leading-5", areDays ? "text-center" : "ps-1", isWeekend(column.from) && areDays ? "text-ink-faint" : "font-semibold text-ink-soft", areDays && columns.length > 20 && "max-xl:even:invisible")}
              style={{ left: `${place.left}%`, width: `${place.width}%` }}
            >
              {Number(column.from.slice(8))}
            </div>
          );
        })}
        {today >= window.from && today < window.until && (
          <span aria-hidden className="absolute bottom-0.5 -translate-x-1/2 rounded-sm bg-alarm px-1.5 text-xs leading-5 font-semibold text-white" style={{ left: `${middleOf(window, today)}%` }}>{words.now}</span>
        )}
      </div>
    </div>
  );
});

const BEHIND = "pointer-events-none absolute inset-y-0 right-0 left-(--label)";

/** Behind the lines: weekends and where columns begin. Printers make of fine gradients what they like: on paper each column is a box. */
export const DaysPicture = memo(function DaysPicture({ board: { window } }: { board: KnownBoard }) {
  if (!useIsPrinted()) return <div aria-hidden className={BEHIND} style={gridPicture(window)} />;
  const columns = columnsOf(window);
  const areDays = columns.length === nightsBetween(window.from, window.until);
  return (
    <div aria-hidden className={BEHIND}>
      {columns.map((column) => {
        const place = placeIn(window, column);
        return place && <span key={column.from} className={classes("absolute inset-y-0 border-s border-line-soft", areDays && isWeekend(column.from) && "bg-canvas")} style={{ left: `${place.left}%`, width: `${place.width}%` }} />;
      })}
    </div>
  );
});

/** Over the bars, under the words of those that it crosses. */
export function TodayLine({ board: { window, today } }: { board: KnownBoard }) {
  if (today < window.from || today >= window.until) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-(--label) z-[5]">
      <div className="absolute inset-y-0 w-0.5 bg-alarm" style={{ left: `${middleOf(window, today)}%` }} />
    </div>
  );
}

function middleOf(window: KnownBoard["window"], today: string): number {
  return shareAt(window, today) + 50 / nightsBetween(window.from, window.until);
}
