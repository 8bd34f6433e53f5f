"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Facility } from "../http/api-types";
import { inputErrors } from "../http/problem";
import { Dialog } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { EditActions } from "./edit-actions";
import { type FacilityDraft, facilityErrors, FacilityFields } from "./facility-fields";
import { type Change, type FacilityFields as Fields, facilityMutations } from "./facility-mutations";
import { InTheWay } from "./in-the-way";
import { useEditing } from "./use-editing";

type Props = { facility: Facility; onClose: () => void };

function draftOf({ name, kind, address, addressProtected, genderPolicy, features, turnaround, opensOn, closesOn, organisationId, programmeId }: Facility): FacilityDraft {
  return { name, kind, address, addressProtected, genderPolicy: genderPolicy ?? "mixed", features, turnaround, opensOn, closesOn, organisationId, programmeId };
}

export function FacilityDialog({ facility, onClose }: Props) {
  const { facilities, facilityEdit: words, shell } = useWords();
  const editing = useEditing(facility, draftOf);
  const { fields, set, changed } = editing;
  const [hasTried, setTried] = useState(false);
  const saving = useMutation(facilityMutations.change(useQueryClient()));
  const toast = useToast();
  const own = facilityErrors(fields, { missing: facilities.missing, closesBeforeOpens: words.closesBeforeOpens });

  function save(change: Pick<Change<FacilityDraft>, "version" | "fields">) {
    saving.mutate({ id: facility.id, ...change } as Change<Fields>, {
      onSuccess: () => {
        toast(words.saved(fields.name));
        onClose();
      },
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(own).length > 0) return focusFirstInvalid(event.currentTarget);
    if (!editing.isChanged) return onClose();
    save({ version: editing.version, fields: changed });
  }

  return (
    <Dialog title={words.facilityTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        <FacilityFields fields={fields} set={set} errors={{ ...inputErrors(saving.error, shell.notAccepted), ...(hasTried ? own : {}) }} />
        {changed.closesOn && <InTheWay asked={{ facilityId: facility.id, from: changed.closesOn }} onUse={(closesOn) => set({ closesOn })} />}
        <EditActions editing={editing} error={saving.error} isPending={saving.isPending} onSave={save} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
