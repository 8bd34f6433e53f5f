"use client";

import { Users, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useRef } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import { useHouseholdBrief } from "../households/use-household-brief";
import { IconButton } from "../ui/button";
import { Popover } from "../ui/popover";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";
import type { SearchChange } from "./use-search";

const PartyChoice = dynamic(() => import("./party-choice").then((module) => module.PartyChoice), { ssr: false });

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void };

/** For whom: a household that is registered, or so many people of such ages. */
export function PartyField({ search, onChange }: Props) {
  const words = useWords().availability;
  const household = useHouseholdBrief(search.householdId);
  const labelId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  // The list of households goes together with what holds it, and takes the focus along.
  const done = (close: () => void) => {
    close();
    requestAnimationFrame(() => trigger.current?.focus());
  };

  return (
    <div className="min-w-0">
      <span id={labelId} className="mb-1 block text-sm font-semibold text-ink-soft">{words.who}</span>
      <div className="relative">
        <DialogTrigger>
          <Button ref={trigger} aria-describedby={labelId} className={search.householdId ? "field-box pe-10! pointer-coarse:pe-12!" : "field-box"}>
            <Users aria-hidden className="size-4 shrink-0 text-ink-faint" />
            {household ? (
              <span className="min-w-0 leading-4.5">
                <b className="block truncate font-semibold">{household.name}</b>
                <span className="block truncate text-sm text-ink-soft">{words.composition(household.adults, household.minors)}</span>
              </span>
            ) : (
              <span className="min-w-0 truncate">{search.householdId ? words.household : words.people(search.adultGenders, search.minorAges)}</span>
            )}
          </Button>
          <Popover placement="bottom start" className="w-[min(400px,calc(100vw-32px))]">
            <Dialog aria-label={words.whoDialog} className="p-4 outline-none">
              {({ close }) => <PartyChoice search={search} onChange={onChange} onDone={() => done(close)} />}
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
