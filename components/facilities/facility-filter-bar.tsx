"use client";

import type { Organisation } from "../http/api-types";
import { choicesOf } from "../ui/choices";
import { SearchField } from "../ui/search-field";
import { Select } from "../ui/select";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { type FacilityFilters, OWN } from "./facility-filters";

type Props = { filters: FacilityFilters; onChange: (changed: Partial<FacilityFilters>) => void; organisations: Organisation[] };

const ANY = "any";
const SWITCHES = ["withFree", "unconfirmed", "showClosed"] as const;

export function FacilityFilterBar({ filters, onChange, organisations }: Props) {
  const { facilities: words, codes } = useWords();
  const { filter } = words;
  const orNone = (value: string) => (value === ANY ? null : value);
  return (
    <section aria-label={words.filters} className="mb-4 grid grid-cols-2 gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3 sm:px-5 xl:grid-cols-[minmax(0,1fr)_220px_240px_auto] xl:items-end">
      <div className="max-xl:col-span-2"><SearchField label={filter.name} placeholder={filter.name} value={filters.name} onChange={(name) => onChange({ name })} /></div>
      <Select label={words.kind} choices={[{ id: ANY, text: filter.anyKind }, ...choicesOf(codes.kind)]} value={filters.kind ?? ANY} onChange={(kind) => onChange({ kind: orNone(kind) })} />
      <Select
        label={words.organisation}
        choices={[{ id: ANY, text: filter.anyOrganisation }, { id: OWN, text: words.ownManagement }, ...organisations.map(({ id, name: text }) => ({ id, text }))]}
        value={filters.organisation ?? ANY}
        onChange={(organisation) => onChange({ organisation: orNone(organisation) })}
      />
      <div className="max-xl:col-span-2"><ToggleChips
        label={words.filters}
        isLabelHidden
        choices={SWITCHES.map((id) => ({ id: id as string, text: filter[id] }))}
        value={SWITCHES.filter((id) => filters[id])}
        onChange={(on) => onChange(Object.fromEntries(SWITCHES.map((id) => [id, on.includes(id)])))}
      /></div>
    </section>
  );
}
