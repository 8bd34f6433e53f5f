"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "react-aria-components";
import { Dialog } from "../ui/dialog";
import { useWords } from "../words/words-provider";
import { barEntry, PlaceLink } from "./place-link";
import { isWithin, type Place } from "./places";

/** What finds no room in the bar of a phone, in a sheet from below. */
export function MorePlaces({ places }: { places: Place[] }) {
  const words = useWords().shell;
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);

  return (
    <>
      <Button onPress={() => setOpen(true)} aria-haspopup="dialog" className={barEntry(places.some(({ href }) => isWithin(path, href)))}>
        <Ellipsis aria-hidden className="size-5" />
        {words.more}
      </Button>
      <Dialog title={words.more} closeLabel={words.close} isOpen={isOpen} onClose={close} isDismissable>
        <ul className="-mx-2 pb-[env(safe-area-inset-bottom)]">
          {places.map((place) => <li key={place.href}><PlaceLink place={place} look="row" onFollow={close} /></li>)}
        </ul>
      </Dialog>
    </>
  );
}
