"use client";

import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";

type People = Pick<AvailabilitySearch, "adults" | "minorAges">;
type Props = { search: People; onChange: (people: People) => void };

const NEW_MINOR_AGE = 8;
const AGES = Array.from({ length: 18 }, (_, age) => age);

export function PeopleFields({ search: { adults, minorAges }, onChange }: Props) {
  const words = useWords().availability;
  const choices = AGES.map((age) => ({ id: String(age), text: words.age(age) }));

  function setMinors(count: number) {
    const ages = Array.from({ length: count }, (_, index) => minorAges[index] ?? NEW_MINOR_AGE);
    onChange({ adults: count === 0 ? Math.max(1, adults) : adults, minorAges: ages });
  }

  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-6">
        <NumberField
          label={words.adults}
          value={adults}
          minValue={minorAges.length > 0 ? 0 : 1}
          maxValue={12}
          onChange={(count) => Number.isFinite(count) && onChange({ adults: count, minorAges })}
        />
        <NumberField label={words.minors} value={minorAges.length} minValue={0} maxValue={10} onChange={(count) => Number.isFinite(count) && setMinors(count)} />
      </div>
      {minorAges.length > 0 && (
        <div className="grid grid-cols-2 gap-3">
          {minorAges.map((age, index) => (
            <Select
              key={index}
              label={words.minorAge(index + 1)}
              choices={choices}
              value={String(age)}
              onChange={(chosen) => onChange({ adults, minorAges: minorAges.map((old, at) => (at === index ? Number(chosen) : old)) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
