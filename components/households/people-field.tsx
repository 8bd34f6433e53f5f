"use client";

import { useId } from "react";
import type { Member } from "../http/api-types";
import { Checkbox } from "../ui/checkbox";

type Props = { label: string; hint?: string; error?: string; people: Member[]; value: string[]; onChange: (personIds: string[]) => void };

/** Some of these people, each with a mark. */
export function PeopleField({ label, hint, error, people, value, onChange }: Props) {
  const noteId = useId();
  const change = (personId: string, isChosen: boolean) =>
    onChange(people.map((member) => member.personId).filter((each) => (each === personId ? isChosen : value.includes(each))));

  return (
    <fieldset aria-describedby={hint || error ? noteId : undefined}>
      <legend className="mb-1 text-sm font-semibold text-ink-soft">{label}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {people.map(({ personId, givenName, familyName }) => (
          <Checkbox key={personId} label={`${givenName} ${familyName}`} isSelected={value.includes(personId)} onChange={(isChosen) => change(personId, isChosen)} />
        ))}
      </div>
      <div id={noteId} aria-live="polite">
        {hint && <p className="mt-1 text-sm text-ink-faint">{hint}</p>}
        {error && <p className="mt-1 text-sm font-semibold text-negative">{error}</p>}
      </div>
    </fieldset>
  );
}
