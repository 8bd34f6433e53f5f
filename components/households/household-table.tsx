"use client";

import Link from "next/link";
import { descendsByNature, HOUSEHOLD_SORTS, type HouseholdSort } from "@/domain/household-list";
import type { HouseholdLine } from "../http/api-types";
import { Cell, HeadCell, Row, TableFrame, type Sorted } from "../ui/table";
import { useFormats, useWords } from "../words/words-provider";
import { householdName } from "./household-words";
import { NeedBadges } from "./need-badges";
import { SituationBadge } from "./situation-badge";
import { UrgencyBadge } from "./urgency-badge";

const NEEDS_SHOWN = 2;

type Props = { lines: HouseholdLine[]; label: string; sort: HouseholdSort; desc: boolean | null; onSort: (sort: HouseholdSort, desc: boolean) => void };

export function HouseholdTable({ lines, label, sort, desc, onSort }: Props) {
  const { households, householdList: words } = useWords();
  const { column } = households;
  const sorted: Sorted = { by: sort, isDescending: desc ?? descendsByNature(sort) };
  const by = (key: HouseholdSort) => ({
    key, sorted,
    onSort: (next: Sorted) => onSort(HOUSEHOLD_SORTS.find((each) => each === next.by) ?? "newest", next.by === sort ? next.isDescending : descendsByNature(key)),
  });

  return (
    <TableFrame
      label={label}
      head={
        <>
          <HeadCell sort={by("name")}>{column.name}</HeadCell>
          <HeadCell>{column.people}</HeadCell>
          <HeadCell>{column.status}</HeadCell>
          <HeadCell sort={by("exit")}>{words.whereUntil}</HeadCell>
          <HeadCell sort={by("urgency")}>{words.urgencyNeeds}</HeadCell>
          <HeadCell sort={by("movement")}>{words.lastMovement}</HeadCell>
        </>
      }
    >
      {lines.map((line) => <HouseholdRow key={line.id} line={line} />)}
    </TableFrame>
  );
}

function HouseholdRow({ line }: { line: HouseholdLine }) {
  const { households, householdList: words } = useWords();
  const { shortDay } = useFormats();
  const { id, adults, minors, where, urgency, needs, lastMovement } = line;
  return (
    <Row>
      <Cell isWide>
        <Link href={`/nuclei/${id}`} className="font-semibold text-brand after:absolute after:inset-0 hover:underline">{householdName(line)}</Link>
        <span className="block text-sm text-ink-faint">{line.code}</span>
      </Cell>
      <Cell>{households.people(adults, minors)}</Cell>
      <Cell><SituationBadge situation={line.situation} /></Cell>
      <Cell isWide>
        {where && (
          <>
            {where.facilityName}, {where.unitName}
            <span className="block text-sm text-ink-faint">{line.situation === "needs_bed" ? words.placeLost : words.until(where.exit)}</span>
          </>
        )}
      </Cell>
      <Cell isWide>
        {(urgency !== null || needs.length > 0) && (
          <span className="flex flex-wrap gap-1">
            {urgency !== null && <UrgencyBadge urgency={urgency} />}
            <NeedBadges needs={needs} most={NEEDS_SHOWN} />
          </span>
        )}
      </Cell>
      <Cell isWide><span className="block text-sm text-balance text-ink-faint">{words.movement[lastMovement.kind](shortDay(lastMovement.on))}</span></Cell>
    </Row>
  );
}
