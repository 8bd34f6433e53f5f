import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Condition } from "@/domain/conditions";
import type { BedKind, FacilityKind, GenderPolicy, Letting } from "@/domain/housing";
import { createdAt, day, id, instant, municipalityId, version } from "./columns";
import { municipality } from "./municipalities";
import { organisation, programme } from "./organisations";

export const facility = pgTable("facility", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  externalId: text("external_id"),
  name: text("name").notNull(),
  kind: text("kind").$type<FacilityKind>().notNull(),
  address: text("address"),
  addressProtected: boolean("address_protected").notNull().default(false),
  genderPolicy: text("gender_policy").$type<GenderPolicy>(),
  features: text("features").array().notNull().default(sql`'{}'::text[]`),
  conditions: jsonb("conditions").$type<Condition[]>().notNull().default([]),
  turnaroundDays: integer("turnaround_days"),
  turnaroundWorking: boolean("turnaround_working"),
  opensOn: day("opens_on").notNull(),
  closesOn: day("closes_on"),
  organisationId: uuid("organisation_id"),
  programmeId: uuid("programme_id"),
  confirmedAt: instant("confirmed_at"),
  confirmedBy: uuid("confirmed_by"),
  createdAt: createdAt(),
  version: version(),
}, (t) => [
  unique("facility_tenant").on(t.id, t.municipalityId),
  unique("facility_external").on(t.municipalityId, t.externalId),
  foreignKey({ columns: [t.organisationId, t.municipalityId], foreignColumns: [organisation.id, organisation.municipalityId] }),
  foreignKey({ columns: [t.programmeId, t.municipalityId], foreignColumns: [programme.id, programme.municipalityId] }),
  check("facility_opens_before_it_closes", sql`${t.closesOn} IS NULL OR ${t.closesOn} > ${t.opensOn}`),
  check("facility_turnaround_whole", sql`(${t.turnaroundDays} IS NULL) = (${t.turnaroundWorking} IS NULL)`),
]);

/** Rooms that share kitchen and bath; its gender policy holds for all of them. */
export const flat = pgTable("flat", {
  id: id(),
  municipalityId: municipalityId(),
  facilityId: uuid("facility_id").notNull(),
  name: text("name").notNull(),
  genderPolicy: text("gender_policy").$type<GenderPolicy>(),
}, (t) => [
  unique("flat_tenant").on(t.id, t.municipalityId),
  unique("flat_name").on(t.facilityId, t.name),
  foreignKey({ columns: [t.facilityId, t.municipalityId], foreignColumns: [facility.id, facility.municipalityId] }),
]);

export const unit = pgTable("unit", {
  id: id(),
  municipalityId: municipalityId(),
  facilityId: uuid("facility_id").notNull(),
  flatId: uuid("flat_id"),
  externalId: text("external_id"),
  name: text("name").notNull(),
  letting: text("letting").$type<Letting>().notNull(),
  genderPolicy: text("gender_policy").$type<GenderPolicy>(),
  features: text("features").array().notNull().default(sql`'{}'::text[]`),
  conditions: jsonb("conditions").$type<Condition[]>().notNull().default([]),
  opensOn: day("opens_on"),
  closesOn: day("closes_on"),
  position: integer("position").notNull(),
  version: version(),
}, (t) => [
  unique("unit_tenant").on(t.id, t.municipalityId),
  unique("unit_external").on(t.municipalityId, t.externalId),
  index("unit_of_facility").on(t.facilityId, t.position),
  index("unit_of_municipality").on(t.municipalityId),
  foreignKey({ columns: [t.facilityId, t.municipalityId], foreignColumns: [facility.id, facility.municipalityId] }),
  foreignKey({ columns: [t.flatId, t.municipalityId], foreignColumns: [flat.id, flat.municipalityId] }),
]);

export const bed = pgTable("bed", {
  id: id(),
  municipalityId: municipalityId(),
  unitId: uuid("unit_id").notNull(),
  externalId: text("external_id"),
  name: text("name").notNull(),
  kind: text("kind").$type<BedKind>().notNull().default("single"),
  opensOn: day("opens_on"),
  closesOn: day("closes_on"),
  position: integer("position").notNull(),
  version: version(),
}, (t) => [
  unique("bed_tenant").on(t.id, t.municipalityId),
  unique("bed_in_unit").on(t.id, t.unitId),
  unique("bed_external").on(t.municipalityId, t.externalId),
  unique("bed_name").on(t.unitId, t.name),
  index("bed_of_unit").on(t.unitId, t.position),
  index("bed_of_municipality").on(t.municipalityId),
  foreignKey({ columns: [t.unitId, t.municipalityId], foreignColumns: [unit.id, unit.municipalityId] }),
]);

export const closure = pgTable("closure", {
  id: id(),
  municipalityId: municipalityId(),
  bedId: uuid("bed_id"),
  unitId: uuid("unit_id"),
  facilityId: uuid("facility_id"),
  from: day("from_day").notNull(),
  until: day("until_day").notNull(),
  reason: text("reason").notNull(),
  note: text("note"),
  cancelledAt: instant("cancelled_at"),
  createdAt: createdAt(),
  version: version(),
}, (t) => [
  unique("closure_tenant").on(t.id, t.municipalityId),
  index("closure_by_municipality").on(t.municipalityId, t.until),
  check("closure_of_one_thing", sql`num_nonnulls(${t.bedId}, ${t.unitId}, ${t.facilityId}) = 1`),
  check("closure_has_a_day", sql`${t.until} > ${t.from}`),
  foreignKey({ columns: [t.bedId, t.municipalityId], foreignColumns: [bed.id, bed.municipalityId] }),
  foreignKey({ columns: [t.unitId, t.municipalityId], foreignColumns: [unit.id, unit.municipalityId] }),
  foreignKey({ columns: [t.facilityId, t.municipalityId], foreignColumns: [facility.id, facility.municipalityId] }),
]);
