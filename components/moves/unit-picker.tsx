"use client";

import { useState } from "react";
import type { Stay, Vacancy } from "../http/api-types";
import { ComboBox } from "../ui/combo-box";
import { useWords } from "../words/words-provider";
import { isHere } from "./offers";

type Props = { offers: Vacancy[]; movers: Stay[]; onChoose: (unitId: string) => void; error?: string };

/** One of the units that are offered, found by its name or its facility's. */
export function UnitPicker({ offers, movers, onChoose, error }: Props) {
  const { moves: words, codes } = useWords();
  const [text, setText] = useState("");
  const sought = text.trim().toLocaleLowerCase();
  const items = offers.map((vacancy) => ({ id: vacancy.unitId, vacancy, name: words.unit(vacancy.unitName, vacancy.facilityName) }));

  return (
    <ComboBox
      label={words.findUnit}
      placeholder={words.findUnitHint}
      error={error}
      items={items.filter(({ name }) => name.toLocaleLowerCase().includes(sought))}
      textOf={({ name }) => name}
      render={({ name, vacancy }) => (
        <span className="block">
          <span className="block font-semibold">{name}</span>
          <span className="block text-sm text-ink-faint">
            {[
              codes.letting[vacancy.letting], codes.genderPolicy[vacancy.genderPolicy], words.freeBeds(vacancy.freeBedCount),
              isHere(vacancy, movers) && words.isHere, vacancy.fits === false && words.needsOverride,
            ].filter(Boolean).join(" · ")}
          </span>
        </span>
      )}
      inputValue={text}
      onInputChange={setText}
      onChoose={({ id }) => onChoose(id)}
      emptyText={words.noUnitNamed}
      isRequired
    />
  );
}
