"use client";

import type { Assignment } from "@/domain/placement";
import type { FreeBed, Member } from "../http/api-types";
import { shortBedName } from "../beds/bed-name";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";

type Props = { members: Member[]; free: Pick<FreeBed, "id" | "name">[]; value: Assignment[]; onChange: (value: Assignment[]) => void };

/** Who gets which bed, filled in; who takes another's bed gives up their own. */
export function BedsField({ members, free, value, onChange }: Props) {
  const words = useWords().placements;
  const choices = free.map(({ id, name }) => ({ id, text: words.beds([shortBedName(name)]) }));
  const bedOf = (personId: string) => value.find((each) => each.personId === personId)?.bedId ?? null;

  function give(personId: string, bedId: string) {
    const before = bedOf(personId);
    onChange(value.map((each) => (each.personId === personId ? { ...each, bedId } : each.bedId === bedId && before ? { ...each, bedId: before } : each)));
  }

  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold text-ink-soft">{words.bedsTerm}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {members.map(({ personId, givenName, familyName }) => (
          <Select key={personId} label={`${givenName} ${familyName}`} choices={choices} value={bedOf(personId)} onChange={(bedId) => give(personId, bedId)} />
        ))}
      </div>
    </fieldset>
  );
}
