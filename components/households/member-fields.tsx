"use client";

import { useState } from "react";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { CitizenshipField } from "./citizenship-field";
import { asksForPermit, missingIn, type DraftField, type MemberDraft } from "./member-draft";
import { PermitFields } from "./permit-fields";

type Props = {
  draft: MemberDraft;
  showsMissing: boolean;
  /** What the service said of this member's fields. */
  errors: Record<string, string>;
  onChange: (draft: MemberDraft) => void;
  /** Name, birth date and gender first, the rest on demand: a child is written down in seconds. */
  isBrief?: boolean;
  /** The head's role is not chosen where others can take it. */
  withRole?: boolean;
};

const MORE: readonly string[] = ["role", "citizenship", "fiscalCode"];

export function MemberFields({ draft, showsMissing, errors, onChange, isBrief = false, withRole = true }: Props) {
  const { households: words, codes } = useWords();
  const [isOpen, setOpen] = useState(!isBrief);
  const missing = showsMissing ? missingIn(draft) : [];
  const set = (change: Partial<MemberDraft>) => onChange({ ...draft, ...change });
  const errorOf = (field: DraftField, path: string = field) => (missing.includes(field) ? words.missing : errors[path]);
  const showsMore = isOpen || Object.keys(errors).some((path) => MORE.includes(path));

  return (
    <div className="space-y-3">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField label={words.givenName} value={draft.givenName} onChange={(givenName) => set({ givenName })} isRequired error={errorOf("givenName")} autoComplete="off" autoCapitalize="words" />
        <TextField label={words.familyName} value={draft.familyName} onChange={(familyName) => set({ familyName })} isRequired error={errorOf("familyName")} autoComplete="off" autoCapitalize="words" />
        <DateField label={words.birthDate} value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} isRequired withCalendar={false} error={errorOf("birthDate")} />
        <Select label={words.gender} choices={choicesOf(codes.gender)} value={draft.gender} onChange={(gender) => set({ gender })} isRequired error={errorOf("gender")} />
        {showsMore && <MoreFields draft={draft} set={set} errors={errors} withRole={withRole} withFrequent={!isBrief} />}
      </div>
      {!showsMore && <Button size="small" tone="quiet" onPress={() => setOpen(true)}>{words.moreDetails}</Button>}
      {asksForPermit(draft) && showsMore && <PermitFields draft={draft} set={set} errorOf={errorOf} />}
    </div>
  );
}

type MoreProps = { draft: MemberDraft; set: (change: Partial<MemberDraft>) => void; errors: Record<string, string>; withRole: boolean; withFrequent: boolean };

function MoreFields({ draft, set, errors, withRole, withFrequent }: MoreProps) {
  const { households: words, codes } = useWords();
  const mayReadCode = useMay("fiscal_code.read");
  return (
    <>
      <div className={withFrequent ? "sm:col-span-2" : undefined}>
        <CitizenshipField value={draft.citizenship} onChange={(citizenship) => set({ citizenship })} error={errors.citizenship} withFrequent={withFrequent} />
      </div>
      {withRole && <Select label={words.role} choices={choicesOf(codes.memberRole)} value={draft.role} onChange={(role) => set({ role })} isRequired error={errors.role} />}
      {mayReadCode && (
        <TextField
          label={words.fiscalCode}
          hint={words.optional}
          value={draft.fiscalCode}
          onChange={(fiscalCode) => set({ fiscalCode: fiscalCode.toUpperCase() })}
          error={errors.fiscalCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck="false"
          maxLength={16}
        />
      )}
    </>
  );
}
