"use client";

import { Accessibility, Baby, Bath, HeartHandshake, Lock, MoveVertical, Tag, type LucideIcon } from "lucide-react";
import { Badge } from "../ui/badge";
import { useWords } from "../words/words-provider";

const ICONS: Record<string, LucideIcon> = {
  wheelchair: Accessibility,
  step_free: MoveVertical,
  mental_health_support: HeartHandshake,
  addiction_support: HeartHandshake,
  cot: Baby,
  private_bathroom: Bath,
  protected_address: Lock,
};

/** Needs with icon and word; beyond `most` only how many more there are. */
export function NeedBadges({ needs, most }: { needs: string[]; most?: number }) {
  const { codes, householdList } = useWords();
  const shown = most === undefined ? needs : needs.slice(0, most);
  const more = needs.length - shown.length;
  return (
    <>
      {shown.map((need) => <Badge key={need} tone="brand" icon={ICONS[need] ?? Tag}>{codes.need[need] ?? need}</Badge>)}
      {more > 0 && <Badge>{householdList.moreNeeds(more)}</Badge>}
    </>
  );
}
