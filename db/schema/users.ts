import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { TaskKind } from "@/domain/task-causes";
import { createdAt, id, instant, secret, version } from "./columns";
import { municipality } from "./municipalities";
import { organisation } from "./organisations";

export const appUser = pgTable("app_user", {
  id: id(),
  /** Lower case. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  language: text("language").notNull().default("it"),
  /** Of which kinds of tasks the user is told by mail. */
  mailedTasks: text("mailed_tasks").array().$type<TaskKind[]>().notNull().default(sql`'{overdue,needs_bed,extension,ending,permit,of_age}'::text[]`),
  disabledAt: instant("disabled_at"),
  createdAt: createdAt(),
  version: version(),
}, (t) => [check("app_user_mailed_tasks", sql`${t.mailedTasks} <@ ARRAY['overdue','needs_bed','extension','arrival','departure','ending','permit','of_age']`)]);

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

/** A way in for somebody who forgot the password, sent by e-mail; good for one use and a short while. */
export const passwordReset = pgTable("password_reset", {
  id: id(),
  userId: uuid("user_id").notNull().references(() => appUser.id),
  /** SHA-256 of the secret in the link. */
  hash: text("hash").notNull().unique(),
  createdAt: createdAt(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
}, (t) => [index("password_reset_user").on(t.userId)]);

/** Attempts counted per account and address (rate-limiter-flexible's own columns); the keys are hashes. */
export const attemptCount = pgTable("attempt_count", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint("expire", { mode: "number" }),
});

/**
 * Messages on their way out, written in the transaction of what they tell of and sent by a job. The address is the user's at the
 * moment of sending; what a message must not show to a reader of this table is sealed, and forgotten once it is sent.
 */
export const outboxMessage = pgTable("outbox_message", {
  id: id(),
  userId: uuid("user_id").notNull().references(() => appUser.id),
  kind: text("kind").notNull(),
  sealed: secret("sealed"),
  createdAt: createdAt(),
  attempts: integer("attempts").notNull().default(0),
  nextAttemptAt: instant("next_attempt_at").notNull().default(sql`now()`),
  sentAt: instant("sent_at"),
  /** Given up: the reason the last attempt failed, as a code. */
  failedAt: instant("failed_at"),
  failure: text("failure"),
}, (t) => [index("outbox_message_due").on(t.nextAttemptAt).where(sql`sent_at IS NULL AND failed_at IS NULL`)]);

/** Where a person's deadlines are read by a calendar, which cannot sign in: whoever knows the address reads them, and nobody else. */
export const calendarFeed = pgTable("calendar_feed", {
  userId: uuid("user_id").primaryKey().references(() => appUser.id),
  /** SHA-256 of the secret in the address. */
  hash: text("hash").notNull().unique(),
  createdAt: createdAt(),
});
