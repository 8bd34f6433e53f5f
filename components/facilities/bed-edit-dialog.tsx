"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Form } from "react-aria-components";
import { shortBedName } from "../beds/bed-name";
import type { Facility, FacilityBed, FacilityUnit } from "../http/api-types";
import { inputErrors } from "../http/problem";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Dialog } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { EditActions } from "./edit-actions";
import { type BedFields, type Change, facilityMutations } from "./facility-mutations";
import { InTheWay } from "./in-the-way";
import { useEditing } from "./use-editing";

type Props = { facility: Facility; unit: FacilityUnit; bed: FacilityBed; onClose: () => void };

function fieldsOf({ name, kind, opensOn, closesOn }: FacilityBed): BedFields {
  return { name, kind, opensOn, closesOn };
}

export function BedEditDialog({ facility, unit, bed, onClose }: Props) {
  const { facilities, facilityEdit: words, codes, shell } = useWords();
  const editing = useEditing(bed, fieldsOf);
  const { fields, set, changed } = editing;
  const saving = useMutation(facilityMutations.changeBed(useQueryClient()));
  const toast = useToast();
  const errors = inputErrors(saving.error, shell.notAccepted);
  const isBackwards = fields.opensOn !== null && fields.closesOn !== null && fields.closesOn <= fields.opensOn;
  const isNameless = fields.name.trim() === "";

  function save(change: Pick<Change<BedFields>, "version" | "fields">) {
    saving.mutate({ id: bed.id, ...change }, {
      onSuccess: () => {
        toast(words.saved(fields.name));
        onClose();
      },
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isNameless || isBackwards) return focusFirstInvalid(event.currentTarget);
    save({ version: editing.version, fields: changed });
  }

  return (
    <Dialog title={words.bedTitle(unit.name, shortBedName(bed.name))} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.field.name} value={fields.name} onChange={(name) => set({ name })} isRequired error={isNameless ? facilities.missing : errors.name} />
          <Select label={words.field.kind} choices={choicesOf(codes.bedKind)} value={fields.kind} onChange={(kind) => set({ kind })} />
          <DateField label={words.unitOpensOn} value={fields.opensOn} onChange={(opensOn) => set({ opensOn })} />
          <DateField label={words.field.closesOn} hint={words.closesHint} value={fields.closesOn} onChange={(closesOn) => set({ closesOn })} error={isBackwards ? words.closesBeforeOpens : undefined} />
        </div>
        {changed.closesOn && <InTheWay asked={{ facilityId: facility.id, bedId: bed.id, from: changed.closesOn }} onUse={(closesOn) => set({ closesOn })} />}
        <EditActions editing={editing} error={saving.error} isPending={saving.isPending} onSave={save} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
