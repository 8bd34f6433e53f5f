"use client";

import { Clock, Hourglass, Siren, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "../ui/badge";
import { useWords } from "../words/words-provider";

const LOOKS: Record<number, { tone: Tone; icon: LucideIcon }> = {
  1: { tone: "negative", icon: Siren },
  2: { tone: "warning", icon: Clock },
  3: { tone: "neutral", icon: Hourglass },
};

/** How urgent a referral says the need is: 1 the most. */
export function UrgencyBadge({ urgency }: { urgency: number }) {
  const words = useWords().householdList;
  const look = LOOKS[urgency];
  return <Badge tone={look?.tone} icon={look?.icon}>{words.urgency[urgency] ?? urgency}</Badge>;
}
