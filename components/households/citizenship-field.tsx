"use client";

import { useMemo, useState } from "react";
import { ComboBox } from "../ui/combo-box";
import { ToggleChips } from "../ui/toggle-chips";
import { useLocale, useWords } from "../words/words-provider";
import { countriesIn, countryName } from "./countries";

/** The citizenships the services meet most: one touch instead of a search. */
const FREQUENT = ["IT", "MA", "NG", "UA", "RO", "AL", "BD", "TN"];

type Props = { value: string | null; onChange: (code: string | null) => void; error?: string; withFrequent?: boolean };

export function CitizenshipField({ value, onChange, error, withFrequent = false }: Props) {
  const words = useWords().households;
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const nameOf = (code: string) => countryName(code, locale, words.stateless);
  const text = typed ?? (value ? nameOf(value) : "");
  const countries = useMemo(() => countriesIn(locale, words.stateless), [locale, words.stateless]);
  const sought = text.trim().toLocaleLowerCase(locale);
  const found = value ? countries : countries.filter((country) => country.text.toLocaleLowerCase(locale).includes(sought));

  function type(next: string) {
    setTyped(next);
    if (value !== null && next !== nameOf(value)) onChange(null);
  }

  function choose(code: string | null) {
    setTyped(null);
    onChange(code);
  }

  return (
    <div className="space-y-2">
      <ComboBox
        label={words.citizenship}
        placeholder={words.citizenshipHint}
        error={error}
        items={found}
        chosen={value}
        textOf={(country) => country.text}
        inputValue={text}
        onInputChange={type}
        onChoose={({ id }) => choose(id)}
        emptyText={words.citizenshipUnknown}
      />
      {withFrequent && (
        <ToggleChips
          label={words.citizenshipFrequent}
          choices={FREQUENT.map((id) => ({ id, text: nameOf(id) }))}
          value={value && FREQUENT.includes(value) ? [value] : []}
          onChange={([code]) => choose(code ?? null)}
          isSingle
        />
      )}
    </div>
  );
}
