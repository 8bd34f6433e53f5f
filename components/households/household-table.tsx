"use client";

import Link from "next/link";
import type { HouseholdLine } from "../http/api-types";
import { StatusBadge } from "../placements/status-badge";
import { Badge } from "../ui/badge";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { useWords } from "../words/words-provider";
import { householdName } from "./household-words";

type Props = { lines: HouseholdLine[]; label: string };

export function HouseholdTable({ lines, label }: Props) {
  const words = useWords().households;
  const { column } = words;
  return (
    <TableFrame label={label} head={<><HeadCell>{column.name}</HeadCell><HeadCell>{column.people}</HeadCell><HeadCell>{column.status}</HeadCell><HeadCell>{column.where}</HeadCell></>}>
      {lines.map(({ id, adults, minors, status, where, ...line }) => (
        <Row key={id}>
          <Cell isWide>
            <Link href={`/nuclei/${id}`} className="font-semibold text-brand after:absolute after:inset-0 hover:underline">{householdName(line)}</Link>
            <span className="block text-sm text-ink-faint">{line.code}</span>
          </Cell>
          <Cell>{words.people(adults, minors)}</Cell>
          <Cell>{status ? <StatusBadge status={status} /> : <Badge>{words.notPlaced}</Badge>}</Cell>
          <Cell isWide>{where && `${where.facilityName}, ${where.unitName}`}</Cell>
        </Row>
      ))}
    </TableFrame>
  );
}
