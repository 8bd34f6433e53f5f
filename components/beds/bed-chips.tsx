"use client";

import { Check, UserRound } from "lucide-react";
import type { FreeBed } from "../http/api-types";
import { useWords } from "../words/words-provider";

type Props = { free: FreeBed[]; bedCount: number };

/** One chip for each bed: free ones with name and check, then the others. */
export function BedChips({ free, bedCount }: Props) {
  const words = useWords().availability;
  const taken = Math.max(0, bedCount - free.length);

  return (
    <div>
      <ul aria-label={words.freeOf(free.length, bedCount)} className="flex flex-wrap gap-1">
        {free.map(({ id, name }) => (
          <li
            key={id}
            className="inline-flex h-6 min-w-6 items-center justify-center gap-0.5 rounded-md bg-positive-soft px-1 text-xs font-bold text-positive shadow-[inset_0_0_0_1.5px_currentColor]"
          >
            <span className="sr-only">{words.bedFree(name)}</span>
            <Check aria-hidden className="size-3" strokeWidth={3.5} />
            <span aria-hidden>{name}</span>
          </li>
        ))}
        {Array.from({ length: taken }, (_, index) => (
          <li key={index} className="inline-flex h-6 min-w-6 items-center justify-center rounded-md bg-muted text-ink-faint">
            <span className="sr-only">{words.bedTaken}</span>
            <UserRound aria-hidden className="size-3.5" />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-faint">{words.freeOf(free.length, bedCount)}</p>
    </div>
  );
}
