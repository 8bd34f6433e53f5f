"use client";

import { CalendarClock, DoorClosed } from "lucide-react";
import { openingState } from "@/domain/opening";
import type { FacilityLine } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { useWords } from "../words/words-provider";

/** Says when a facility is not simply open. */
export function OpeningBadge({ facility }: { facility: Pick<FacilityLine, "opensOn" | "closesOn"> }) {
  const words = useWords().facilities;
  const state = openingState(facility, useToday());
  if (state === "opening") return <Badge tone="brand" icon={CalendarClock}>{words.opening(facility.opensOn)}</Badge>;
  if (state === "closing" && facility.closesOn) return <Badge tone="warning" icon={CalendarClock}>{words.closing(facility.closesOn)}</Badge>;
  return state === "closed" ? <Badge icon={DoorClosed}>{words.closed}</Badge> : null;
}
