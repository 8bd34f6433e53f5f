"use client";

import { Check, UserRound } from "lucide-react";
import type { Vacancy } from "../http/api-types";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { shortBedName } from "./bed-name";

/** One chip for each bed of a unit; free ones stand out by colour and check. */
export function BedChips({ beds }: Pick<Vacancy, "beds">) {
  const words = useWords().availability;
  const summary = words.freeOf(beds.filter(({ isFree }) => isFree).length, beds.length);

  return (
    <div>
      <ul aria-label={summary} className="flex flex-wrap gap-1">
        {beds.map(({ id, name, isFree }) => (
          <li
            key={id}
            className={classes(
              "inline-flex h-6 min-w-6 items-center justify-center gap-0.5 rounded-md px-1 text-xs font-bold",
              isFree ? "bg-positive-soft text-positive shadow-[inset_0_0_0_1.5px_currentColor]" : "bg-muted text-ink-faint",
            )}
          >
            <span className="sr-only">{isFree ? words.bedFree(shortBedName(name)) : words.bedTaken(shortBedName(name))}</span>
            {isFree ? <Check aria-hidden className="size-3" strokeWidth={3.5} /> : <UserRound aria-hidden className="size-3" strokeWidth={2.5} />}
            <span aria-hidden>{shortBedName(name)}</span>
          </li>
        ))}
      </ul>
      <p aria-hidden className="mt-1 text-xs text-ink-faint">{summary}</p>
    </div>
  );
}
