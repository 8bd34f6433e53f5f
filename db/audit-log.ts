import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { NETWORK_CHAIN } from "@/domain/audit";
import type { Day } from "@/domain/day";
import type { Db } from "./client";
import { auditEntry, auditSeal } from "./schema/audit";

export type AuditFilter = {
  /** A municipality's code, or `network`. */
  chain: string;
  from?: Day;
  until?: Day;
  actorId?: string;
  subjectId?: string;
  actions?: readonly string[];
  /** The last entry of the page before. */
  after?: string;
  limit: number;
};

export type LoggedEntry = {
  id: string;
  at: string;
  municipality: string | null;
  actorKind: string;
  actorId: string;
  actorName: string | null;
  action: string;
  subjectId: string;
  /** Of a user; of people in households nothing but the id is told. */
  subjectName: string | null;
  facts: Record<string, unknown>;
  /** In its chain; null while it is not sealed. */
  position: number | null;
};

/** Entries of one chain, newest first, with who acted by name. Days are those of Rome. */
export async function findEntries(db: Db, filter: AuditFilter): Promise<LoggedEntry[]> {
  const { id, at, municipalityId: municipality, actorKind, actorId, action, subjectId, facts } = auditEntry;
  const rows = await db.drizzle
    .select({ id, at, municipality, actorKind, actorId, action, subjectId, facts, position: auditSeal.position })
    .from(auditEntry)
    .leftJoin(auditSeal, eq(auditSeal.entryId, auditEntry.id))
    .where(matching(filter))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(filter.limit);
  const names = await namesOf(db, rows.flatMap((row) => [...(row.actorKind === "system" ? [] : [row.actorId]), ...(isAboutUser(row) ? [row.subjectId] : [])]));
  return rows.map((row) => ({ ...row, actorName: names.get(row.actorId) ?? null, subjectName: isAboutUser(row) ? (names.get(row.subjectId) ?? null) : null }));
}

function isAboutUser({ action }: { action: string }): boolean {
  return ["user", "token", "session"].includes(action.split(".")[0] ?? "");
}

function matching({ chain, from, until, actorId, subjectId, actions, after }: AuditFilter): SQL | undefined {
  const midnight = (day: Day) => sql`(${day}::date::timestamp AT TIME ZONE 'Europe/Rome')`;
  const last = after && sql`SELECT l.at, l.id FROM audit_entry l WHERE l.id = ${after}`;
  return and(
    chain === NETWORK_CHAIN ? isNull(auditEntry.municipalityId) : eq(auditEntry.municipalityId, chain),
    from ? sql`${auditEntry.at} >= ${midnight(from)}` : undefined,
    until ? sql`${auditEntry.at} < ${midnight(until)}` : undefined,
    actorId ? eq(auditEntry.actorId, actorId) : undefined,
    subjectId ? eq(auditEntry.subjectId, subjectId) : undefined,
    actions ? inArray(auditEntry.action, [...actions]) : undefined,
    last ? sql`(${auditEntry.at}, ${auditEntry.id}) < (${last})` : undefined,
  );
}

/** Through one reviewed function: whoever acted is named also where their roles are out of the reader's sight. */
async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const list = sql.join(asked.map((id) => sql`${id}`), sql`, `);
  const rows = await db.drizzle.execute<{ id: string; name: string }>(sql`SELECT id, name FROM actor_names(ARRAY[${list}]::text[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How far the chain is sealed, and since when. */
export async function sealedUpTo(db: Db, chain: string): Promise<{ position: number; at: string } | null> {
  const [row] = await db.drizzle
    .select({ position: auditSeal.position, at: auditSeal.sealedAt })
    .from(auditSeal)
    .where(eq(auditSeal.chain, chain))
    .orderBy(desc(auditSeal.position))
    .limit(1);
  return row ?? null;
}
