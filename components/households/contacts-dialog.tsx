"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { NEEDS } from "@/domain/people";
import type { Household } from "../http/api-types";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { noteOf } from "./household-words";
import { LanguageField } from "./language-field";
import { useKnownNeeds } from "./use-known-needs";

type Props = { household: Household; onClose: () => void };

export function ContactsDialog({ household, onClose }: Props) {
  const { households: words, householdFile, codes, shell } = useWords();
  const [name, setName] = useState(household.name ?? "");
  const [note, setNote] = useState(noteOf(household));
  const [phone, setPhone] = useState(household.phone ?? "");
  const [language, setLanguage] = useState(household.language);
  const [needs, setNeeds] = useState(household.needs);
  const saving = useMutation(householdMutations.change(useQueryClient()));
  const toast = useToast();
  const known = useKnownNeeds([...new Set<string>([...NEEDS, ...household.needs])]);
  const seesHealth = useMay("health.read");
  const errors = inputErrors(saving.error, shell.notAccepted);

  function submit(event: FormEvent) {
    event.preventDefault();
    const { note: _before, ...others } = household.preferences;
    const preferences = note.trim() === "" ? others : { ...others, note: note.trim() };
    const body = { name: name.trim() || null, phone: phone.trim() || null, language, preferences, ...(seesHealth && { needs }) };
    saving.mutate(
      { id: household.id, version: household.version, body },
      {
        onSuccess: () => {
          toast(words.contactsSaved);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.editContactsTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {saving.error && <ProblemAlert error={saving.error} title={words.contactsFailed} />}
        <TextField label={words.householdName} hint={words.householdNameHint} autoComplete="off" maxLength={200} value={name} onChange={setName} error={errors.name} />
        <TextField label={words.phone} type="tel" inputMode="tel" autoComplete="off" maxLength={40} value={phone} onChange={setPhone} error={errors.phone} />
        <LanguageField value={language} onChange={setLanguage} />
        {seesHealth && (
          <div>
            <ToggleChips label={words.needs} choices={known.map((id) => ({ id, text: codes.need[id] ?? id }))} value={needs} onChange={setNeeds} />
            <p className="mt-1 text-sm text-ink-faint">{words.healthNote}</p>
          </div>
        )}
        <TextField label={householdFile.preferences} hint={householdFile.preferencesHint} lines={3} maxLength={2000} value={note} onChange={setNote} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
