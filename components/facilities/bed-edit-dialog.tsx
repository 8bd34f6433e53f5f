"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Form } from "react-aria-components";
import { shortBedName } from "../beds/bed-name";
import type { Facility, FacilityBed, FacilityUnit } from "../http/api-types";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { EditActions } from "./edit-actions";
import { type BedFields, facilityMutations } from "./facility-mutations";
import { InTheWay } from "./in-the-way";
import { usePlaceEdit } from "./use-place-edit";

type Props = { facility: Facility; unit: FacilityUnit; bed: FacilityBed; onClose: () => void };

function fieldsOf({ name, kind, opensOn, closesOn }: FacilityBed): BedFields {
  return { name, kind, opensOn, closesOn };
}

export function BedEditDialog({ facility, unit, bed, onClose }: Props) {
  const { facilityEdit: words, codes, shell } = useWords();
  const { fields, set, changed, errors, submit, actions } = usePlaceEdit(bed, fieldsOf, facilityMutations.changeBed(useQueryClient()), onClose);

  return (
    <Dialog title={words.bedTitle(unit.name, shortBedName(bed.name))} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.field.name} value={fields.name} onChange={(name) => set({ name })} isRequired error={errors.name} />
          <Select label={words.field.kind} choices={choicesOf(codes.bedKind)} value={fields.kind} onChange={(kind) => set({ kind })} />
          <DateField label={words.unitOpensOn} value={fields.opensOn} onChange={(opensOn) => set({ opensOn })} />
          <DateField label={words.field.closesOn} hint={words.closesHint} value={fields.closesOn} onChange={(closesOn) => set({ closesOn })} error={errors.closesOn} />
        </div>
        {changed.closesOn && <InTheWay asked={{ facilityId: facility.id, bedId: bed.id, from: changed.closesOn }} onUse={(closesOn) => set({ closesOn })} />}
        <EditActions {...actions} />
      </Form>
    </Dialog>
  );
}
