import type { Day } from "@/domain/day";
import type { WorkStep } from "@/domain/day-work";
import type { FacilityKind } from "@/domain/housing";

/** Beds of tonight, as the service tells them. */
export type Tonight = { open: number; available: number; free: number; occupied: number; offline: number; held: number; overdue: number };
export type Due = { expected: number; registered: number };

export type FacilityToday = { id: string; name: string; kind: FacilityKind; beds: Tonight; isOwn: boolean; daysUnconfirmed: number | null };

type Counted = { all: number; mine: number };

export type TodayNumbers = {
  day: Day;
  beds: Tonight;
  facilities: FacilityToday[];
  people: { arrivals: Due; departures: Due; overdue: { households: number; nights: number }; endingSoon: number; tasks: Counted; requests: Counted } | null;
};

export type DayTask = {
  id: string; version: number; kind: string; stored: boolean;
  placementId: string | null; extensionId: string | null; householdId: string | null; householdCode: string | null; people: { adults: number; minors: number } | null;
  facilityId: string | null; facilityName: string | null; unitName: string | null; beds: string[];
  day: Day | null; exit: Day | null; latestExit: Day | null; within: number | null; days: number | null; steps: WorkStep[]; isMine: boolean;
};

export type OccupancyLine = { key: string; name: string; start: Day; until: Day; availableNights: number; occupiedNights: number; netOccupancy: number | null };

export type NetworkLine = { municipality: string; name: string; beds: Tonight; facilities: number; confirmedToday: number };

export type KeptUser = { id: string; createdAt: string; disabledAt: string | null };
export type KeptToken = { id: string; expiresAt: string | null; revokedAt: string | null };
