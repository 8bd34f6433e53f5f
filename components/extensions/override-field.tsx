"use client";

import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";

type Props = { value: string; onChange: (reason: string) => void };

/** For whoever may set the rule aside: why it is done stays with it. */
export function OverrideField({ value, onChange }: Props) {
  const words = useWords().extensions;
  return <TextField label={words.override} hint={words.overrideHint} lines={2} maxLength={2000} value={value} onChange={onChange} />;
}
