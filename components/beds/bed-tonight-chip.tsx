"use client";

import { Ban, Check, CircleDashed, Clock, TriangleAlert, UserRound, type LucideIcon } from "lucide-react";
import { Button } from "react-aria-components";
import type { BedTonight, FacilityBed } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge, type Tone } from "../ui/badge";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { shortBedName } from "./bed-name";

const LOOKS: Record<BedTonight, { icon: LucideIcon; tone: Tone; look: string }> = {
  free: { icon: Check, tone: "positive", look: "bg-positive-soft text-positive shadow-[inset_0_0_0_1.5px_currentColor]" },
  taken: { icon: UserRound, tone: "neutral", look: "bg-muted text-ink-soft" },
  closed: { icon: Ban, tone: "warning", look: "bg-warning-soft text-warning" },
  not_open: { icon: CircleDashed, tone: "neutral", look: "text-ink-faint shadow-[inset_0_0_0_1px_var(--line)]" },
  awaits_departure: { icon: Clock, tone: "brand", look: "bg-brand-soft text-brand-strong" },
  overdue: { icon: TriangleAlert, tone: "negative", look: "bg-negative-soft text-negative" },
};

/** `isAlone`: what holds this bed holds no other beside it, so that it is said here and not once for all. */
type Props = { bed: FacilityBed; unitName: string; isAlone: boolean; onOpen: () => void };

/** A bed and how it stands tonight: colour, icon and word; it opens what is known of it. */
export function BedTonightChip({ bed, unitName, isAlone, onOpen }: Props) {
  const { facilities: words, facilityPage, codes } = useWords();
  const { icon: Icon, look } = LOOKS[bed.tonight];
  const today = useToday();
  const name = shortBedName(bed.name);
  const until = isAlone && bed.until ? words.bedUntil(bed.until, today) : null;
  const said = [words.tonight[bed.tonight], until, bed.household?.code].filter(Boolean).join(" ");
  return (
    <li title={codes.bedKind[bed.kind]}>
      <Button
        aria-label={facilityPage.bed.open(unitName, name, said)}
        onPress={onOpen}
        className={classes("inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 text-sm hover:underline pointer-coarse:min-h-11", look)}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
        <b className="font-bold">{name}</b>
        <span>{words.tonight[bed.tonight]}</span>
        {until && <span className="text-xs">{until}</span>}
        {isAlone && bed.household && <span className="text-xs font-semibold">{bed.household.code}</span>}
      </Button>
    </li>
  );
}

export function BedTonightBadge({ tonight }: Pick<FacilityBed, "tonight">) {
  const words = useWords().facilities;
  const { icon, tone } = LOOKS[tonight];
  return <Badge tone={tone} icon={icon}>{words.tonight[tonight]}</Badge>;
}
