"use client";

import { BellRing, Bell } from "lucide-react";
import { noticesOf } from "@/domain/day-work";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { useFormats, useWords } from "../words/words-provider";

type Props = { placement: Placement | null; ladder: readonly number[] };

/** When the exit that is planned has been or will be somebody's work; steps before the arrival never were. */
export function NoticeLadder({ placement, ladder }: Props) {
  const words = useWords().householdFile;
  const { shortDay } = useFormats();
  const today = useToday();
  if (placement === null || placement.status === "needs_bed" || placement.exit <= today) return null;
  const notices = noticesOf(placement.exit, ladder, today).filter(({ day }) => day >= placement.arrival);
  if (notices.length === 0) return null;
  return (
    <div className="space-y-1">
      <p id="avvisi" className="text-sm font-semibold text-ink-soft">{words.notices(placement.exit)}</p>
      <ol aria-labelledby="avvisi" className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {notices.map(({ daysBefore, day, isReached }) => {
          const Mark = isReached ? BellRing : Bell;
          return (
            <li key={daysBefore} className={isReached ? "rounded-md bg-warning-soft px-3 py-1.5" : "rounded-md border border-line-soft px-3 py-1.5"}>
              <span className="flex items-center gap-1.5 font-semibold"><Mark aria-hidden className={isReached ? "size-4 text-warning" : "size-4 text-ink-faint"} />{shortDay(day)}</span>
              <span className="text-sm text-ink-soft">{words.noticeDays(daysBefore)}<span className="sr-only">, {isReached ? words.noticeReached : words.noticeAhead}</span></span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
