"use client";

import { HouseholdPicker } from "../households/household-picker";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";
import { PeopleFields } from "./people-fields";
import { useSearchedMunicipality } from "./searched-municipality";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void; onDone: () => void };

export function PartyChoice({ search, onChange, onDone }: Props) {
  const words = useWords().availability;
  const maySeeHouseholds = useSearchedMunicipality(search.municipality).permissions.includes("household.read");

  return (
    <div className="space-y-4">
      {maySeeHouseholds && (
        <>
          <HouseholdPicker
            label={words.findHousehold}
            municipality={search.municipality}
            onChoose={({ id }) => { onChange({ householdId: id }); onDone(); }}
          />
          <p className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {words.orDescribe}
          </p>
        </>
      )}
      <PeopleFields search={search} onChange={(change) => onChange({ ...change, householdId: null })} />
      <div className="flex justify-end"><Button size="small" onPress={onDone}>{words.done}</Button></div>
    </div>
  );
}
