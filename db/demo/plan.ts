import type { BedKind, ClosureReason, FacilityKind, GenderPolicy, Letting } from "@/domain/housing";
import type { Gender, ReferralSource } from "@/domain/people";

/** A day counted from today: -1 is yesterday. The whole network is planned in these, so that it is the same on every day. */
export type Offset = number;

export type Nights = {
  arrival: Offset;
  exit: Offset;
  /** Should have left on the exit day and has not. */
  isOverdue?: true;
};

/** From-until, in nights. */
export type Range = readonly [least: number, most: number];

/** How a facility lets: length of stays, empty nights between them, the share of rooms that is taken today. */
export type Pace = { nights: Range; gap: Range; occupied: number };

export type ClosurePlan = {
  from: Offset;
  until: Offset;
  reason: ClosureReason;
  /** Of one bed only. */
  bed?: number;
  isCancelled?: true;
};

export type RoomPlan = {
  name: string;
  flat?: string;
  letting: Letting;
  beds: BedKind[];
  policy: GenderPolicy | null;
  features: string[];
  /** What is in it now and later, by bed, or one list for a unit let whole; left out: drawn. */
  now?: Nights[][];
  /** A planned household that lost its beds here. */
  displaced?: Nights;
  closure?: ClosurePlan;
};

export type FacilityPlan = {
  name: string;
  kind: FacilityKind;
  /** By name; null: the municipality runs it. */
  organisation: string | null;
  policy?: GenderPolicy;
  isProtected?: true;
  /** Minors without an adult live with host families. */
  hostsMinorsAlone?: true;
  turnaround?: { days: number; working: boolean };
  features?: string[];
  pace: Pace;
  rooms: RoomPlan[];
};

/** Adults by gender, head first, then partner, then others; and minors. */
export type Shape = { adults: Gender[]; minors: number; hasInfant?: true };

export type MemberPlan = {
  givenName: string;
  familyName: string;
  gender: Gender;
  ageInYears: number;
  citizenship: string;
  /** Kind of permit, and the day it expires on. */
  permit?: readonly [kind: string, expiresOn: Offset];
};

/** A household somebody referred and nobody has placed. */
export type WaitingPlan = {
  name: string;
  language: string;
  source: ReferralSource;
  urgency: 1 | 2 | 3;
  receivedOn: Offset;
  needs?: string[];
  members: MemberPlan[];
};

export type MunicipalityPlan = {
  /** As in the logins. */
  city: string;
  seed: number;
  organisations: string[];
  sources: ReferralSource[];
  facilities: FacilityPlan[];
  /** In charge without a bed: `shapes` of so many households, or as many more as it takes to reach `people` with a case. */
  inCharge?: { shapes: readonly (readonly [households: number, adults: number, minors: number])[] } | { people: number };
  waiting?: WaitingPlan[];
  /** Households waiting that are drawn. */
  waitingDrawn?: number;
  /** Placements that came to nothing. */
  cancelled?: number;
  noShows?: number;
  /** Six months at most and lawful residence: published by one municipality, for these kinds. */
  sixMonthsFor?: FacilityKind[];
};

type RoomExtras = Partial<Pick<RoomPlan, "now" | "displaced" | "closure" | "features" | "flat">>;

function room(letting: Letting, name: string, beds: number, policy: GenderPolicy | null, { features = [], ...extras }: RoomExtras): RoomPlan {
  const hasCot = features.includes("cot");
  const kinds = Array.from({ length: beds }, (_, index): BedKind => (hasCot && index === beds - 1 ? "cot" : "single"));
  return { name, letting, beds: kinds, policy, features, ...extras };
}

/** A room where strangers share. */
export function shared(name: string, beds: number, policy: GenderPolicy | null, extras: RoomExtras = {}): RoomPlan {
  return room("by_bed", name, beds, policy, extras);
}

/** A room or flat for one household; with the feature `cot` its last bed is one. */
export function whole(name: string, beds: number, policy: GenderPolicy | null, extras: RoomExtras = {}): RoomPlan {
  return room("whole_unit", name, beds, policy, extras);
}

export const FREE: Nights[] = [];

/** Somebody from `arrival` to `exit`. */
export function taken(arrival: Offset, exit: Offset, ...later: Nights[]): Nights[] {
  return [{ arrival, exit }, ...later];
}

export function overdue(arrival: Offset, exit: Offset): Nights[] {
  return [{ arrival, exit, isOverdue: true }];
}
