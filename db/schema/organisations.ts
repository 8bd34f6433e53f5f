import { jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { Condition } from "@/domain/conditions";
import { day, id, municipalityId, version } from "./columns";
import { municipality } from "./municipalities";

export const organisation = pgTable("organisation", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  name: text("name").notNull(),
  version: version(),
}, (t) => [
  unique("organisation_tenant").on(t.id, t.municipalityId),
  unique("organisation_name").on(t.municipalityId, t.name),
]);

export const programme = pgTable("programme", {
  id: id(),
  municipalityId: municipalityId().references(() => municipality.code),
  code: text("code").notNull(),
  name: text("name").notNull(),
  cup: text("cup"),
  startsOn: day("starts_on"),
  endsOn: day("ends_on"),
  conditions: jsonb("conditions").$type<Condition[]>().notNull().default([]),
  version: version(),
}, (t) => [
  unique("programme_tenant").on(t.id, t.municipalityId),
  unique("programme_code").on(t.municipalityId, t.code),
]);
