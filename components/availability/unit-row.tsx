"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useId, useState } from "react";
import type { Day } from "@/domain/day";
import { BedChips } from "../beds/bed-chips";
import type { Vacancy } from "../http/api-types";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { ChecksList } from "./checks-list";
import { freeLaterFrom } from "./later";
import { LaterVerdict, LaterWait } from "./later-verdict";
import { sharesByAge } from "./shares";
import { UnitLimit, UnitVerdict } from "./unit-verdict";

/** On a small laptop: the unit over its beds on the left, the answer in the middle, what can be done on the right. */
const MIDDLE = "min-w-0 lg:max-xl:col-[2/3]";
const UPPER = "lg:max-xl:row-[1/2]";
const LOWER = "lg:max-xl:row-[2/3]";
const BOTH = "lg:max-xl:row-[1/3]";

type Props = { item: Vacancy; people: number; arrival: Day; onAssign: ((item: Vacancy) => void) | null };

export function UnitRow({ item, people, arrival, onAssign }: Props) {
  const { availability: words, codes } = useWords();
  const [isOpen, setOpen] = useState(false);
  const checksId = useId();
  const fits = item.fits !== false;
  const later = freeLaterFrom(item);
  const traits = [codes.genderPolicy[item.genderPolicy], ...item.features.map((feature) => codes.feature[feature] ?? feature)];

  return (
    <li data-fits={fits} className={classes("border-b border-line-soft last:border-b-0", fits && "bg-positive-faint")}>
      <div className="grid grid-cols-2 items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_176px] lg:max-xl:gap-y-2 xl:grid-cols-[minmax(0,1fr)_164px_minmax(0,1.1fr)_124px_176px]">
        <div className="min-w-0">
          <h3 className="text-base font-semibold">
            {item.flat && item.flat !== item.unitName && `${item.flat} · `}
            {item.unitName} · {codes.letting[item.letting]}
          </h3>
          <p className="text-sm text-ink-faint">{traits.join(" · ")}</p>
        </div>
        <div className="lg:max-xl:col-[1/2] lg:max-xl:row-[2/3]"><BedChips beds={item.beds} /></div>
        {later === null ? (
          <div className={classes(MIDDLE, fits ? UPPER : BOTH, !fits && "col-span-2")}><UnitVerdict item={item} people={people} /></div>
        ) : (
          <>
            <div className={classes(MIDDLE, UPPER)}><LaterVerdict item={item} from={later} /></div>
            <div className={classes(MIDDLE, LOWER)}><LaterWait from={later} arrival={arrival} /></div>
          </>
        )}
        {fits && <div className={classes(MIDDLE, LOWER)}><UnitLimit item={item} /></div>}
        <div className="col-span-2 flex flex-wrap gap-2 lg:max-xl:col-[3/4] lg:max-xl:row-[1/3] lg:justify-end xl:col-span-1">
          {item.checks && item.checks.length > 0 && (
            <Button
              size="small"
              tone={fits ? "quiet" : "secondary"}
              aria-label={words.whyUnit(item.unitName, item.facilityName)}
              aria-expanded={isOpen}
              aria-controls={checksId}
              onPress={() => setOpen(!isOpen)}
            >
              {words.why}
              {isOpen ? <ChevronUp aria-hidden className="size-4" /> : <ChevronDown aria-hidden className="size-4" />}
            </Button>
          )}
          {fits && onAssign && (
            <Button size="small" tone="primary" aria-haspopup="dialog" aria-label={words.assignUnit(item.unitName, item.facilityName)} onPress={() => onAssign(item)}>
              {words.assign}
            </Button>
          )}
          {later !== null && onAssign && (
            <Button size="small" aria-label={words.assignUnitFrom(item.unitName, item.facilityName, later)} onPress={() => onAssign(item)}>
              {words.assignFrom(later)}
            </Button>
          )}
        </div>
      </div>
      <div id={checksId} hidden={!isOpen} className="border-t border-line-soft bg-sunken px-4 py-3 sm:px-5">
        {isOpen && <ChecksList checks={item.checks ?? []} label={words.checksOf(item.unitName)} />}
        {isOpen && item.sharedWith.length > 0 && <p className="mt-2 text-ink-soft first-letter:uppercase">{sharesByAge(item.sharedWith, words)}.</p>}
      </div>
    </li>
  );
}
