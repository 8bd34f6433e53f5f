"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useId } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import { Popover } from "../ui/popover";
import { useWords } from "../words/words-provider";
import { nightsOf, type AvailabilitySearch } from "./availability-search";
import type { SearchChange } from "./use-search";

const NightsChoice = dynamic(() => import("./nights-choice").then((module) => module.NightsChoice), { ssr: false });

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void };

/** The same period by its length: typed, or one of the usual ones. */
export function NightsField({ search, onChange }: Props) {
  const words = useWords().availability;
  const labelId = useId();
  const nights = nightsOf(search);

  return (
    <div>
      <span id={labelId} className="mb-1 block text-sm font-semibold text-ink-soft">{words.nightsLabel}</span>
      <DialogTrigger>
        <Button aria-describedby={labelId} className="field-box">
          <span className="flex-1 whitespace-nowrap">{nights > 0 ? words.nights(nights) : words.noNights}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </Button>
        <Popover placement="bottom start" className="w-60">
          <Dialog aria-label={words.nightsDialog} className="p-4 outline-none">
            {({ close }) => <NightsChoice search={search} onChange={onChange} onDone={close} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
