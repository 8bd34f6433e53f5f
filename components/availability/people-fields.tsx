"use client";

import { choicesOf } from "../ui/choices";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";

type People = Pick<AvailabilitySearch, "adults" | "adultGenders" | "minorAges">;
type Props = { search: People; onChange: (people: People) => void };

const NEW_MINOR_AGE = 8;
const AGES = Array.from({ length: 18 }, (_, age) => age);

export function PeopleFields({ search: { adults, adultGenders, minorAges }, onChange }: Props) {
  const words = useWords().availability;
  const choices = AGES.map((age) => ({ id: String(age), text: words.age(age) }));

  function setMinors(count: number) {
    const ages = Array.from({ length: count }, (_, index) => minorAges[index] ?? NEW_MINOR_AGE);
    onChange({ adults: count === 0 ? Math.max(1, adults) : adults, adultGenders, minorAges: ages });
  }

  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-6">
        <NumberField
          label={words.adults}
          value={adults}
          minValue={minorAges.length > 0 ? 0 : 1}
          maxValue={12}
          onChange={(count) => Number.isFinite(count) && onChange({ adults: count, adultGenders: adultGenders.slice(0, count), minorAges })}
        />
        <NumberField label={words.minors} value={minorAges.length} minValue={0} maxValue={10} onChange={(count) => Number.isFinite(count) && setMinors(count)} />
      </div>
      {adults + minorAges.length > 0 && (
        <div className="grid grid-cols-2 gap-3">
          {adultGenders.map((gender, index) => (
            <Select
              key={`adult-${index}`}
              label={words.adultGender(index + 1)}
              choices={choicesOf(words.adultGenders)}
              value={gender}
              onChange={(chosen) => onChange({ adults, adultGenders: adultGenders.map((old, at) => (at === index ? chosen : old)), minorAges })}
            />
          ))}
          {minorAges.map((age, index) => (
            <Select
              key={`minor-${index}`}
              label={words.minorAge(index + 1)}
              choices={choices}
              value={String(age)}
              onChange={(chosen) => onChange({ adults, adultGenders, minorAges: minorAges.map((old, at) => (at === index ? Number(chosen) : old)) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
