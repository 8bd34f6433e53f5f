"use client";

import { Trash2 } from "lucide-react";
import { IconButton } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { CitizenshipField } from "./citizenship-field";
import { missingIn, type DraftField, type MemberDraft } from "./member-draft";

type Props = {
  draft: MemberDraft;
  position: number;
  showsMissing: boolean;
  /** What the service said of this member's fields. */
  errors: Record<string, string>;
  onChange: (draft: MemberDraft) => void;
  onRemove: (() => void) | null;
};

export function MemberFields({ draft, position, showsMissing, errors, onChange, onRemove }: Props) {
  const { households: words, codes } = useWords();
  const missing = showsMissing ? missingIn(draft) : [];
  const set = (change: Partial<MemberDraft>) => onChange({ ...draft, ...change });
  const errorOf = (field: DraftField, path: string = field) => (missing.includes(field) ? words.missing : errors[path]);

  return (
    <fieldset className="border-b border-line-soft px-4 py-4 last:border-b-0 sm:px-5">
      <legend className="sr-only">{words.member(position)}</legend>
      <div className="mb-2 flex min-h-8 items-center justify-between">
        <p aria-hidden className="font-bold">{words.member(position)}</p>
        {onRemove && (
          <IconButton aria-label={words.removeMember(position)} onPress={onRemove}><Trash2 aria-hidden className="size-4" /></IconButton>
        )}
      </div>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField label={words.givenName} value={draft.givenName} onChange={(givenName) => set({ givenName })} isRequired error={errorOf("givenName")} autoComplete="off" />
        <TextField label={words.familyName} value={draft.familyName} onChange={(familyName) => set({ familyName })} isRequired error={errorOf("familyName")} autoComplete="off" />
        <DateField label={words.birthDate} value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} isRequired withCalendar={false} error={errorOf("birthDate")} />
        <Select label={words.gender} choices={choicesOf(codes.gender)} value={draft.gender} onChange={(gender) => set({ gender })} isRequired error={errorOf("gender")} />
        <Select label={words.role} choices={choicesOf(codes.memberRole)} value={draft.role} onChange={(role) => set({ role })} isRequired error={errors.role} />
        <CitizenshipField value={draft.citizenship} onChange={(citizenship) => set({ citizenship })} error={errors.citizenship} />
      </div>
      <div className="mt-3"><Checkbox label={words.hasPermit} isSelected={draft.hasPermit} onChange={(hasPermit) => set({ hasPermit })} /></div>
      {draft.hasPermit && (
        <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <Select
            label={words.permitKind}
            choices={choicesOf(codes.permitKind)}
            value={draft.permitKind}
            onChange={(permitKind) => set({ permitKind })}
            isRequired
            error={errorOf("permitKind", "residencePermit.kind")}
          />
          <DateField
            label={words.permitExpiresOn}
            value={draft.permitExpiresOn}
            onChange={(permitExpiresOn) => set({ permitExpiresOn })}
            isRequired
            error={errorOf("permitExpiresOn", "residencePermit.expiresOn")}
          />
          <DateField
            label={words.permitRenewal}
            hint={words.optional}
            value={draft.permitRenewalRequestedOn}
            onChange={(permitRenewalRequestedOn) => set({ permitRenewalRequestedOn })}
          />
        </div>
      )}
    </fieldset>
  );
}
