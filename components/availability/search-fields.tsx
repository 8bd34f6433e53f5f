"use client";

import { FACILITY_KINDS, type FacilityKind } from "@/domain/housing";
import { DateRangeField } from "../ui/date-range-field";
import { Select } from "../ui/select";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { ASKED_FEATURES, nightsOf, type AvailabilitySearch } from "./availability-search";
import { NightsField } from "./nights-field";
import { PartyField } from "./party-field";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void };

/** What can be asked, field by field: how they stand is for their frame to say. */
export function SearchFields({ search, onChange }: Props) {
  const { availability: words, codes } = useWords();
  const kinds: { id: FacilityKind | "all"; text: string }[] = [
    { id: "all", text: words.allKinds },
    ...FACILITY_KINDS.map((id) => ({ id, text: codes.kind[id] })),
  ];

  return (
    <>
      <DateRangeField
        label={words.dates}
        value={{ from: search.from, until: search.until }}
        onChange={onChange}
        error={nightsOf(search) > 0 ? undefined : words.datesWrong}
      />
      <NightsField search={search} onChange={onChange} />
      <PartyField search={search} onChange={onChange} />
      <div className="lg:max-xl:col-span-2">
        <ToggleChips
          label={words.needs}
          choices={ASKED_FEATURES.map((id) => ({ id, text: codes.feature[id] ?? id }))}
          value={search.features}
          onChange={(features) => onChange({ features })}
        />
      </div>
      <Select label={words.kind} choices={kinds} value={search.kind ?? "all"} onChange={(kind) => onChange({ kind: kind === "all" ? null : kind })} />
    </>
  );
}
