import type { Day, Span } from "@/domain/day";
import type { StayRule } from "@/domain/stay-rules";

export type StayClock = {
  rule: { id: string; maxStay: Span | null; counting: StayRule["counting"]; noticeDays: number[] } | null;
  used: { placementId: string; nights: number; plannedNights: number }[];
  otherNights: number;
  usedNights: number;
  plannedNights: number;
  allowanceNights: number | null;
  latestExit: Day | null;
  stays: { stayId: string; placementId: string; personId: string; from: Day; until: Day; usedNights: number; plannedNights: number }[];
};

/** `same`: what was decided here, null while nothing was; `version` is the household's. */
export type Recognition = { personId: string; same: boolean | null; decidedAt: string | null; decidedByName: string | null; isCounted: boolean; version: number };

export type Programme = { id: string; name: string; from: Day | null; until: Day | null };

export type CaseWorker = { id: string; name: string };
