"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Form } from "react-aria-components";
import type { Facility, FacilityUnit } from "../http/api-types";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { EditActions } from "./edit-actions";
import { FeatureChips } from "./facility-fields";
import { facilityMutations, type UnitFields } from "./facility-mutations";
import { InTheWay } from "./in-the-way";
import { usePlaceEdit } from "./use-place-edit";

type Props = { facility: Facility; unit: FacilityUnit; onClose: () => void };

function fieldsOf({ name, flat, letting, genderPolicy, features, opensOn, closesOn }: FacilityUnit): UnitFields {
  return { name, flat, letting, genderPolicy, features, opensOn, closesOn };
}

export function UnitEditDialog({ facility, unit, onClose }: Props) {
  const { facilities, facilityEdit: words, codes, shell } = useWords();
  const { fields, set, changed, errors, submit, actions } = usePlaceEdit(unit, fieldsOf, facilityMutations.changeUnit(useQueryClient()), onClose);

  return (
    <Dialog title={words.unitTitle(unit.name)} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.field.name} value={fields.name} onChange={(name) => set({ name })} isRequired error={errors.name} />
          <TextField label={words.field.flat} hint={facilities.flatHint} value={fields.flat ?? ""} onChange={(flat) => set({ flat: flat || null })} error={errors.flat} />
          <Select label={words.field.letting} choices={choicesOf(codes.letting)} value={fields.letting} onChange={(letting) => set({ letting })} />
          <Select
            label={words.field.genderPolicy}
            choices={[{ id: "inherit" as const, text: words.asFacility }, ...choicesOf(codes.genderPolicy)]}
            value={fields.genderPolicy ?? "inherit"}
            onChange={(policy) => set({ genderPolicy: policy === "inherit" ? null : policy })}
          />
          <DateField label={words.unitOpensOn} value={fields.opensOn} onChange={(opensOn) => set({ opensOn })} />
          <DateField label={words.field.closesOn} hint={words.closesHint} value={fields.closesOn} onChange={(closesOn) => set({ closesOn })} error={errors.closesOn} />
        </div>
        <FeatureChips value={fields.features} onChange={(features) => set({ features })} />
        {changed.closesOn && <InTheWay asked={{ facilityId: facility.id, unitId: unit.id, from: changed.closesOn }} onUse={(closesOn) => set({ closesOn })} />}
        <EditActions {...actions} />
      </Form>
    </Dialog>
  );
}
