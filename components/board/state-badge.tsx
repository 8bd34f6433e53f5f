"use client";

import { Badge, type Tone } from "../ui/badge";
import { STATE_ICONS } from "./bar-look";
import { type BarLook, type BoardBed, factsAt, type KnownBoard } from "./board-data";
import { useCellWords } from "./use-cell-words";

const TONES: Record<BarLook | "free" | "not_open", Tone> = {
  present: "brand", planned: "brand", overdue: "negative", past: "neutral", taken: "neutral", spare: "neutral", turnaround: "neutral", closure: "warning", offer: "warning", free: "positive", not_open: "neutral",
};

/** How a bed is on the day the board tells states for: colour, icon and word. */
export function StateBadge({ board, bed }: { board: KnownBoard; bed: BoardBed }) {
  const facts = factsAt(board, bed, board.stateDay);
  const state = facts.what === "bar" ? facts.look : facts.what;
  return <Badge tone={TONES[state]} icon={STATE_ICONS[state]}>{useCellWords(board).state(bed)}</Badge>;
}
