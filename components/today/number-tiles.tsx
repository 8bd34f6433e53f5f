"use client";

import { Minus, TrendingDown, TrendingUp } from "lucide-react";
import { addDays } from "@/domain/day";
import { ENDING_WITHIN_DAYS } from "@/domain/day-work";
import type { Words } from "@/messages/it";
import { withParameters } from "../http/api";
import { useMay } from "../session/me";
import { classes } from "../ui/classes";
import { ShareBar } from "../ui/share-bar";
import { StatTile } from "../ui/stat-tile";
import { useWords } from "../words/words-provider";
import { type OccupancyTrend, TREND_DAYS } from "./occupancy-rates";
import type { Tonight, TodayNumbers } from "./today-types";
import { TASKS_ANCHOR } from "./use-task-filters";

const tasksOf = (kind: string, more: Record<string, string | number> = {}) => `${withParameters("/oggi", { kind, ...more })}#${TASKS_ANCHOR}`;

type Props = { numbers: TodayNumbers; trend: OccupancyTrend | null };

/** The day in numbers; each leads to the rows behind it. `trend`: for those who read reports. */
export function NumberTiles({ numbers: { day, beds, people }, trend }: Props) {
  const words = useWords().today;
  const mayDecide = useMay("extension.decide");
  return (
    <section aria-label={words.numbers} className={classes("mb-4 grid grid-cols-2 gap-3", mayDecide ? "max-md:*:last:col-span-2 md:grid-cols-3 xl:grid-cols-[1.9fr_1fr_1fr_1fr_1fr_1fr]" : "xl:grid-cols-[1.5fr_1fr_1fr_1fr_1fr]")}>
      <div className={classes("grid max-xl:col-span-2", mayDecide && "md:max-xl:col-span-1")}><BedsTile label={words.free} beds={beds} trend={trend} href={withParameters("/disponibilita", { from: day, until: addDays(day, 1) })} /></div>
      {people && (
        <>
          <StatTile
            label={words.arrivals} href={tasksOf("arrival")} value={people.arrivals.expected}
            detail={people.arrivals.expected === 0 ? words.noArrivals : words.registered(people.arrivals.registered)}
          />
          <StatTile
            label={words.departures} href={tasksOf("departure")} value={people.departures.expected}
            detail={people.departures.expected === 0 ? words.noDepartures : words.registeredExits(people.departures.registered)}
          />
          <StatTile
            label={words.overdue} href={tasksOf("overdue")} value={people.overdue.households} tone={people.overdue.households > 0 ? "negative" : "plain"}
            detail={overdueDetail(people.overdue, words)}
          />
          <StatTile label={words.ending} href={tasksOf("ending", { days: ENDING_WITHIN_DAYS })} value={people.endingSoon} detail={words.endingDetail(people.endingSoon)} />
          {mayDecide && (
            <StatTile label={words.requests} href={tasksOf("extension", { tasks: "mine" })} value={people.requests.mine} detail={words.requestsDetail(people.requests.all - people.requests.mine)} />
          )}
        </>
      )}
    </section>
  );
}

function overdueDetail({ households, nights }: { households: number; nights: number }, words: Words["today"]): string {
  if (households === 0) return words.noOverdue;
  return households === 1 ? words.overdueSince(nights) : words.overdueUpTo(nights);
}

type BedsProps = { label: string; beds: Tonight; trend?: OccupancyTrend | null; href?: string };

/** Tonight's beds in one bar: who sleeps there, what cannot be given, what is free. */
export function BedsTile({ label, beds, trend = null, href }: BedsProps) {
  const words = useWords().today;
  const shares = [
    { key: "occupied", amount: beds.occupied, look: "bg-[#6ea8ee]" },
    { key: "held", amount: beds.held, look: "bg-[#ffe1b3]" },
  ];
  return (
    <StatTile
      tone="strong" label={label} value={beds.free} aside={words.freeOf(beds.available)} href={href}
      detail={<>{words.bedShares(beds.occupied, beds.held, beds.offline)}{trend && <Trend {...trend} />}</>}
    >
      <ShareBar className="bg-[#3a5f88]" shares={shares} whole={beds.available} />
    </StatTile>
  );
}

function Trend({ rate, change }: OccupancyTrend) {
  const words = useWords().today;
  const Icon = change > 0 ? TrendingUp : change < 0 ? TrendingDown : Minus;
  return (
    <span className="mt-1 flex items-start gap-1.5">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" strokeWidth={2.5} />
      {words.trend(TREND_DAYS, rate, change)}
    </span>
  );
}
