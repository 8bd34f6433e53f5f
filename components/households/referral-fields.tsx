"use client";

import { REFERRAL_SOURCES, type ReferralSource } from "@/domain/people";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { isUrgencyMissing, type ReferralDraft } from "./registration";

const URGENCIES = ["1", "2", "3"];
const NOT_GIVEN = "none";

type Props = {
  draft: ReferralDraft;
  onChange: (draft: ReferralDraft) => void;
  showsMissing: boolean;
  /** Where there is one in any case. */
  isRequired?: boolean;
};

/** Where the household comes from, and how urgent it is. */
export function ReferralFields({ draft, onChange, showsMissing, isRequired = false }: Props) {
  const { householdFile: words, householdList, households } = useWords();
  const set = (change: Partial<ReferralDraft>) => onChange({ ...draft, ...change });
  const sources = REFERRAL_SOURCES.map((id) => ({ id: id as ReferralSource | typeof NOT_GIVEN, text: words.source[id] }));
  const isMissing = showsMissing && isUrgencyMissing(draft);

  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Select<ReferralSource | typeof NOT_GIVEN>
        label={words.sourceLabel}
        choices={isRequired ? sources : [{ id: NOT_GIVEN, text: households.notGiven }, ...sources]}
        value={draft.source ?? (isRequired ? null : NOT_GIVEN)}
        onChange={(source) => set({ source: source === NOT_GIVEN ? null : source })}
        isRequired={isRequired}
        error={isRequired && showsMissing && draft.source === null ? households.missing : undefined}
      />
      {(isRequired || draft.source !== null) && (
        <>
          <div data-invalid={isMissing || undefined}>
            <ToggleChips
              label={words.urgencyLabel}
              choices={URGENCIES.map((id) => ({ id, text: householdList.urgency[Number(id)] ?? id }))}
              value={draft.urgency === null ? [] : [String(draft.urgency)]}
              onChange={([urgency]) => set({ urgency: urgency === undefined ? null : Number(urgency) })}
              isSingle
            />
            {isMissing && <p className="mt-1 text-sm font-semibold text-negative">{words.urgencyMissing}</p>}
          </div>
          <div className="sm:col-span-2">
            <TextField label={words.note} hint={households.optional} lines={2} maxLength={2000} value={draft.note} onChange={(note) => set({ note })} />
          </div>
        </>
      )}
    </div>
  );
}
