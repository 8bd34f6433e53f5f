"use client";

import { hasLease } from "@/domain/cases";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { isRank, type PathDraft } from "./case-draft";

type Props = { draft: PathDraft; set: (change: Partial<PathDraft>) => void; showsMissing: boolean };

/** A way out, with what its kind has: a list and a place on it, a lease. */
export function ExitPathFields({ draft, set, showsMissing }: Props) {
  const words = useWords().cases;
  const { kind, listName, rank, note } = draft;
  const lacking = (isLacking: boolean) => (showsMissing && isLacking ? words.missing : undefined);
  return (
    <>
      <Select label={words.kind} choices={choicesOf(words.exitPath)} value={kind} onChange={(next) => set({ kind: next })} isRequired error={lacking(kind === null)} />
      {kind === "social_housing" && (
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.listName} value={listName} onChange={(next) => set({ listName: next })} maxLength={200} error={lacking(listName.trim() === "" && rank.trim() !== "")} />
          <TextField label={words.rank} value={rank} onChange={(next) => set({ rank: next })} inputMode="numeric" maxLength={6} error={showsMissing && !isRank(rank) ? words.rankWrong : undefined} />
        </div>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <DateField label={words.pathStartedOn} value={draft.startedOn} onChange={(startedOn) => set({ startedOn })} withCalendar={false} />
        <DateField label={words.pathExpectedOn} value={draft.expectedOn} onChange={(expectedOn) => set({ expectedOn })} withCalendar={false} />
        {kind !== null && hasLease(kind) && <DateField label={words.pathLeaseOn} value={draft.leaseSignedOn} onChange={(leaseSignedOn) => set({ leaseSignedOn })} withCalendar={false} />}
      </div>
      <TextField label={words.note} value={note} onChange={(next) => set({ note: next })} maxLength={2000} lines={2} isRequired={kind === "other"} error={lacking(kind === "other" && note.trim() === "")} />
    </>
  );
}
