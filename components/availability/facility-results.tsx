"use client";

import { useId } from "react";
import type { Day } from "@/domain/day";
import type { Vacancy } from "../http/api-types";
import { Badge } from "../ui/badge";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { ConfirmedBadge } from "./confirmed-badge";
import { UnitRow } from "./unit-row";

type Props = { units: Vacancy[]; people: number; arrival: Day; onAssign: ((item: Vacancy) => void) | null };

export function FacilityResults({ units, people, arrival, onAssign }: Props) {
  const { codes } = useWords();
  const headingId = useId();
  const [first] = units;
  if (first === undefined) return null;

  return (
    <Card labelledBy={headingId} className="overflow-hidden">
      <CardHead id={headingId} title={first.facilityName}>
        <Badge tone="brand" isSentence>{codes.kind[first.kind]}</Badge>
        <ConfirmedBadge confirmedAt={first.confirmedAt} />
      </CardHead>
      <ul>
        {units.map((item) => <UnitRow key={item.unitId} item={item} people={people} arrival={arrival} onAssign={onAssign} />)}
      </ul>
    </Card>
  );
}
