"use client";

import { HOUSEHOLD_COMPOSITIONS, HOUSEHOLD_SITUATIONS, HOUSEHOLD_SORTS, type HouseholdComposition, type HouseholdSituation } from "@/domain/household-list";
import { SearchField } from "../ui/search-field";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { useWords } from "../words/words-provider";
import type { HouseholdFilters } from "./household-queries";

export type ListSearch = Omit<HouseholdFilters, "municipality">;

type Props = { search: ListSearch; onChange: (change: Partial<ListSearch>) => void };

const ANY = "any";

export function ListFilters({ search, onChange }: Props) {
  const { households: words, householdList } = useWords();
  const any = (text: string) => ({ id: ANY, text }) as const;
  const situations = [any(householdList.anyStatus), ...HOUSEHOLD_SITUATIONS.map((id) => ({ id, text: householdList.situation[id] }))];
  const compositions = [any(householdList.anyComposition), ...HOUSEHOLD_COMPOSITIONS.map((id) => ({ id, text: householdList.composition[id] }))];

  return (
    <div role="search" aria-label={householdList.filters} className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-2 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <div className="col-span-2 md:col-span-1">
        <SearchField label={words.search} placeholder={words.searchPlaceholder} value={search.q} onChange={(q) => onChange({ q })} />
      </div>
      <Select<HouseholdSituation | typeof ANY>
        label={householdList.statusLabel}
        choices={situations}
        value={search.status ?? ANY}
        onChange={(status) => onChange({ status: status === ANY ? null : status })}
      />
      <Select<HouseholdComposition | typeof ANY>
        label={householdList.compositionLabel}
        choices={compositions}
        value={search.composition ?? ANY}
        onChange={(composition) => onChange({ composition: composition === ANY ? null : composition })}
      />
      <div className="flex min-h-10 items-center"><Switch label={householdList.mine} isSelected={search.mine} onChange={(mine) => onChange({ mine })} /></div>
      <div className="md:hidden">
        <Select
          label={householdList.sortLabel}
          choices={HOUSEHOLD_SORTS.map((id) => ({ id, text: householdList.sort[id] }))}
          value={search.sort}
          onChange={(sort) => onChange({ sort, desc: null })}
        />
      </div>
    </div>
  );
}
