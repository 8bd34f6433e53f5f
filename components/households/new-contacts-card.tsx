"use client";

import { NEEDS } from "@/domain/people";
import { inputErrors } from "../http/problem";
import { Card, CardHead } from "../ui/card";
import { TextField } from "../ui/text-field";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { LanguageField } from "./language-field";
import type { Registration } from "./registration";
import { useKnownNeeds } from "./use-known-needs";

type Props = { registration: Registration; onChange: (registration: Registration) => void; error: unknown };

export function NewContactsCard({ registration, onChange, error }: Props) {
  const { households: words, codes, shell } = useWords();
  const { name, phone, language, needs } = registration;
  const errors = inputErrors(error, shell.notAccepted);
  const known = useKnownNeeds(NEEDS);
  const set = (change: Partial<Registration>) => onChange({ ...registration, ...change });

  return (
    <Card labelledBy="contatti">
      <CardHead id="contatti" title={words.contacts} />
      <div className="grid gap-x-4 gap-y-3 px-4 py-4 sm:grid-cols-2 sm:px-5">
        <div className="sm:col-span-2">
          <ToggleChips label={words.needs} choices={known.map((id) => ({ id, text: codes.need[id] ?? id }))} value={needs} onChange={(chosen) => set({ needs: chosen })} />
          <p className="mt-1 text-sm text-ink-faint">{words.healthNote}</p>
        </div>
        <TextField label={words.phone} type="tel" inputMode="tel" autoComplete="off" maxLength={40} value={phone} onChange={(next) => set({ phone: next })} error={errors.phone} />
        <LanguageField value={language} onChange={(next) => set({ language: next })} error={errors.language} />
        <TextField label={words.householdName} hint={words.householdNameHint} autoComplete="off" maxLength={200} value={name} onChange={(next) => set({ name: next })} error={errors.name} />
      </div>
    </Card>
  );
}
