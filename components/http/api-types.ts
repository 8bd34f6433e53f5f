import type { Permission, Role } from "@/domain/actor";
import type { CaseOutcome, ExitPath, Goal } from "@/domain/cases";
import type { CorrectedPart } from "@/domain/correction";
import type { Day, Span } from "@/domain/day";
import type { ExtensionReason, ExtensionStatus } from "@/domain/extensions";
import type { BedKind, ClosureReason, FacilityKind, GenderPolicy, Letting } from "@/domain/housing";
import type { HouseholdSituation, Movement } from "@/domain/household-list";
import type { Gender, MemberRole, ReferralSource } from "@/domain/people";

export type Page<T> = { items: T[]; nextCursor: string | null };

/** A condition and whether it holds; both sentences are written by the server. */
export type Check = {
  code: string;
  passed: boolean;
  detail: string;
  facts?: Record<string, unknown>;
  remedy?: string;
  remedyDetail?: string;
};

export type MunicipalityGrant = { code: string; name: string; permissions: Permission[] };

export type Me = {
  id: string;
  version: number;
  name: string;
  email: string;
  language: string;
  grants: { role: Role; municipality: { code: string; name: string } | null; organisation: { id: string; name: string } | null }[];
  municipalities: MunicipalityGrant[];
  today: Day;
};

export type FreeBed = { id: string; name: string; kind: BedKind; restsOnExit?: boolean; awaitsDeparture?: boolean };

export type Vacancy = {
  facilityId: string;
  facilityName: string;
  kind: FacilityKind;
  unitId: string;
  unitName: string;
  flat: string | null;
  letting: Letting;
  genderPolicy: GenderPolicy;
  features: string[];
  freeBeds: FreeBed[];
  freeBedCount: number;
  bedCount: number;
  beds: { id: string; name: string; isFree: boolean }[];
  latestExit: Day | null;
  restsOnExit?: boolean;
  awaitsDeparture?: boolean;
  sharedWith: { ageBand: string; gender: Gender; nights: number }[];
  confirmedAt: string | null;
  freeFrom?: Day;
  fits?: boolean;
  checks?: Check[];
};

export type Availability = { items: Vacancy[]; asOf: string; excludedBy: { code: string; units: number }[]; examined: number };

export type ResidencePermit = { kind: string; expiresOn: Day; renewalRequestedOn: Day | null };

export type Member = {
  personId: string;
  givenName: string;
  familyName: string;
  birthDate: Day;
  gender: Gender;
  role: MemberRole;
  citizenship: string | null;
  /** Null also for those who may not read it. */
  fiscalCode: string | null;
  residencePermit: ResidencePermit | null;
  from: Day;
  until: Day | null;
};

export type PlacementStatus = "planned" | "in_house" | "ended" | "cancelled" | "no_show" | "needs_bed";

export type Stay = {
  id: string;
  personId: string;
  unitId: string;
  unitName: string;
  facilityName: string;
  bedId: string | null;
  bedName: string | null;
  status: PlacementStatus;
  arrival: Day;
  exit: Day;
  departureReason: string | null;
  destination: string | null;
  overstayNights: number;
  overstay: { authorised: boolean; note: string } | null;
};

export type Placement = {
  id: string;
  version: number;
  municipality: string;
  householdId: string;
  householdCode: string;
  status: PlacementStatus;
  arrival: Day;
  exit: Day;
  latestExit: Day | null;
  ruleId: string | null;
  rule: { maxStay: Span | null; maxExtensions: number; extensionLength: Span | null } | null;
  closingReason: string | null;
  unitId: string;
  unitName: string;
  facilityId: string;
  facilityName: string;
  stays: Stay[];
  /** In the answer to a step, in words. */
  warnings?: { code: string; detail: string }[];
};

export type Extension = {
  id: string;
  version: number;
  placementId: string;
  exit: Day;
  reason: ExtensionReason;
  note: string | null;
  status: ExtensionStatus;
  askedBy: string;
  askedByName: string | null;
  askedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
  override: { reason: string; codes: string[] } | null;
};

/** What was put right of a placement, with what it said before. */
export type RecordedCorrection = { id: string; placementId: string; changes: CorrectedPart[]; note: string; madeByName: string | null; madeAt: string };

export type HistoryLine = { at: string; action: string; by: string };

export type HouseholdCase = {
  id: string;
  version: number;
  programmeId: string;
  programmeName: string;
  from: Day;
  until: Day | null;
  socialWorkerId: string | null;
  socialWorkerName: string | null;
  goals: Goal[];
  exitPaths: ExitPath[];
  outcome: CaseOutcome | null;
  outcomeNote: string | null;
};

export type Referral = { id: string; source: ReferralSource; urgency: number; receivedOn: Day; note: string | null };

export type Household = {
  id: string;
  version: number;
  municipality: string;
  code: string;
  name: string | null;
  members: Member[];
  phone: string | null;
  language: string | null;
  needs: string[];
  isProtected: boolean;
  preferences: Record<string, unknown>;
  placements: Placement[];
  extensions: Extension[];
  corrections: RecordedCorrection[];
  cases: HouseholdCase[];
  referrals: Referral[];
  history: HistoryLine[];
};

export type HouseholdLine = {
  id: string;
  code: string;
  name: string | null;
  members: Member[];
  people: number;
  adults: number;
  minors: number;
  needs: string[];
  status: PlacementStatus | null;
  situation: HouseholdSituation;
  urgency: number | null;
  lastMovement: Movement;
  where: { placementId: string; facilityName: string; unitName: string; arrival: Day; exit: Day } | null;
};

export type BedTonight = "free" | "taken" | "closed" | "not_open" | "awaits_departure" | "overdue";

export type FacilityBed = {
  id: string;
  version: number;
  name: string;
  kind: BedKind;
  opensOn: Day | null;
  closesOn: Day | null;
  tonight: BedTonight;
  until?: Day | null;
  household?: { id: string; code: string; placementId: string; from: Day; until: Day } | null;
};

export type FacilityUnit = {
  id: string;
  version: number;
  name: string;
  flat: string | null;
  letting: Letting;
  genderPolicy: GenderPolicy | null;
  features: string[];
  opensOn: Day | null;
  closesOn: Day | null;
  beds: FacilityBed[];
};

export type Closure = {
  id: string;
  version: number;
  bedId: string | null;
  unitId: string | null;
  facilityId: string | null;
  from: Day;
  until: Day;
  reason: ClosureReason;
  note: string | null;
  cancelledAt: string | null;
};

export type FacilityLine = {
  id: string;
  version: number;
  municipality: string;
  name: string;
  kind: FacilityKind;
  address: string | null;
  addressProtected: boolean;
  genderPolicy: GenderPolicy | null;
  features: string[];
  opensOn: Day;
  closesOn: Day | null;
  organisationId: string | null;
  programmeId: string | null;
  turnaround: { days: number; working: boolean } | null;
  confirmedAt: string | null;
  freeTonight: number;
  bedCount: number;
  tonight: { open: number; available: number; free: number; occupied: number; offline: number; held: number; overdue: number };
  today: { arrivals: number; departures: number };
};

export type Organisation = { id: string; version: number; name: string };

export type Facility = FacilityLine & { confirmedByName: string | null; units: FacilityUnit[]; closures: Closure[] };

export type AuditEntry = {
  id: string;
  at: string;
  municipality: string | null;
  actorKind: "user" | "token" | "system";
  actorId: string;
  actorName: string | null;
  action: string;
  subjectId: string;
  subjectName: string | null;
  facts: Record<string, unknown>;
  position: number | null;
};

/** `total`: on all pages, told with the first. */
export type HouseholdPage = Page<HouseholdLine> & { total?: number };

export type AuditPage = Page<AuditEntry> & { sealed: { position: number; at: string } | null };
