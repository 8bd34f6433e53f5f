"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { NEEDS } from "@/domain/people";
import type { Household } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { LanguageField } from "./language-field";

type Props = { household: Household; onClose: () => void };

export function ContactsDialog({ household, onClose }: Props) {
  const { households: words, codes, shell } = useWords();
  const [phone, setPhone] = useState(household.phone ?? "");
  const [language, setLanguage] = useState(household.language);
  const [needs, setNeeds] = useState(household.needs);
  const saving = useMutation(householdMutations.change(useQueryClient()));
  const toast = useToast();
  const known = [...new Set<string>([...NEEDS, ...household.needs])];

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { phone: phone.trim() || null, language, needs };
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
        <TextField label={words.phone} type="tel" inputMode="tel" value={phone} onChange={setPhone} />
        <LanguageField value={language} onChange={setLanguage} />
        <ToggleChips label={words.needs} choices={known.map((id) => ({ id, text: codes.need[id] ?? id }))} value={needs} onChange={setNeeds} />
        <p className="text-sm text-ink-faint">{words.healthNote}</p>
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
