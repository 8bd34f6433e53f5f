"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import type { HouseholdSituation } from "@/domain/household-list";
import { StatusBadge } from "../placements/status-badge";
import { Badge } from "../ui/badge";
import { useWords } from "../words/words-provider";

/** Where a household stands: its placement's state, else that it has had one, or none yet. */
export function SituationBadge({ situation }: { situation: HouseholdSituation }) {
  const words = useWords().householdList;
  if (situation === "ended") return <Badge icon={CircleCheck}>{words.situation.ended}</Badge>;
  if (situation === "not_placed") return <Badge icon={CircleDashed}>{words.situation.not_placed}</Badge>;
  return <StatusBadge status={situation} />;
}
