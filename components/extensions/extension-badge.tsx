"use client";

import { Ban, CircleCheck, Hourglass, Undo2, type LucideIcon } from "lucide-react";
import type { ExtensionStatus } from "@/domain/extensions";
import { Badge, type Tone } from "../ui/badge";
import { useWords } from "../words/words-provider";

const LOOKS: Record<ExtensionStatus, { tone: Tone; icon: LucideIcon }> = {
  asked: { tone: "warning", icon: Hourglass },
  approved: { tone: "positive", icon: CircleCheck },
  refused: { tone: "negative", icon: Ban },
  withdrawn: { tone: "neutral", icon: Undo2 },
};

export function ExtensionBadge({ status }: { status: ExtensionStatus }) {
  const words = useWords().extensions;
  const { tone, icon } = LOOKS[status];
  return <Badge tone={tone} icon={icon}>{words.status[status]}</Badge>;
}
