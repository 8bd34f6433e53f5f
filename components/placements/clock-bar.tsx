"use client";

import { earlierOf, laterOf, nightsBetween } from "@/domain/day";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { MeterBar } from "../ui/meter-bar";
import { useWords } from "../words/words-provider";

/** Nights used and left of what the rule allows this placement. */
export function ClockBar({ placement }: { placement: Placement }) {
  const words = useWords().placements;
  const today = useToday();
  if (placement.latestExit === null || placement.status === "cancelled" || placement.status === "no_show") return null;

  const allowance = nightsBetween(placement.arrival, placement.latestExit);
  const spentUntil = placement.status === "ended" ? placement.exit : placement.status === "in_house" ? laterOf(placement.arrival, today) : placement.arrival;
  const used = nightsBetween(placement.arrival, spentUntil);
  const planned = placement.status === "ended" ? 0 : Math.max(0, nightsBetween(spentUntil, earlierOf(placement.exit, placement.latestExit)));
  const over = used - allowance;
  const said = over > 0 ? words.clockOver(over) : words.clockUsed(used, allowance - used);
  const sentence = `${said} ${words.clockAllowance(allowance, placement.latestExit)}`;

  return (
    <div>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <p className="font-semibold text-ink-soft">{words.clock}</p>
        <p className={over > 0 ? "font-semibold text-negative" : "text-ink-soft"}>
          {sentence}
          {planned > 0 && ` · ${words.clockPlanned(planned)}`}
        </p>
      </div>
      <MeterBar label={words.clock} value={used} extra={planned} max={allowance} valueLabel={sentence} isOver={over > 0} />
    </div>
  );
}
