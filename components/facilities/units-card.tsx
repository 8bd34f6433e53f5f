"use client";

import { BedDouble, EllipsisVertical, Plus } from "lucide-react";
import { BedTonightChip } from "../beds/bed-tonight-chip";
import type { Facility, FacilityUnit } from "../http/api-types";
import { useToday } from "../session/me";
import { Button, IconButton } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import type { OpenPanel, Panel } from "./panel";
import { useMayAct } from "./use-may-act";

type Props = { facility: Facility; onOpen: OpenPanel };

/** The plan: flats, the units in them, and every bed as it stands tonight. */
export function UnitsCard({ facility, onOpen }: Props) {
  const words = useWords().facilities;
  const mayAdd = useMayAct("unit.write")(facility);
  const add = <Button size="small" aria-haspopup="dialog" onPress={() => onOpen({ kind: "new-unit" })}><Plus aria-hidden className="size-4" />{words.addUnit}</Button>;

  return (
    <Card labelledBy="alloggi">
      <CardHead id="alloggi" title={words.units} action={mayAdd && facility.units.length > 0 && add} />
      {facility.units.length === 0 && <EmptyState icon={BedDouble} title={words.noUnits} action={mayAdd && add}>{mayAdd && words.noUnitsText}</EmptyState>}
      {byFlat(facility.units).map(([flat, units]) => (
        <section key={flat ?? ""} aria-label={flat ?? words.withoutFlat}>
          {flat && <h3 className="border-b border-line-soft bg-sunken px-4 py-1.5 text-sm text-ink-soft sm:px-5">{flat}</h3>}
          <ul>{units.map((unit) => <UnitLine key={unit.id} facility={facility} unit={unit} onOpen={onOpen} />)}</ul>
        </section>
      ))}
    </Card>
  );
}

function UnitLine({ facility, unit, onOpen }: Props & { unit: FacilityUnit }) {
  const { facilities: words, facilityPage, codes } = useWords();
  const shared = sharedByAll(unit);
  const today = useToday();
  const traits = [
    unit.genderPolicy && codes.genderPolicy[unit.genderPolicy], ...unit.features.map((feature) => codes.feature[feature] ?? feature), facilityPage.unitOpening(unit.opensOn, unit.closesOn),
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2 border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5 lg:grid-cols-[minmax(0,190px)_minmax(0,1fr)_auto]">
      <div>
        <p className="font-semibold">{unit.name} · {codes.letting[unit.letting]}</p>
        <p className="text-sm text-ink-faint">{[facilityPage.bedsCount(unit.beds.length), ...traits].filter(Boolean).join(" · ")}</p>
      </div>
      <ul aria-label={unit.name} className="flex flex-wrap items-center gap-1.5 max-lg:order-3 max-lg:col-span-2">
        {unit.beds.map((bed) => <BedTonightChip key={bed.id} bed={bed} unitName={unit.name} isAlone={shared === null} onOpen={() => onOpen({ kind: "bed", bedId: bed.id })} />)}
        {shared && <li className="text-sm text-ink-faint">{words.bedUntil(shared.until, today)}{shared.code && <b className="ms-2 font-semibold">{shared.code}</b>}</li>}
      </ul>
      <UnitMenu facility={facility} unit={unit} onOpen={onOpen} />
    </li>
  );
}

function UnitMenu({ facility, unit, onOpen }: Props & { unit: FacilityUnit }) {
  const { unitActions, unitAction } = useWords().facilityPage;
  const [mayChange, mayClose] = [useMayAct("unit.write")(facility), useMayAct("closure.write")(facility)];
  const panels: Record<string, Panel> = { edit: { kind: "unit", unitId: unit.id }, beds: { kind: "beds", unitId: unit.id }, close: { kind: "closure", what: `unit:${unit.id}` } };
  const entries = [...(mayChange ? (["edit", "beds"] as const) : []), ...(mayClose ? (["close"] as const) : [])].map((id) => ({ id, text: unitAction[id] }));
  if (entries.length === 0) return null;
  return (
    <Menu
      label={unitActions(unit.name)}
      trigger={<IconButton aria-label={unitActions(unit.name)}><EllipsisVertical aria-hidden className="size-5" /></IconButton>}
      entries={entries}
      onAction={(id) => panels[id] && onOpen(panels[id])}
    />
  );
}

/** Until when all beds are in the same state, and whose, as when one household has them all; null when they differ. */
function sharedByAll({ beds }: FacilityUnit): { until: string; code: string | undefined } | null {
  const [first, ...others] = beds;
  if (!first?.until || others.length === 0) return null;
  const { until, household } = first;
  return others.every((bed) => bed.until === until && bed.household?.id === household?.id) ? { until, code: household?.code } : null;
}

/** Units in the order given, those of a flat together. */
function byFlat(units: FacilityUnit[]): [string | null, FacilityUnit[]][] {
  const flats = new Map<string | null, FacilityUnit[]>();
  for (const unit of units) flats.set(unit.flat, [...(flats.get(unit.flat) ?? []), unit]);
  return [...flats];
}
