"use client";

import { BedDouble, Plus } from "lucide-react";
import { useState } from "react";
import { BedTonightChip } from "../beds/bed-tonight-chip";
import type { Facility, FacilityUnit } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";
import { UnitDialog } from "./unit-dialog";

export function UnitsCard({ facility }: { facility: Facility }) {
  const words = useWords().facilities;
  const mayAdd = useMay("unit.write");
  const [isAdding, setAdding] = useState(false);
  const add = <Button size="small" onPress={() => setAdding(true)}><Plus aria-hidden className="size-4" />{words.addUnit}</Button>;

  return (
    <Card labelledBy="alloggi">
      <CardHead id="alloggi" title={words.units} action={mayAdd && facility.units.length > 0 && add} />
      {facility.units.length === 0 && <EmptyState icon={BedDouble} title={words.noUnits} action={mayAdd && add}>{mayAdd && words.noUnitsText}</EmptyState>}
      {byFlat(facility.units).map(([flat, units]) => (
        <section key={flat ?? ""} aria-label={flat ?? words.withoutFlat}>
          {flat && <h3 className="border-b border-line-soft bg-sunken px-4 py-1.5 text-sm text-ink-soft sm:px-5">{flat}</h3>}
          <ul>{units.map((unit) => <UnitLine key={unit.id} unit={unit} />)}</ul>
        </section>
      ))}
      {isAdding && <UnitDialog facilityId={facility.id} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function UnitLine({ unit }: { unit: FacilityUnit }) {
  const { facilities: words, codes } = useWords();
  const sharedUntil = untilOfAll(unit);
  const traits = [unit.genderPolicy && codes.genderPolicy[unit.genderPolicy], ...unit.features.map((feature) => codes.feature[feature] ?? feature)];
  return (
    <li className="grid gap-x-4 gap-y-2 border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5 lg:grid-cols-[minmax(0,220px)_minmax(0,1fr)]">
      <div>
        <p className="font-semibold">{unit.name} · {codes.letting[unit.letting]}</p>
        <p className="text-sm text-ink-faint">{traits.filter(Boolean).join(" · ")}</p>
      </div>
      <ul aria-label={unit.name} className="flex flex-wrap items-center gap-1.5">
        {unit.beds.map((bed) => <BedTonightChip key={bed.id} bed={bed} showsUntil={!sharedUntil} />)}
        {sharedUntil && <li className="text-sm text-ink-faint">{words.bedUntil(sharedUntil)}</li>}
      </ul>
    </li>
  );
}

/** The day until which all beds are in the same state, as when one household has them all; null when they differ. */
function untilOfAll({ beds }: FacilityUnit): string | null {
  const [first, ...others] = beds;
  const until = first?.until ?? null;
  return others.length > 0 && others.every((bed) => bed.until === until) ? until : null;
}

/** Units in the order given, those of a flat together. */
function byFlat(units: FacilityUnit[]): [string | null, FacilityUnit[]][] {
  const flats = new Map<string | null, FacilityUnit[]>();
  for (const unit of units) flats.set(unit.flat, [...(flats.get(unit.flat) ?? []), unit]);
  return [...flats];
}
