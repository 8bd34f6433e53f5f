"use client";

import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToday } from "../session/me";
import { useWords } from "../words/words-provider";
import type { GoalDraft } from "./case-draft";

type Props = { draft: GoalDraft; set: (change: Partial<GoalDraft>) => void; showsMissing: boolean };

/** What was agreed, until when, and how it stands. */
export function GoalFields({ draft: { text, aimedOn, state, on, reason }, set, showsMissing }: Props) {
  const words = useWords().cases;
  const today = useToday();
  const lacking = (isLacking: boolean) => (showsMissing && isLacking ? words.missing : undefined);
  return (
    <>
      <TextField label={words.goalText} value={text} onChange={(next) => set({ text: next })} isRequired maxLength={500} error={lacking(text.trim() === "")} />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <DateField label={words.goalAimedOn} value={aimedOn} onChange={(next) => set({ aimedOn: next })} isRequired withCalendar={false} error={lacking(aimedOn === null)} />
        <Select label={words.goalState} choices={choicesOf(words.state)} value={state} onChange={(next) => set({ state: next, on: next === "open" ? null : (on ?? today) })} />
        {state !== "open" && (
          <DateField label={state === "reached" ? words.goalReachedOn : words.goalGivenUpOn} value={on} onChange={(next) => set({ on: next })} isRequired withCalendar={false} error={lacking(on === null)} />
        )}
      </div>
      {state === "given_up" && <TextField label={words.goalReason} value={reason} onChange={(next) => set({ reason: next })} isRequired maxLength={500} error={lacking(reason.trim() === "")} />}
    </>
  );
}
