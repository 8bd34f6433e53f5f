"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { FACILITY_KINDS, type FacilityKind } from "@/domain/housing";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { DateRangeField } from "../ui/date-range-field";
import { Select } from "../ui/select";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { ASKED_FEATURES, nightsOf, type AvailabilitySearch } from "./availability-search";
import { PartyField } from "./party-field";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void };

export function SearchForm({ search, onChange }: Props) {
  const { availability: words, codes } = useWords();
  const maySeeHouseholds = useMay("household.read");
  const nights = nightsOf(search);
  const chosen = search.features.length + (search.kind ? 1 : 0);
  const [hasMore, setMore] = useState(false);
  const kinds: { id: FacilityKind | "all"; text: string }[] = [
    { id: "all", text: words.allKinds },
    ...FACILITY_KINDS.map((id) => ({ id, text: codes.kind[id] })),
  ];

  return (
    <form
      role="search"
      aria-label={words.searchForm}
      onSubmit={(event) => event.preventDefault()}
      className="mb-4 grid grid-cols-1 gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3.5 sm:grid-cols-2 sm:px-5 xl:grid-cols-[340px_minmax(0,1fr)_auto_152px]"
    >
      <DateRangeField
        label={words.dates}
        value={{ from: search.from, until: search.until }}
        onChange={onChange}
        summary={nights > 0 ? words.nights(nights) : undefined}
        error={nights > 0 ? undefined : words.datesWrong}
      />
      <PartyField search={search} onChange={onChange} maySeeHouseholds={maySeeHouseholds} />
      <div className="sm:hidden">
        <Button size="small" tone="quiet" isWide aria-expanded={hasMore} onPress={() => setMore(!hasMore)}>
          <SlidersHorizontal aria-hidden className="size-4" />
          {words.moreFilters}
          {chosen > 0 && ` · ${words.filtersOn(chosen)}`}
        </Button>
      </div>
      <div className={hasMore ? "contents" : "contents max-sm:hidden"}>
        <ToggleChips
          label={words.needs}
          choices={ASKED_FEATURES.map((id) => ({ id, text: codes.feature[id] ?? id }))}
          value={search.features}
          onChange={(features) => onChange({ features })}
        />
        <Select label={words.kind} choices={kinds} value={search.kind ?? "all"} onChange={(kind) => onChange({ kind: kind === "all" ? null : kind })} />
      </div>
    </form>
  );
}
