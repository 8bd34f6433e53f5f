import type { Day, Span } from "@/domain/day";
import type { FacilityKind } from "@/domain/housing";

export type Programme = { id: string; name: string };

/** Something that holds a bed in the days asked about. */
export type InTheWay = {
  bedId: string;
  bedName: string;
  unitName: string;
  kind: "stay" | "offer" | "closure" | "turnaround";
  id: string;
  placementId: string | null;
  from: Day;
  until: Day;
  blockedUntil: Day;
  household: { id: string; code: string } | null;
};

export type InTheWayAsked = { facilityId: string; unitId?: string; bedId?: string; from: Day; until?: Day };

export type StayRuleVersion = {
  id: string;
  kind: FacilityKind | null;
  facilityId: string | null;
  programmeId: string | null;
  validFrom: Day;
  validUntil: Day | null;
  maxStay: Span | null;
  maxExtensions: number;
  extensionLength: Span | null;
  turnaround: { days: number; working: boolean } | null;
};
