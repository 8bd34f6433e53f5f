"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { ButtonLink } from "../ui/button-link";
import { ShareBar } from "../ui/share-bar";
import { StatTile } from "../ui/stat-tile";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { TableSkeleton } from "../ui/table-skeleton";
import { useTable } from "../ui/use-table";
import { useFormats, useLocale, useWords } from "../words/words-provider";
import { BedsTile } from "./number-tiles";
import { todayQueries } from "./today-queries";
import type { NetworkLine, OccupancyLine, Tonight } from "./today-types";

/** The municipalities side by side: places alone, nobody's data. */
export function NetworkToday() {
  const { today: words, shell } = useWords();
  const { percent } = useFormats();
  const today = useToday();
  const { data, error } = useQuery(todayQueries.network());
  const { data: occupancy } = useQuery(todayQueries.networkOccupancy(today));
  const lines = (data?.items ?? []).filter(({ facilities }) => facilities > 0);
  const without = (data?.items.length ?? 0) - lines.length;
  const rates = new Map((occupancy?.items ?? []).map((line) => [line.key, line.netOccupancy]));

  return (
    <>
      <PageHeading title={words.heading(today)} subtitle={words.network}>
        <ButtonLink href="/disponibilita" tone="primary"><Search aria-hidden className="size-4" />{words.findPlace}</ButtonLink>
      </PageHeading>
      {error && !data && <ProblemAlert error={error} title={words.failed} />}
      {!data && !error && <TableSkeleton label={shell.loading} />}
      {data && (
        <>
          <section aria-label={words.numbers} className="mb-4 grid grid-cols-2 gap-3 xl:grid-cols-[1.4fr_1fr_1fr_1fr]">
            <div className="grid max-xl:col-span-2"><BedsTile label={words.networkFree} beds={allOf(lines)} /></div>
            <StatTile label={words.networkMunicipalities} value={lines.length} detail={words.ofAll(lines.length, data.items.length)} />
            <StatTile label={words.networkFacilities} value={total(lines, "facilities")} detail={words.confirmed(total(lines, "confirmedToday"), total(lines, "facilities"))} />
            <div className="grid max-xl:col-span-2"><StatTile label={words.networkRate} value={percent(rateOf(occupancy?.items ?? []))} detail={words.formula} /></div>
          </section>
          <NetworkTable lines={lines} rates={rates} />
          {without > 0 && <p className="mt-3 text-ink-faint">{words.networkNone(without)}</p>}
        </>
      )}
    </>
  );
}

function NetworkTable({ lines, rates }: { lines: NetworkLine[]; rates: ReadonlyMap<string, number | null> }) {
  const words = useWords().today;
  const { percent } = useFormats();
  const column = words.networkColumn;
  const { visible, sort } = useTable({
    rows: lines, startsBy: "municipality", locale: useLocale(), rowsPerPage: 50,
    columns: {
      municipality: ({ name }) => name, free: ({ beds }) => beds.free, available: ({ beds }) => beds.available, occupied: ({ beds }) => beds.occupied,
      rate: ({ municipality }) => rates.get(municipality) ?? null, confirmed: ({ confirmedToday }) => confirmedToday,
    },
  });
  return (
    <TableFrame label={words.network} head={Object.entries(column).map(([key, name]) => <HeadCell key={key} sort={sort(key)}>{name}</HeadCell>)}>
      {visible.map(({ municipality, name, beds, facilities, confirmedToday }) => (
        <Row key={municipality}>
          <Cell><span className="font-semibold">{name}</span></Cell>
          <Cell><span className={beds.free > 0 ? "font-semibold text-positive" : "text-ink-faint"}>{beds.free}<span className="md:hidden"> {words.freeOf(beds.available)}</span></span></Cell>
          <Cell isWide><span className="max-md:hidden">{beds.available}</span><ShareBar shares={[{ key: "used", amount: beds.available - beds.free, look: "bg-brand" }]} whole={beds.available} /></Cell>
          <Cell><span className="md:hidden">{column.occupied} </span>{beds.occupied}</Cell>
          <Cell><span className="block max-md:text-end">{percent(rates.get(municipality) ?? null)}</span></Cell>
          <Cell isWide><span className="text-ink-soft"><span className="md:hidden">{column.confirmed}: </span>{words.ofAll(confirmedToday, facilities)}</span></Cell>
        </Row>
      ))}
    </TableFrame>
  );
}

function total(lines: readonly NetworkLine[], field: "facilities" | "confirmedToday"): number {
  return lines.reduce((all, line) => all + line[field], 0);
}

function allOf(lines: readonly NetworkLine[]): Tonight {
  const sum = (field: keyof Tonight) => lines.reduce((all, { beds }) => all + beds[field], 0);
  return { open: sum("open"), available: sum("available"), free: sum("free"), occupied: sum("occupied"), offline: sum("offline"), held: sum("held"), overdue: sum("overdue") };
}

function rateOf(items: readonly OccupancyLine[]): number | null {
  const available = items.reduce((all, line) => all + line.availableNights, 0);
  return available > 0 ? items.reduce((all, line) => all + line.occupiedNights, 0) / available : null;
}
