import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, secret } from "./columns";
import { municipality } from "./municipalities";

/** Who did what: ids, codes and names of changed fields; no personal values, so that erasure stays possible. Rows are only ever added. */
export const auditEntry = pgTable("audit_entry", {
  id: id(),
  at: instant("at").notNull(),
  /** Null: what concerns the whole network, such as its users. */
  municipalityId: text("municipality_id").references(() => municipality.code),
  actorKind: text("actor_kind").notNull(),
  actorId: text("actor_id").notNull(),
  action: text("action").notNull(),
  subjectId: text("subject_id").notNull(),
  facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
}, (t) => [
  index("audit_entry_by_subject").on(t.municipalityId, t.subjectId),
  index("audit_entry_by_time").on(t.municipalityId, t.at),
]);

/**
 * One link of a municipality's chain for each entry: a keyed hash of the entry and of the link before. Written by a job after the
 * entry's transaction; rows are only ever added.
 */
export const auditSeal = pgTable("audit_seal", {
  /** The municipality's code, or `network`. */
  chain: text("chain").notNull(),
  /** 1, 2, 3 without a gap. */
  position: bigint("position", { mode: "number" }).notNull(),
  /** No foreign key: a removed entry must leave its seal behind. */
  entryId: uuid("entry_id").notNull(),
  hash: secret("hash").notNull(),
  sealedAt: instant("sealed_at").notNull(),
}, (t) => [primaryKey({ columns: [t.chain, t.position] }), unique("audit_seal_once").on(t.entryId)]);
