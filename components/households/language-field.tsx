"use client";

import { Select } from "../ui/select";
import { useHydrated } from "../ui/use-hydrated";
import { useLocale, useWords } from "../words/words-provider";
import { languageName, languagesIn } from "./languages";

const NOT_GIVEN = "none";

type Props = { value: string | null; onChange: (code: string | null) => void; error?: string };

export function LanguageField({ value, onChange, error }: Props) {
  const words = useWords().households;
  const locale = useLocale();
  // Server and browser may call a language by different names.
  const known = useHydrated() ? languagesIn(locale) : [];
  const choices = [
    { id: NOT_GIVEN, text: words.notGiven },
    ...(value && !known.some(({ id }) => id === value) ? [{ id: value, text: languageName(value, locale) }] : []),
    ...known,
  ];
  return <Select label={words.language} choices={choices} value={value ?? NOT_GIVEN} onChange={(code) => onChange(code === NOT_GIVEN ? null : code)} error={error} />;
}
