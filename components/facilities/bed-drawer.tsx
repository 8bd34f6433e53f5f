"use client";

import { Ban, Pencil, Trash2 } from "lucide-react";
import { shortBedName } from "../beds/bed-name";
import { BedTonightBadge } from "../beds/bed-tonight-chip";
import type { Facility, FacilityBed, FacilityUnit } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Definition } from "../ui/definition";
import { Drawer } from "../ui/drawer";
import { useFormats, useWords } from "../words/words-provider";
import type { OpenPanel } from "./panel";
import { useMayAct } from "./use-may-act";

type Props = { facility: Facility; unit: FacilityUnit; bed: FacilityBed; onOpen: OpenPanel; onClose: () => void };

/** What is known of a bed, who is in it for those who may know, and what can be done with it. */
export function BedDrawer({ facility, unit, bed, onOpen, onClose }: Props) {
  const { facilityPage, codes, shell } = useWords();
  const words = facilityPage.bed;
  const { day } = useFormats();
  const [mayChange, mayClose, mayRead] = [useMayAct("unit.write")(facility), useMayAct("closure.write")(facility), useMay("household.read")];
  const { household } = bed;
  const opening = [bed.opensOn && words.from(bed.opensOn), bed.closesOn && words.retiresOn(bed.closesOn)].filter(Boolean).join(", ");
  const traits = [codes.letting[unit.letting], unit.genderPolicy && codes.genderPolicy[unit.genderPolicy], ...unit.features.map((feature) => codes.feature[feature] ?? feature)];

  return (
    <Drawer title={words.title(unit.name, shortBedName(bed.name))} closeLabel={shell.close} isOpen onClose={onClose}>
      <div className="space-y-5">
        <dl className="grid grid-cols-2 gap-3">
          <Definition term={words.state}><BedTonightBadge tonight={bed.tonight} /></Definition>
          {bed.until && <Definition term={words.until}>{day(bed.until)}</Definition>}
          {household && <Definition term={words.household} isWide>{household.code} · {words.nights(household.from, household.until)}</Definition>}
          <Definition term={words.kind}>{codes.bedKind[bed.kind]}</Definition>
          <Definition term={words.opening}>{opening || words.asUnit}</Definition>
          <Definition term={words.unit} isWide>{traits.filter(Boolean).join(" · ")}</Definition>
        </dl>
        <div className="flex flex-col gap-2">
          {household && mayRead && <ButtonLink href={`/nuclei/${household.id}`} tone="primary" isWide>{words.file(household.code)}</ButtonLink>}
          {mayClose && <Button isWide onPress={() => onOpen({ kind: "closure", what: `bed:${bed.id}` })}><Ban aria-hidden className="size-4" />{words.close}</Button>}
          {mayChange && <Button isWide onPress={() => onOpen({ kind: "bed-edit", bedId: bed.id })}><Pencil aria-hidden className="size-4" />{words.edit}</Button>}
          {mayChange && <Button isWide tone="danger" onPress={() => onOpen({ kind: "retire", bedId: bed.id })}><Trash2 aria-hidden className="size-4" />{words.retire}</Button>}
        </div>
      </div>
    </Drawer>
  );
}
