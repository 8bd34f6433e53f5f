"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsBoolean, useQueryState } from "nuqs";
import { addDays } from "@/domain/day";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality, useToday } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useFormats, useWords } from "../words/words-provider";
import { meanAndMost } from "./occupancy-rates";
import { OccupancyTable } from "./occupancy-table";
import { OCCUPANCY_DAYS, todayQueries } from "./today-queries";
import type { OccupancyLine } from "./today-types";

// The chart is the heaviest part of the page and nobody waits for it.
const OccupancyChart = dynamic(() => import("./occupancy-chart").then((module) => module.OccupancyChart), { ssr: false, loading: () => <div aria-hidden className="skeleton h-44 rounded-md" /> });

/** Net occupancy of the last nights, as a chart or as its table. */
export function OccupancyCard() {
  const words = useWords().today;
  const today = useToday();
  const { data, error } = useQuery(todayQueries.occupancy(useMunicipality().code, today));
  const [isTable, setTable] = useQueryState("table", parseAsBoolean.withDefault(false).withOptions({ history: "replace" }));
  const nights = data?.items ?? [];

  return (
    <Card labelledBy="occupazione">
      <CardHead id="occupazione" title={words.occupancy(OCCUPANCY_DAYS)} action={<span className="text-sm text-ink-faint">{words.net}</span>} />
      <div className="space-y-3 px-4 py-4 sm:px-5">
        {error && <ProblemAlert error={error} title={words.occupancyFailed} />}
        {!data && !error && <div aria-hidden className="skeleton h-44 rounded-md" />}
        {data && nights.every(({ netOccupancy }) => netOccupancy === null) && <p className="text-ink-soft">{words.noNights}</p>}
        {data && nights.some(({ netOccupancy }) => netOccupancy !== null) && (
          <>
            {isTable ? <OccupancyTable nights={nights} /> : <Figure nights={nights} from={addDays(today, -OCCUPANCY_DAYS)} until={addDays(today, -1)} />}
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="text-sm text-ink-faint">{words.formula}</p>
              <div className="-mx-3"><Button size="small" tone="quiet" onPress={() => void setTable(!isTable)}>{isTable ? words.showChart : words.showTable}</Button></div>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function Figure({ nights, from, until }: { nights: OccupancyLine[]; from: string; until: string }) {
  const words = useWords().today;
  const { dayMonth } = useFormats();
  const { mean, most } = meanAndMost(nights);
  return (
    <figure>
      <div role="img" aria-label={words.chartLabel(mean, most, from, until)} className="h-44">
        <OccupancyChart nights={nights} />
      </div>
      <figcaption className="mt-1 text-sm text-ink-soft">
        <span className="flex justify-between ps-11"><span>{dayMonth(from)}</span><span>{dayMonth(until)}</span></span>
        <strong className="mt-2 block text-base font-semibold text-ink">{words.meanAndMost(mean, most)}</strong>
      </figcaption>
    </figure>
  );
}
