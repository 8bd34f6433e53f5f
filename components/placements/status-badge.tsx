"use client";

import { Ban, BedDouble, CalendarClock, CircleCheck, TriangleAlert, UserX, type LucideIcon } from "lucide-react";
import type { PlacementStatus } from "../http/api-types";
import { Badge, type Tone } from "../ui/badge";
import { useWords } from "../words/words-provider";

const LOOKS: Record<PlacementStatus, { tone: Tone; icon: LucideIcon }> = {
  planned: { tone: "brand", icon: CalendarClock },
  in_house: { tone: "positive", icon: BedDouble },
  ended: { tone: "neutral", icon: CircleCheck },
  cancelled: { tone: "neutral", icon: Ban },
  no_show: { tone: "warning", icon: UserX },
  needs_bed: { tone: "negative", icon: TriangleAlert },
};

export function StatusBadge({ status }: { status: PlacementStatus }) {
  const { tone, icon } = LOOKS[status];
  return <Badge tone={tone} icon={icon}>{useWords().codes.status[status] ?? status}</Badge>;
}
