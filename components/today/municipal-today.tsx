"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { isStale } from "@/domain/day-work";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMunicipality, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { ButtonLink } from "../ui/button-link";
import { useWords } from "../words/words-provider";
import { FacilitiesCard } from "./facilities-card";
import { NumberTiles } from "./number-tiles";
import { OccupancyCard } from "./occupancy-card";
import { TasksCard } from "./tasks-card";
import { trendOf } from "./occupancy-rates";
import { todayQueries } from "./today-queries";
import type { FacilityToday } from "./today-types";

/** The day of a municipality for those who work in it. */
export function MunicipalToday() {
  const words = useWords().today;
  const municipality = useMunicipality();
  const today = useToday();
  const [maySearch, mayRegister, mayReport] = [useMay("availability.read"), useMay("household.write"), useMay("report.read")];
  const { data, error } = useQuery(todayQueries.numbers(municipality.code));
  const { data: occupancy } = useQuery({ ...todayQueries.occupancy(municipality.code, today), enabled: mayReport });

  return (
    <>
      <PageHeading title={words.heading(today)} subtitle={<Subtitle name={municipality.name} facilities={data?.facilities ?? []} />}>
        {mayRegister && <ButtonLink href="/nuclei/nuovo"><UserPlus aria-hidden className="size-4" />{words.newHousehold}</ButtonLink>}
        {maySearch && <ButtonLink href="/disponibilita" tone="primary"><Search aria-hidden className="size-4" />{words.findPlace}</ButtonLink>}
      </PageHeading>
      {error && !data && <ProblemAlert error={error} title={words.failed} />}
      {data && <NumberTiles numbers={data} trend={occupancy ? trendOf(occupancy.items) : null} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <TasksCard />
        <div className="grid gap-4 md:max-xl:grid-cols-2">
          {mayReport && <OccupancyCard />}
          {data && data.facilities.length > 0 && <FacilitiesCard facilities={data.facilities} />}
        </div>
      </div>
    </>
  );
}

/** How much of what is shown somebody has looked at today, and what nobody has for days. */
function Subtitle({ name, facilities }: { name: string; facilities: FacilityToday[] }) {
  const words = useWords().today;
  const confirmed = facilities.filter(({ daysUnconfirmed }) => daysUnconfirmed === 0).length;
  const [first, ...others] = facilities.filter(({ daysUnconfirmed }) => isStale(daysUnconfirmed)).sort((a, b) => (b.daysUnconfirmed ?? Infinity) - (a.daysUnconfirmed ?? Infinity));
  return (
    <>
      {[name, words.facilities(facilities.length), words.confirmed(confirmed, facilities.length)].join(" · ")}
      {first && <strong className="font-semibold text-negative">{`, ${words.stale(first.name, first.daysUnconfirmed)}${others.length > 0 ? ` ${words.staleMore(others.length)}` : ""}`}</strong>}
    </>
  );
}
