"use client";

import { ArrowRight, BedSingle, Cake, CalendarClock, CalendarPlus, Check, IdCard, ListTodo, LogOut, TriangleAlert, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "../ui/badge";
import { useWords } from "../words/words-provider";
import type { DayTask } from "./today-types";

const LOOKS: Record<string, { tone: Tone; icon: LucideIcon }> = {
  overdue: { tone: "negative", icon: TriangleAlert },
  needs_bed: { tone: "negative", icon: BedSingle },
  arrival: { tone: "brand", icon: ArrowRight },
  departure: { tone: "brand", icon: LogOut },
  ending: { tone: "warning", icon: CalendarClock },
  extension: { tone: "warning", icon: CalendarPlus },
  permit: { tone: "warning", icon: IdCard },
  of_age: { tone: "warning", icon: Cake },
  unconfirmed: { tone: "neutral", icon: Check },
};

export function TaskBadge({ task: { kind, within } }: { task: DayTask }) {
  const words = useWords().today;
  const { tone, icon } = LOOKS[kind] ?? { tone: "neutral" as const, icon: ListTodo };
  return <Badge tone={tone} icon={icon}>{within === null ? (words.kind[kind] ?? words.otherTask) : words.endingWithin(within)}</Badge>;
}
