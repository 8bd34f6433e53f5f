"use client";

import { Ban, Check, CircleDashed, Clock, TriangleAlert, UserRound, type LucideIcon } from "lucide-react";
import type { BedTonight, FacilityBed } from "../http/api-types";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { shortBedName } from "./bed-name";

const LOOKS: Record<BedTonight, { icon: LucideIcon; look: string }> = {
  free: { icon: Check, look: "bg-positive-soft text-positive shadow-[inset_0_0_0_1.5px_currentColor]" },
  taken: { icon: UserRound, look: "bg-muted text-ink-soft" },
  closed: { icon: Ban, look: "bg-warning-soft text-warning" },
  not_open: { icon: CircleDashed, look: "text-ink-faint shadow-[inset_0_0_0_1px_var(--line)]" },
  awaits_departure: { icon: Clock, look: "bg-brand-soft text-brand-strong" },
  overdue: { icon: TriangleAlert, look: "bg-negative-soft text-negative" },
};

/** A bed and how it stands tonight: colour, icon and word. */
export function BedTonightChip({ bed, showsUntil }: { bed: FacilityBed; showsUntil: boolean }) {
  const { facilities: words, codes } = useWords();
  const { icon: Icon, look } = LOOKS[bed.tonight];
  return (
    <li
      title={codes.bedKind[bed.kind]}
      className={classes("inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 text-sm", look)}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
      <b className="font-bold">{shortBedName(bed.name)}</b>
      <span>{words.tonight[bed.tonight]}</span>
      {showsUntil && bed.until && <span className="text-xs">{words.bedUntil(bed.until)}</span>}
    </li>
  );
}
