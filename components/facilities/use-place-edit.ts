"use client";

import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { Day } from "@/domain/day";
import { inputErrors } from "../http/problem";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import type { Change } from "./facility-mutations";
import { useEditing } from "./use-editing";

type PlaceFields = { name: string; opensOn: Day | null; closesOn: Day | null };

/** A unit or a bed while somebody changes it: its fields, what is wrong with them, and what sends them. */
export function usePlaceEdit<Place extends { id: string; version: number }, Fields extends PlaceFields>(
  place: Place,
  fieldsOf: (place: Place) => Fields,
  change: UseMutationOptions<unknown, Error, Change<Fields>>,
  onClose: () => void,
) {
  const { facilities, facilityEdit: words, shell } = useWords();
  const editing = useEditing(place, fieldsOf);
  const saving = useMutation(change);
  const toast = useToast();
  const { name, opensOn, closesOn } = editing.fields;
  const errors = inputErrors(saving.error, shell.notAccepted);
  const own = {
    ...(name.trim() === "" && { name: facilities.missing }),
    ...(opensOn !== null && closesOn !== null && closesOn <= opensOn && { closesOn: words.closesBeforeOpens }),
  };

  function onSave(kept: Pick<Change<Fields>, "version" | "fields">) {
    saving.mutate({ id: place.id, ...kept }, {
      onSuccess: () => {
        toast(words.saved(name));
        onClose();
      },
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (Object.keys(own).length > 0) return focusFirstInvalid(event.currentTarget);
    onSave({ version: editing.version, fields: editing.changed });
  }

  return { ...editing, errors: { ...errors, ...own } as Record<string, string | undefined>, submit, actions: { editing, error: saving.error, isPending: saving.isPending, onSave, onClose } };
}
