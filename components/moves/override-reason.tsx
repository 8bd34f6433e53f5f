"use client";

import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";

type Props = { value: string; onChange: (reason: string) => void; isRequired?: boolean; isMissing?: boolean };

/** For whoever may set a condition aside: why it is done stays with the placement. */
export function OverrideReason({ value, onChange, isRequired, isMissing }: Props) {
  const { extensions, moves: words } = useWords();
  return <TextField label={extensions.override} hint={words.overrideHint} lines={2} maxLength={2000} isRequired={isRequired} value={value} onChange={onChange} error={isMissing ? words.overrideNeeded : undefined} />;
}
