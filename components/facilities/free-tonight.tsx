"use client";

import { BedDouble } from "lucide-react";
import { MeterBar } from "../ui/meter-bar";
import { useWords } from "../words/words-provider";

type Props = { free: number; all: number };

/** Free beds tonight as a number and a bar. */
export function FreeTonight({ free, all }: Props) {
  const words = useWords().facilities;
  return (
    <div className="flex items-center gap-3">
      <span className={`inline-flex min-w-22 items-center gap-1.5 font-semibold whitespace-nowrap ${free > 0 ? "text-positive" : "text-ink-faint"}`}>
        <BedDouble aria-hidden className="size-4" />
        {words.freeTonight(free, all)}
      </span>
      <div className="w-20 max-md:hidden">
        <MeterBar label={words.column.tonight} value={all - free} max={all} valueLabel={words.freeTonightLong(free, all)} />
      </div>
    </div>
  );
}
