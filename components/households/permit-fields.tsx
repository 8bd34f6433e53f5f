"use client";

import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import type { DraftField, MemberDraft } from "./member-draft";

type Props = { draft: MemberDraft; set: (change: Partial<MemberDraft>) => void; errorOf: (field: DraftField, path?: string) => string | undefined };

/** The residence document, where the citizenship asks for one. */
export function PermitFields({ draft, set, errorOf }: Props) {
  const { households: words, codes } = useWords();
  return (
    <div>
      <Checkbox label={words.hasPermit} isSelected={draft.hasPermit} onChange={(hasPermit) => set({ hasPermit })} />
      {draft.hasPermit && (
        <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
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
            withCalendar={false}
            error={errorOf("permitExpiresOn", "residencePermit.expiresOn")}
          />
          <DateField
            label={words.permitRenewal}
            hint={words.optional}
            value={draft.permitRenewalRequestedOn}
            onChange={(permitRenewalRequestedOn) => set({ permitRenewalRequestedOn })}
            withCalendar={false}
          />
        </div>
      )}
    </div>
  );
}
