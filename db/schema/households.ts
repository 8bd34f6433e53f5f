import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { CaseOutcome, ExitPathKind } from "@/domain/cases";
import type { Gender, MemberRole } from "@/domain/people";
import { createdAt, day, dayRange, id, instant, municipalityId, protectedFor, secret, version } from "./columns";
import { municipality } from "./municipalities";
import { programme } from "./organisations";

export const person = pgTable("person", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  protectedFor: protectedFor(),
  externalId: text("external_id"),
  givenName: text("given_name").notNull(),
  familyName: text("family_name").notNull(),
  birthDate: day("birth_date").notNull(),
  gender: text("gender").$type<Gender>().notNull(),
  citizenship: text("citizenship"),
  fiscalCode: secret("fiscal_code"),
  /** Keyed hash: recognises the same person without telling who it is. */
  fiscalCodeHash: text("fiscal_code_hash"),
  /** The same of names and birth date. Null until the product has made it: the database has no key, and forgets it with every change of either. */
  nameHash: text("name_hash"),
  permitKind: text("permit_kind"),
  permitExpiresOn: day("permit_expires_on"),
  permitRenewalRequestedOn: day("permit_renewal_requested_on"),
  createdAt: createdAt(),
}, (t) => [
  unique("person_tenant").on(t.id, t.municipalityId),
  unique("person_external").on(t.municipalityId, t.externalId),
  index("person_by_code").on(t.fiscalCodeHash),
  index("person_by_name_hash").on(t.nameHash),
  index("person_without_name_hash").on(t.id).where(sql`${t.nameHash} IS NULL`),
  check("person_permit_whole", sql`(${t.permitKind} IS NULL) = (${t.permitExpiresOn} IS NULL)`),
]);

/** What somebody decided: whether whoever has this name and birth date elsewhere in the network is this person of ours. Void once either was changed. */
export const personRecognition = pgTable("person_recognition", {
  personId: uuid("person_id").primaryKey(),
  municipalityId: municipalityId(),
  nameHash: text("name_hash").notNull(),
  isSame: boolean("is_same").notNull(),
  decidedBy: text("decided_by").notNull(),
  decidedAt: instant("decided_at").notNull(),
}, (t) => [
  foreignKey({ columns: [t.personId, t.municipalityId], foreignColumns: [person.id, person.municipalityId] }),
]);

export const household = pgTable("household", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  protectedFor: protectedFor(),
  externalId: text("external_id"),
  /** `N-0142`: counted per municipality. */
  number: integer("number").notNull(),
  name: text("name"),
  phone: text("phone"),
  language: text("language"),
  needs: text("needs").array().notNull().default(sql`'{}'::text[]`),
  /** Needs that reveal health, encrypted. */
  healthNeeds: secret("health_needs"),
  preferences: jsonb("preferences").$type<Record<string, unknown>>().notNull().default({}),
  createdAt: createdAt(),
  version: version(),
}, (t) => [
  unique("household_tenant").on(t.id, t.municipalityId),
  unique("household_number").on(t.municipalityId, t.number),
  unique("household_external").on(t.municipalityId, t.externalId),
]);

/** Who belongs to a household, from-until; `during` is generated for the constraint: nobody is in two households at a time. */
export const membership = pgTable("membership", {
  id: id(),
  municipalityId: municipalityId(),
  protectedFor: protectedFor(),
  householdId: uuid("household_id").notNull(),
  personId: uuid("person_id").notNull(),
  role: text("role").$type<MemberRole>().notNull(),
  from: day("from_day").notNull(),
  until: day("until_day"),
  position: integer("position").notNull(),
  during: dayRange("during").generatedAlwaysAs(sql`daterange(from_day, until_day, '[)')`),
}, (t) => [
  index("membership_of_household").on(t.householdId, t.position),
  check("membership_in_order", sql`${t.until} IS NULL OR ${t.until} >= ${t.from}`),
  foreignKey({ columns: [t.householdId, t.municipalityId], foreignColumns: [household.id, household.municipalityId] }),
  foreignKey({ columns: [t.personId, t.municipalityId], foreignColumns: [person.id, person.municipalityId] }),
]);

/** A household in a programme: needs no bed. */
export const householdCase = pgTable("household_case", {
  id: id(),
  municipalityId: municipalityId(),
  protectedFor: protectedFor(),
  householdId: uuid("household_id").notNull(),
  programmeId: uuid("programme_id").notNull(),
  from: day("from_day").notNull(),
  until: day("until_day"),
  socialWorkerId: uuid("social_worker_id"),
  outcome: text("outcome").$type<CaseOutcome>(),
  outcomeNote: text("outcome_note"),
  version: version(),
}, (t) => [
  unique("household_case_tenant").on(t.id, t.municipalityId),
  check("household_case_in_order", sql`${t.until} IS NULL OR ${t.until} >= ${t.from}`),
  check("household_case_outcome", sql`(${t.outcome} IS NULL OR ${t.until} IS NOT NULL) AND (${t.outcomeNote} IS NULL OR ${t.outcome} IS NOT NULL)
    AND ${t.outcome} IN ('private_rental','social_housing','family','friends','sai','cas','minors_community','bridge','other_municipality','abroad','hospital','street','unknown','other','other_programme','withdrawn','death')`),
  index("household_case_of_household").on(t.householdId),
  foreignKey({ columns: [t.householdId, t.municipalityId], foreignColumns: [household.id, household.municipalityId] }),
  foreignKey({ columns: [t.programmeId, t.municipalityId], foreignColumns: [programme.id, programme.municipalityId] }),
]);

/** What was agreed in a case, in its order. */
export const caseGoal = pgTable("case_goal", {
  id: id(),
  municipalityId: municipalityId(),
  caseId: uuid("case_id").notNull(),
  position: integer("position").notNull(),
  text: text("text").notNull(),
  aimedOn: day("aimed_on").notNull(),
  reachedOn: day("reached_on"),
  givenUpOn: day("given_up_on"),
  givenUpReason: text("given_up_reason"),
}, (t) => [
  unique("case_goal_position").on(t.caseId, t.position),
  check("case_goal_one_end", sql`(${t.givenUpOn} IS NULL) = (${t.givenUpReason} IS NULL) AND (${t.reachedOn} IS NULL OR ${t.givenUpOn} IS NULL)`),
  foreignKey({ columns: [t.caseId, t.municipalityId], foreignColumns: [householdCase.id, householdCase.municipalityId] }),
]);

/** The ways out that are tried, in their order. */
export const caseExitPath = pgTable("case_exit_path", {
  id: id(),
  municipalityId: municipalityId(),
  caseId: uuid("case_id").notNull(),
  position: integer("position").notNull(),
  kind: text("kind").$type<ExitPathKind>().notNull(),
  startedOn: day("started_on"),
  expectedOn: day("expected_on"),
  listName: text("list_name"),
  rank: integer("rank"),
  leaseSignedOn: day("lease_signed_on"),
  note: text("note"),
}, (t) => [
  unique("case_exit_path_position").on(t.caseId, t.position),
  check("case_exit_path_kind", sql`${t.kind} IN ('rent_support','social_housing','private_rental','family_or_friends','other_service','other')`),
  check("case_exit_path_list", sql`(${t.listName} IS NULL OR ${t.kind} = 'social_housing') AND (${t.rank} IS NULL OR (${t.listName} IS NOT NULL AND ${t.rank} > 0))`),
  check("case_exit_path_lease", sql`${t.leaseSignedOn} IS NULL OR ${t.kind} IN ('rent_support','social_housing','private_rental')`),
  foreignKey({ columns: [t.caseId, t.municipalityId], foreignColumns: [householdCase.id, householdCase.municipalityId] }),
]);

export const referral = pgTable("referral", {
  id: id(),
  municipalityId: municipalityId(),
  protectedFor: protectedFor(),
  householdId: uuid("household_id").notNull(),
  source: text("source").notNull(),
  urgency: integer("urgency").notNull(),
  receivedOn: day("received_on").notNull(),
  note: text("note"),
  version: version(),
}, (t) => [
  index("referral_of_household").on(t.householdId),
  check("referral_urgency", sql`${t.urgency} BETWEEN 1 AND 3`),
  foreignKey({ columns: [t.householdId, t.municipalityId], foreignColumns: [household.id, household.municipalityId] }),
]);

/** The last number given to a household of the municipality. */
export const householdCounter = pgTable("household_counter", {
  municipalityId: text("municipality_id").primaryKey().references(() => municipality.code),
  last: integer("last").notNull(),
});
