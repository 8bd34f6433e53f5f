"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useHouseholdBrief } from "../households/use-household-brief";
import { useWords } from "../words/words-provider";
import { nightsOf, type AvailabilitySearch } from "./availability-search";
import { SearchFields } from "./search-fields";
import type { SearchChange } from "./use-search";

const SearchSheet = dynamic(() => import("./search-sheet").then((module) => module.SearchSheet), { ssr: false });

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void; found: string };

/** One line of fields; on a phone one line of words, which opens the fields in a sheet. */
export function SearchForm({ search, onChange, found }: Props) {
  const words = useWords().availability;
  const [isOpen, setOpen] = useState(false);

  return (
    <div role="search" aria-label={words.searchForm} className="mb-4">
      <div className="sm:hidden">
        <SearchLine search={search} onPress={() => setOpen(true)} />
      </div>
      <form
        onSubmit={(event) => event.preventDefault()}
        className="grid grid-cols-1 gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3.5 max-sm:hidden sm:grid-cols-2 sm:px-5 lg:grid-cols-[284px_112px_minmax(0,1fr)] xl:grid-cols-[284px_112px_minmax(0,1fr)_auto_148px]"
      >
        <SearchFields search={search} onChange={onChange} />
      </form>
      {isOpen && <SearchSheet search={search} onChange={onChange} found={found} onClose={() => setOpen(false)} />}
    </div>
  );
}

function SearchLine({ search, onPress }: { search: AvailabilitySearch; onPress: () => void }) {
  const { availability: words } = useWords();
  const household = useHouseholdBrief(search.householdId);
  const nights = nightsOf(search);
  const chosen = search.features.length + (search.kind ? 1 : 0);
  const who = household?.name ?? (search.householdId ? words.household : words.people(search.adultGenders, search.minorAges));
  const rest = [nights > 0 ? words.nights(nights) : words.noNights, who, chosen > 0 ? words.filtersOn(chosen) : null].filter(Boolean).join(" · ");

  return (
    <Button onPress={onPress} aria-haspopup="dialog" className="flex w-full items-center gap-3 rounded-lg border border-field-line bg-surface px-4 py-2.5 text-start">
      <span className="min-w-0 flex-1">
        <span className="block text-md font-semibold">{words.period(search.from, search.until)}</span>
        <span className="block truncate text-ink-soft">{rest}</span>
      </span>
      <span className="inline-flex shrink-0 items-center gap-1.5 font-semibold text-brand">
        <SlidersHorizontal aria-hidden className="size-4" />
        {words.changeSearch}
      </span>
    </Button>
  );
}
