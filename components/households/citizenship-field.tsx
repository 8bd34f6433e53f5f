"use client";

import { useMemo, useState } from "react";
import { ComboBox } from "../ui/combo-box";
import { useLocale, useWords } from "../words/words-provider";
import { countriesIn, countryName } from "./countries";

type Props = { value: string | null; onChange: (code: string | null) => void; error?: string };

export function CitizenshipField({ value, onChange, error }: Props) {
  const words = useWords().households;
  const locale = useLocale();
  const [text, setText] = useState(value ? countryName(value, locale, words.stateless) : "");
  const countries = useMemo(() => countriesIn(locale, words.stateless), [locale, words.stateless]);
  const sought = text.trim().toLocaleLowerCase(locale);
  const found = value ? countries : countries.filter((country) => country.text.toLocaleLowerCase(locale).includes(sought));

  function type(next: string) {
    setText(next);
    if (value !== null && next !== countryName(value, locale, words.stateless)) onChange(null);
  }

  return (
    <ComboBox
      label={words.citizenship}
      placeholder={words.citizenshipHint}
      error={error}
      items={found}
      chosen={value}
      textOf={(country) => country.text}
      inputValue={text}
      onInputChange={type}
      onChoose={(country) => {
        onChange(country.id);
        setText(country.text);
      }}
      emptyText={words.citizenshipUnknown}
    />
  );
}
