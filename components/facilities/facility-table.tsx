"use client";

import Link from "next/link";
import { ConfirmedBadge } from "../availability/confirmed-badge";
import type { FacilityLine } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Pagination } from "../ui/pagination";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { useTable } from "../ui/use-table";
import { useFormats, useLocale, useWords } from "../words/words-provider";
import { ConfirmLineButton } from "./confirm-line-button";
import { isConfirmedToday } from "./facility-filters";
import { OpeningBadge } from "./opening-badge";
import { TonightSummary } from "./tonight-summary";
import { useMayAct } from "./use-may-act";
import { useOrganisationName } from "./use-organisation-name";

const COLUMNS = ["name", "kind", "tonight", "today", "confirmed"] as const;

export function FacilityTable({ facilities }: { facilities: FacilityLine[] }) {
  const { facilities: words, codes } = useWords();
  const { visible, page, pages, setPage, sort } = useTable({
    rows: facilities,
    columns: {
      name: ({ name }) => name,
      kind: ({ kind }) => codes.kind[kind],
      tonight: ({ freeTonight }) => freeTonight,
      today: ({ today }) => today.arrivals + today.departures,
      confirmed: ({ confirmedAt }) => confirmedAt,
    },
    startsBy: "name",
    locale: useLocale(),
  });
  return (
    <>
      <TableFrame label={words.title} head={COLUMNS.map((column) => <HeadCell key={column} sort={sort(column)}>{words.column[column]}</HeadCell>)}>
        {visible.map((facility) => <FacilityRow key={facility.id} facility={facility} />)}
      </TableFrame>
      <Pagination page={page} pages={pages} onChange={setPage} labels={words.pages} />
    </>
  );
}

function FacilityRow({ facility }: { facility: FacilityLine }) {
  const { facilities: words, codes } = useWords();
  const { dayOf } = useFormats();
  const today = useToday();
  const mayConfirm = useMayAct("unit.write")(facility);
  const organisationName = useOrganisationName();
  const where = [organisationName(facility.organisationId) ?? words.ownManagement, facility.address ?? (facility.addressProtected ? words.addressHidden : null)];
  const { arrivals, departures } = facility.today;
  const movements = [arrivals > 0 && words.arrivals(arrivals), departures > 0 && words.departures(departures)].filter(Boolean);
  return (
    <Row>
      <Cell isWide>
        <Link href={`/strutture/${facility.id}`} className="font-semibold text-brand after:absolute after:inset-0 hover:underline">{facility.name}</Link>
        <span className="block text-sm text-ink-faint">{where.filter(Boolean).join(" · ")}</span>
      </Cell>
      <Cell isWide>
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge tone="brand" isSentence>{codes.kind[facility.kind]}</Badge>
          {facility.genderPolicy && facility.genderPolicy !== "mixed" && <Badge>{codes.genderPolicy[facility.genderPolicy]}</Badge>}
          <OpeningBadge facility={facility} />
        </span>
      </Cell>
      <Cell isWide><TonightSummary tonight={facility.tonight} /></Cell>
      <Cell>{movements.length > 0 ? movements.join(" · ") : <span className="text-ink-faint">{words.noMovements}</span>}</Cell>
      <Cell isWide>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:flex-col md:items-start">
          <ConfirmedBadge confirmedAt={facility.confirmedAt} />
          {mayConfirm && !isConfirmedToday(facility, { today, dayOf }) && <ConfirmLineButton facility={facility} />}
        </div>
      </Cell>
    </Row>
  );
}
