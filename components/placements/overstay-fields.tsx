"use client";

import { Alert } from "../ui/alert";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";

export type OverstayDraft = { authorised: "yes" | "no" | null; note: string };

/** What is sent of it: nothing where nobody says, "half" where one of the two is missing. */
export function toldOverstay({ authorised, note }: OverstayDraft): { authorised: boolean; note: string } | null | "half" {
  const why = note.trim();
  if (authorised === null && why === "") return null;
  return authorised === null || why === "" ? "half" : { authorised: authorised === "yes", note: why };
}

type Props = { nights: number; value: OverstayDraft; onChange: (value: OverstayDraft) => void; hasTried: boolean };

/** Nights after the limit: whether somebody had agreed to them, and why. Whoever does not know leaves it. */
export function OverstayFields({ nights, value, onChange, hasTried }: Props) {
  const words = useWords().placements;
  const isHalf = hasTried && toldOverstay(value) === "half";
  return (
    <>
      <Alert tone="warning">{words.overstay(nights)}</Alert>
      <RadioGroup
        label={words.overstayAuthorised}
        choices={[{ id: "yes", text: words.overstayYes }, { id: "no", text: words.overstayNo }]}
        value={value.authorised}
        onChange={(authorised) => onChange({ ...value, authorised })}
        error={isHalf && value.authorised === null ? words.overstayWhich : undefined}
      />
      <TextField label={words.overstayNote} value={value.note} onChange={(note) => onChange({ ...value, note })} lines={2} maxLength={2000} error={isHalf && value.note.trim() === "" ? words.overstayWhy : undefined} />
    </>
  );
}
