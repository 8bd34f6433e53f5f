import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Condition } from "@/domain/conditions";
import type { CorrectedPart } from "@/domain/correction";
import type { Span } from "@/domain/day";
import type { ExtensionReason, ExtensionStatus } from "@/domain/extensions";
import type { FacilityKind } from "@/domain/housing";
import { createdAt, day, dayRange, id, instant, municipalityId, protectedFor, version } from "./columns";
import { bed, facility, unit } from "./facilities";
import { household, person } from "./households";
import { municipality } from "./municipalities";
import { programme } from "./organisations";

export const stayRule = pgTable("stay_rule", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  kind: text("kind").$type<FacilityKind>(),
  facilityId: uuid("facility_id"),
  programmeId: uuid("programme_id"),
  /** Nullable columns never conflict: the scope as one text that is never null. */
  scope: text("scope").notNull().generatedAlwaysAs(sql`coalesce(facility_id::text, '') || '|' || coalesce(kind, '') || '|' || coalesce(programme_id::text, '')`),
  validFrom: day("valid_from").notNull(),
  validUntil: day("valid_until"),
  during: dayRange("during").generatedAlwaysAs(sql`daterange(valid_from, valid_until, '[)')`),
  maxStay: jsonb("max_stay").$type<Span | null>(),
  counting: text("counting").$type<"placement" | "cumulative">().notNull(),
  clockScope: text("clock_scope").$type<"municipality" | "network">().notNull(),
  clockGroup: text("clock_group"),
  resetAfterDays: integer("reset_after_days"),
  maxExtensions: integer("max_extensions").notNull(),
  extensionLength: jsonb("extension_length").$type<Span | null>(),
  turnaroundDays: integer("turnaround_days"),
  turnaroundWorking: boolean("turnaround_working"),
  noticeDays: integer("notice_days").array().notNull(),
  offerHours: integer("offer_hours"),
  conditions: jsonb("conditions").$type<Condition[]>().notNull().default([]),
  createdAt: createdAt(),
  version: version(),
}, (t) => [
  unique("stay_rule_tenant").on(t.id, t.municipalityId),
  index("stay_rule_of_municipality").on(t.municipalityId),
  foreignKey({ columns: [t.facilityId, t.municipalityId], foreignColumns: [facility.id, facility.municipalityId] }),
  foreignKey({ columns: [t.programmeId, t.municipalityId], foreignColumns: [programme.id, programme.municipalityId] }),
]);

export const placement = pgTable("placement", {
  id: id(),
  municipalityId: municipalityId(),
  protectedFor: protectedFor(),
  externalId: text("external_id"),
  householdId: uuid("household_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  ruleId: uuid("rule_id"),
  status: text("status").$type<PlacementStatusColumn>().notNull(),
  arrival: day("arrival").notNull(),
  exit: day("exit").notNull(),
  latestExit: day("latest_exit"),
  /** The exit the last extension granted; a later arrival does not take it away. */
  extendedUntil: day("extended_until"),
  /** Where it goes on with the clock of a placement that was divided: the day that clock began. Null: with its own arrival. */
  clockFrom: day("clock_from"),
  turnaroundDays: integer("turnaround_days"),
  turnaroundWorking: boolean("turnaround_working"),
  splitReason: text("split_reason"),
  override: jsonb("override").$type<{ reason: string; approvedBy: string; codes: string[] } | null>(),
  /** Why it was cancelled or did not begin. */
  closingReason: text("closing_reason"),
  createdAt: createdAt(),
  createdBy: text("created_by").notNull(),
  version: version(),
}, (t) => [
  unique("placement_tenant").on(t.id, t.municipalityId),
  unique("placement_external").on(t.municipalityId, t.externalId),
  index("placement_of_household").on(t.householdId, t.arrival),
  index("placement_by_status").on(t.municipalityId, t.status, t.exit),
  check("placement_in_order", sql`${t.exit} >= ${t.arrival}`),
  foreignKey({ columns: [t.householdId, t.municipalityId], foreignColumns: [household.id, household.municipalityId] }),
  foreignKey({ columns: [t.unitId, t.municipalityId], foreignColumns: [unit.id, unit.municipalityId] }),
  foreignKey({ columns: [t.ruleId, t.municipalityId], foreignColumns: [stayRule.id, stayRule.municipalityId] }),
]);

type PlacementStatusColumn = "planned" | "in_house" | "ended" | "cancelled" | "no_show" | "needs_bed";

/** One person's nights in one bed: planned, or as they really were. */
export const stay = pgTable("stay", {
  id: id(),
  municipalityId: municipalityId(),
  protectedFor: protectedFor(),
  placementId: uuid("placement_id").notNull(),
  personId: uuid("person_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  /** Null while the stay needs a bed. */
  bedId: uuid("bed_id"),
  status: text("status").$type<PlacementStatusColumn>().notNull(),
  arrival: day("arrival").notNull(),
  /** Planned until the person left; then the true one. */
  exit: day("exit").notNull(),
  plannedExit: day("planned_exit").notNull(),
  departureReason: text("departure_reason"),
  destination: text("destination"),
  overstayNights: integer("overstay_nights").notNull().default(0),
  /** Whether somebody had agreed to the nights after the limit, and why they were spent; null where nobody said. */
  overstayAuthorised: boolean("overstay_authorised"),
  overstayNote: text("overstay_note"),
  during: dayRange("during").generatedAlwaysAs(sql`daterange(arrival, exit, '[)')`),
}, (t) => [
  unique("stay_tenant").on(t.id, t.municipalityId),
  index("stay_of_placement").on(t.placementId),
  index("stay_of_unit").on(t.unitId, t.exit, t.arrival),
  index("stay_of_person").on(t.personId, t.exit),
  check("stay_overstay_explained", sql`(${t.overstayAuthorised} IS NULL) = (${t.overstayNote} IS NULL) AND (${t.overstayAuthorised} IS NULL OR ${t.overstayNights} > 0)`),
  check("stay_in_order", sql`${t.exit} >= ${t.arrival}`),
  check("stay_has_a_bed", sql`${t.bedId} IS NOT NULL OR ${t.status} NOT IN ('planned', 'in_house', 'ended')`),
  foreignKey({ columns: [t.placementId, t.municipalityId], foreignColumns: [placement.id, placement.municipalityId] }),
  foreignKey({ columns: [t.personId, t.municipalityId], foreignColumns: [person.id, person.municipalityId] }),
  foreignKey({ columns: [t.bedId, t.unitId], foreignColumns: [bed.id, bed.unitId] }),
  foreignKey({ columns: [t.bedId, t.municipalityId], foreignColumns: [bed.id, bed.municipalityId] }),
  foreignKey({ columns: [t.unitId, t.municipalityId], foreignColumns: [unit.id, unit.municipalityId] }),
]);

/** More time asked for a placement, and what was decided. Asked once more only when the last was decided. */
export const extension = pgTable("extension", {
  id: id(),
  municipalityId: municipalityId(),
  placementId: uuid("placement_id").notNull(),
  exit: day("exit").notNull(),
  /** The latest exit when it was asked. */
  latestExitBefore: day("latest_exit_before").notNull(),
  reason: text("reason").$type<ExtensionReason>().notNull(),
  note: text("note"),
  status: text("status").$type<ExtensionStatus>().notNull().default("asked"),
  askedBy: text("asked_by").notNull(),
  askedAt: instant("asked_at").notNull().default(sql`now()`),
  decidedBy: text("decided_by"),
  decidedAt: instant("decided_at"),
  decisionNote: text("decision_note"),
  override: jsonb("override").$type<{ reason: string; codes: string[] } | null>(),
  version: version(),
}, (t) => [
  index("extension_of_placement").on(t.placementId),
  index("extension_awaiting").on(t.municipalityId, t.status),
  uniqueIndex("extension_one_awaiting").on(t.placementId).where(sql`${t.status} = 'asked'`),
  check("extension_prolongs", sql`${t.exit} > ${t.latestExitBefore}`),
  check("extension_decided_by_another", sql`${t.status} NOT IN ('approved', 'refused') OR (${t.decidedBy} IS NOT NULL AND ${t.decidedAt} IS NOT NULL AND ${t.decidedBy} <> ${t.askedBy})`),
  foreignKey({ columns: [t.placementId, t.municipalityId], foreignColumns: [placement.id, placement.municipalityId] }),
]);

/** A recorded arrival or departure that was put right: what it said before, who changed it and why. Written once, never changed. */
export const placementCorrection = pgTable("placement_correction", {
  id: id(),
  municipalityId: municipalityId(),
  placementId: uuid("placement_id").notNull(),
  changes: jsonb("changes").$type<CorrectedPart[]>().notNull(),
  note: text("note").notNull(),
  madeBy: text("made_by").notNull(),
  madeAt: instant("made_at").notNull().default(sql`now()`),
}, (t) => [
  index("placement_correction_of").on(t.placementId),
  foreignKey({ columns: [t.placementId, t.municipalityId], foreignColumns: [placement.id, placement.municipalityId] }),
]);

/**
 * What blocks a bed: own rows for stays, spare beds of a unit let whole, turnaround, offers and closures. The exclusion
 * constraints on this table (drizzle/0001) are what makes a double booking impossible.
 */
export const bedBlock = pgTable("bed_block", {
  id: id(),
  municipalityId: municipalityId(),
  bedId: uuid("bed_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  kind: text("kind").$type<"stay" | "spare" | "turnaround" | "offer" | "closure">().notNull(),
  from: day("from_day").notNull(),
  until: day("until_day").notNull(),
  placementId: uuid("placement_id"),
  stayId: uuid("stay_id"),
  closureId: uuid("closure_id"),
  offerId: uuid("offer_id"),
  /** True in a unit let whole: then no other placement may touch the unit. */
  wholeUnit: boolean("whole_unit").notNull().default(false),
  expiresAt: instant("expires_at"),
  during: dayRange("during").generatedAlwaysAs(sql`daterange(from_day, until_day, '[)')`),
}, (t) => [
  index("bed_block_of_bed").on(t.bedId, t.until, t.from),
  index("bed_block_of_placement").on(t.placementId),
  index("bed_block_of_closure").on(t.closureId),
  check("bed_block_has_a_night", sql`${t.until} > ${t.from}`),
  check("bed_block_of_one_thing", sql`num_nonnulls(${t.placementId}, ${t.closureId}, ${t.offerId}) = 1`),
  foreignKey({ columns: [t.bedId, t.unitId], foreignColumns: [bed.id, bed.unitId] }),
  foreignKey({ columns: [t.bedId, t.municipalityId], foreignColumns: [bed.id, bed.municipalityId] }),
  foreignKey({ columns: [t.placementId, t.municipalityId], foreignColumns: [placement.id, placement.municipalityId] }),
]);

/** What somebody has to do; one per cause. `doneBy`: whoever marked it done; null when it ended with its cause. */
export const task = pgTable("task", {
  id: id(),
  municipalityId: municipalityId(),
  kind: text("kind").notNull(),
  cause: text("cause").notNull(),
  placementId: uuid("placement_id"),
  householdId: uuid("household_id"),
  facilityId: uuid("facility_id"),
  createdAt: createdAt(),
  doneAt: instant("done_at"),
  doneBy: text("done_by"),
  /** When those it concerns were written to. */
  toldAt: instant("told_at"),
  version: version(),
}, (t) => [
  unique("task_one_per_cause").on(t.municipalityId, t.kind, t.cause),
  index("task_open").on(t.municipalityId, t.doneAt),
  check("task_done_by_somebody", sql`${t.doneBy} IS NULL OR ${t.doneAt} IS NOT NULL`),
  foreignKey({ columns: [t.placementId, t.municipalityId], foreignColumns: [placement.id, placement.municipalityId] }),
  foreignKey({ columns: [t.householdId, t.municipalityId], foreignColumns: [household.id, household.municipalityId] }),
]);
