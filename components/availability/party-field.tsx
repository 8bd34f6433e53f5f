"use client";

import { Users, X } from "lucide-react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import { HouseholdPicker } from "../households/household-picker";
import { useHouseholdBrief } from "../households/use-household-brief";
import { Button as OurButton, IconButton } from "../ui/button";
import { Popover } from "../ui/popover";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";
import { PeopleFields } from "./people-fields";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void; maySeeHouseholds: boolean };

/** For whom: a household that is registered, or so many people of such ages. */
export function PartyField({ search, onChange, maySeeHouseholds }: Props) {
  const words = useWords().availability;
  const household = useHouseholdBrief(search.householdId);

  return (
    <div className="min-w-0">
      <span id="per-chi" className="mb-1 block text-sm font-semibold text-ink-soft">{words.who}</span>
      <div className="relative">
        <DialogTrigger>
          <Button aria-describedby="per-chi" className={search.householdId ? "field-box pe-10! pointer-coarse:pe-12!" : "field-box"}>
            <Users aria-hidden className="size-4 shrink-0 text-ink-faint" />
            <span className="min-w-0 truncate">
              {household ? (
                <><b className="font-semibold">{household.name}</b> · {words.composition(household.adults, household.minors)}</>
              ) : search.householdId ? words.household : words.people(search.adultGenders, search.minorAges)}
            </span>
          </Button>
          <Popover placement="bottom start" className="w-[min(400px,calc(100vw-32px))]">
            <Dialog aria-label={words.whoDialog} className="space-y-4 p-4 outline-none">
              {({ close }) => (
                <>
                  {maySeeHouseholds && (
                    <HouseholdPicker label={words.findHousehold} onChoose={({ id }) => { onChange({ householdId: id }); close(); }} />
                  )}
                  {maySeeHouseholds && (
                    <p className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                      {words.orDescribe}
                    </p>
                  )}
                  <PeopleFields search={search} onChange={(change) => onChange({ ...change, householdId: null })} />
                  <div className="flex justify-end"><OurButton size="small" onPress={close}>{words.done}</OurButton></div>
                </>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
        {search.householdId && (
          <div className="absolute inset-y-0 end-1 flex items-center">
            <IconButton aria-label={words.removeHousehold} onPress={() => onChange({ householdId: null })}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        )}
      </div>
    </div>
  );
}
