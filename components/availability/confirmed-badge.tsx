"use client";

import { Check, Clock } from "lucide-react";
import { nightsBetween } from "@/domain/day";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { useFormats, useWords } from "../words/words-provider";

/** When somebody last said that what is shown is true; green only if that was today. */
export function ConfirmedBadge({ confirmedAt }: { confirmedAt: string | null }) {
  const words = useWords().availability;
  const { dayOf } = useFormats();
  const today = useToday();
  if (confirmedAt === null) return <Badge tone="warning" icon={Clock}>{words.neverConfirmed}</Badge>;

  const day = dayOf(confirmedAt);
  const daysAgo = nightsBetween(day, today);
  const isFresh = daysAgo <= 0;
  return (
    <Badge tone={isFresh ? "positive" : "warning"} icon={isFresh ? Check : Clock} isSentence>
      {words.confirmedAt(daysAgo, day, confirmedAt)}
    </Badge>
  );
}
