import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, municipalityId, version } from "./columns";
import { municipality } from "./municipalities";
import { organisation } from "./organisations";

export const appUser = pgTable("app_user", {
  id: id(),
  /** Lower case. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  language: text("language").notNull().default("it"),
  disabledAt: instant("disabled_at"),
  createdAt: createdAt(),
  version: version(),
});

/** Apart from the user, so that colleagues may read a name and nobody a hash. */
export const userPassword = pgTable("user_password", {
  userId: uuid("user_id").primaryKey().references(() => appUser.id),
  /** argon2id. */
  hash: text("hash").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** A role in one municipality, or (null) in the whole network. */
export const userRole = pgTable("user_role", {
  id: id(),
  userId: uuid("user_id").notNull().references(() => appUser.id),
  role: text("role").notNull(),
  municipalityId: text("municipality_id").references(() => municipality.code),
  organisationId: uuid("organisation_id").references(() => organisation.id),
}, (t) => [unique("user_role_once").on(t.userId, t.role, t.municipalityId, t.organisationId).nullsNotDistinct()]);

export const userSession = pgTable("user_session", {
  id: id(),
  userId: uuid("user_id").notNull().references(() => appUser.id),
  createdAt: createdAt(),
  lastSeenAt: instant("last_seen_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  revokedAt: instant("revoked_at"),
}, (t) => [index("user_session_user").on(t.userId)]);

export const apiToken = pgTable("api_token", {
  id: id(),
  userId: uuid("user_id").notNull().references(() => appUser.id),
  name: text("name").notNull(),
  /** SHA-256 of the token, which has 256 bits of its own: no salt, no stretching needed. */
  hash: text("hash").notNull().unique(),
  createdAt: createdAt(),
  expiresAt: instant("expires_at"),
  revokedAt: instant("revoked_at"),
}, (t) => [index("api_token_user").on(t.userId)]);

/** The first answer to a request sent with an `Idempotency-Key`, written in the transaction of the work itself. */
export const idempotencyKey = pgTable("idempotency_key", {
  actorId: text("actor_id").notNull(),
  key: text("key").notNull(),
  requestHash: text("request_hash").notNull(),
  status: integer("status"),
  body: jsonb("body"),
  createdAt: createdAt(),
}, (t) => [primaryKey({ columns: [t.actorId, t.key] })]);

/** Who did what: ids, codes and names of changed fields; no personal values, so that erasure stays possible. Rows are only ever added. */
export const auditEntry = pgTable("audit_entry", {
  id: id(),
  at: instant("at").notNull(),
  municipalityId: municipalityId().references(() => municipality.code),
  actorKind: text("actor_kind").notNull(),
  actorId: text("actor_id").notNull(),
  action: text("action").notNull(),
  subjectId: text("subject_id").notNull(),
  facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
}, (t) => [
  index("audit_entry_by_subject").on(t.municipalityId, t.subjectId),
  index("audit_entry_by_time").on(t.municipalityId, t.at),
]);
