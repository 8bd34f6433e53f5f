"use client";

import { CalendarClock } from "lucide-react";
import { type Day, nightsBetween } from "@/domain/day";
import type { Vacancy } from "../http/api-types";
import { Badge } from "../ui/badge";
import { useWords } from "../words/words-provider";
import { failedChecks } from "./failed-checks";
import { Expectation } from "./unit-verdict";

/** Everything fits but the time: from when it would. */
export function LaterVerdict({ item, from }: { item: Vacancy; from: Day }) {
  const words = useWords().availability;
  return (
    <div className="min-w-0">
      <p className="flex gap-1.5 font-semibold">
        <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0 text-brand" strokeWidth={2.5} />
        {words.freeFrom(from)}
      </p>
      <p className="text-sm text-ink-faint">{failedChecks(item)[0]?.detail}</p>
      {item.restsOnExit && <Expectation>{words.restsOnExit}</Expectation>}
    </div>
  );
}

/** Counted from the day asked for, which need not be today. */
export function LaterWait({ from, arrival }: { from: Day; arrival: Day }) {
  const words = useWords().availability;
  return <div><Badge tone="warning">{words.daysLater(nightsBetween(arrival, from))}</Badge></div>;
}
