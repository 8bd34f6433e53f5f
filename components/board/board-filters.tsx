"use client";

import { useQuery } from "@tanstack/react-query";
import type { FacilityKind } from "@/domain/housing";
import type { Day } from "@/domain/day";
import { ASKED_FEATURES } from "../availability/availability-search";
import { facilityQueries } from "../facilities/facility-queries";
import { useMunicipality } from "../session/me";
import { choicesOf } from "../ui/choices";
import { Select } from "../ui/select";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import type { BoardSearch } from "./board-search";

type Props = {
  search: BoardSearch;
  /** The day for which "free" is meant; null for tonight. */
  freeOn: Day | null;
  onChange: (change: Partial<BoardSearch>) => void;
};

const ALL = "all";

export function BoardFilters({ search, freeOn, onChange }: Props) {
  const { board: words, codes, facilities } = useWords();
  const { data } = useQuery(facilityQueries.list(useMunicipality().code));
  const facilityChoices = [{ id: ALL, text: words.everyFacility }, ...(data?.items ?? []).map(({ id, name: text }) => ({ id, text }))];
  const kinds: { id: FacilityKind | typeof ALL; text: string }[] = [{ id: ALL, text: words.everyKind }, ...choicesOf(codes.kind)];
  return (
    <section data-no-print aria-label={words.filters} className="mb-3 grid grid-cols-2 items-end gap-x-4 gap-y-2 sm:flex sm:flex-wrap">
      <div className="min-w-0 sm:w-60"><Select label={facilities.page} isLabelHidden choices={facilityChoices} value={search.facilityId ?? ALL} onChange={(id) => onChange({ facilityId: id === ALL ? null : id })} /></div>
      <div className="min-w-0 sm:w-52"><Select label={facilities.kind} isLabelHidden choices={kinds} value={search.kind ?? ALL} onChange={(id) => onChange({ kind: id === ALL ? null : id })} /></div>
      <div className="max-sm:col-span-2">
        <ToggleChips
          label={words.only}
          isLabelHidden
          isSingle
          choices={[{ id: "free" as const, text: freeOn ? words.freeOn(freeOn) : words.freeTonight }, { id: "overdue" as const, text: words.overdueOnly }]}
          value={search.only ? [search.only] : []}
          onChange={([only = null]) => onChange({ only })}
        />
      </div>
      <div className="max-sm:col-span-2">
        <ToggleChips label={words.needs} isLabelHidden choices={ASKED_FEATURES.map((id) => ({ id, text: codes.feature[id] ?? id }))} value={search.features} onChange={(features) => onChange({ features })} />
      </div>
    </section>
  );
}
