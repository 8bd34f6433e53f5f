import { and, asc, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { NETWORK_CHAIN } from "@/domain/audit";
import type { ChainedEntry, Link } from "@/domain/audit-chain";
import type { Db } from "./client";
import { driverOf } from "./driver";
import { auditEntry, auditSeal } from "./schema/audit";

/** Any number that no other advisory lock of this product uses as its first. */
const SEALING = 7_365_023;

export type Seal = { position: number; hash: string };

/** Entries of a transaction that was under way at the last sealing have an earlier instant than the last one sealed: so far back they are looked for. */
export type LookBack = { minutes: number };

const instantText = sql<string>`to_char(${auditEntry.at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const entryColumns = {
  id: auditEntry.id, at: instantText, municipality: auditEntry.municipalityId, actorKind: auditEntry.actorKind, actorId: auditEntry.actorId,
  action: auditEntry.action, subjectId: auditEntry.subjectId, facts: sql<string>`${auditEntry.facts}::text`,
};

function isOf(chain: string): SQL {
  return chain === NETWORK_CHAIN ? isNull(auditEntry.municipalityId) : eq(auditEntry.municipalityId, chain);
}

const isUnsealed = sql`NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = ${auditEntry.id})`;

/** The municipalities with entries, and the network: by leaps through the index, however many entries there are. */
export async function chainsOfEntries(db: Db): Promise<string[]> {
  const rows = await db.drizzle.execute<{ chain: string }>(sql`
    WITH RECURSIVE leap(chain) AS (
      (SELECT municipality_id FROM audit_entry WHERE municipality_id IS NOT NULL ORDER BY municipality_id LIMIT 1)
      UNION ALL
      SELECT (SELECT e.municipality_id FROM audit_entry e WHERE e.municipality_id > leap.chain ORDER BY e.municipality_id LIMIT 1) FROM leap WHERE leap.chain IS NOT NULL
    ) SELECT chain FROM leap WHERE chain IS NOT NULL`);
  return [...rows.map(({ chain }) => chain), NETWORK_CHAIN];
}

/** Every chain with a seal, also one whose entries are gone. */
export async function chainsOfSeals(db: Db): Promise<string[]> {
  const rows = await db.drizzle.execute<{ chain: string }>(sql`
    WITH RECURSIVE leap(chain) AS (
      (SELECT chain FROM audit_seal ORDER BY chain LIMIT 1)
      UNION ALL
      SELECT (SELECT s.chain FROM audit_seal s WHERE s.chain > leap.chain ORDER BY s.chain LIMIT 1) FROM leap WHERE leap.chain IS NOT NULL
    ) SELECT chain FROM leap WHERE chain IS NOT NULL`);
  return rows.map(({ chain }) => chain);
}

/** One writer per chain until the transaction ends; killed, it lets go. */
export async function lockChain(db: Db, chain: string): Promise<void> {
  await db.drizzle.execute(sql`SELECT pg_advisory_xact_lock(${SEALING}, hashtext(${chain}))`);
}

/** Batch after batch along the index: a planner that knows little of the tables would gather and sort all that is left for each of them. */
export async function alongTheIndex(db: Db): Promise<void> {
  await db.drizzle.execute(sql`SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_hashjoin', 'enable_mergejoin']) AS name`);
}

export async function lastSeal(db: Db, chain: string): Promise<Seal | null> {
  const [row] = await db.drizzle.select().from(auditSeal).where(eq(auditSeal.chain, chain)).orderBy(desc(auditSeal.position)).limit(1);
  return row ? { position: row.position, hash: row.hash.toString("hex") } : null;
}

export async function sealAt(db: Db, chain: string, position: number): Promise<Seal | null> {
  const [row] = await db.drizzle.select().from(auditSeal).where(and(eq(auditSeal.chain, chain), eq(auditSeal.position, position)));
  return row ? { position: row.position, hash: row.hash.toString("hex") } : null;
}

/** From which instant on entries may be unsealed. A clock that once stood in the future moves it no further than to now. */
export async function unsealedSince(db: Db, chain: string, { minutes }: LookBack): Promise<string> {
  const [row] = await db.drizzle.execute<{ since: string }>(sql`
    SELECT (CASE WHEN max(e.at) IS NULL THEN '-infinity' ELSE least(max(e.at), clock_timestamp()) - make_interval(mins => ${minutes}) END)::text AS since
    FROM (SELECT entry_id FROM audit_seal WHERE chain = ${chain} ORDER BY position DESC LIMIT 100) s JOIN audit_entry e ON e.id = s.entry_id`);
  return row?.since ?? "-infinity";
}

/** Unsealed entries in the order in which they are sealed, from the one after `after`. */
export function findUnsealed(db: Db, chain: string, { since, after, limit }: { since: string; after: ChainedEntry | null; limit: number }): Promise<ChainedEntry[]> {
  const further = after && sql`(${auditEntry.at}, ${auditEntry.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  return db.drizzle
    .select(entryColumns)
    .from(auditEntry)
    .where(and(isOf(chain), sql`${auditEntry.at} >= ${after?.at ?? since}::timestamptz`, further ?? undefined, isUnsealed))
    .orderBy(asc(auditEntry.at), asc(auditEntry.id))
    .limit(limit);
}

/** Entries older than the look-back that no sealing found: put in afterwards, or of a transaction longer than anything the product does. */
export function findEscaped(db: Db, chain: string, { minutes }: LookBack, limit: number): Promise<{ id: string; at: string }[]> {
  return db.drizzle
    .select({ id: auditEntry.id, at: instantText })
    .from(auditEntry)
    .where(and(isOf(chain), sql`${auditEntry.at} < clock_timestamp() - make_interval(mins => ${minutes})`, isUnsealed))
    .orderBy(asc(auditEntry.at))
    .limit(limit);
}

export async function addSeals(db: Db, chain: string, seals: readonly (Seal & { entryId: string })[]): Promise<void> {
  const columns = [seals.map(({ position }) => position), seals.map(({ entryId }) => entryId), seals.map(({ hash }) => hash)] as const;
  await driverOf(db)`
    INSERT INTO audit_seal (chain, position, entry_id, hash, sealed_at)
    SELECT ${chain}, s.position, s.entry_id, decode(s.hash, 'hex'), clock_timestamp()
    FROM unnest(${columns[0]}::bigint[], ${columns[1]}::uuid[], ${columns[2]}::text[]) AS s (position, entry_id, hash)`;
}

/** The next links of a chain, each with its entry as it is now. */
export async function findLinks(db: Db, chain: string, after: number, limit: number): Promise<Link[]> {
  const rows = await db.drizzle
    .select({ position: auditSeal.position, entryId: auditSeal.entryId, hash: auditSeal.hash, entry: entryColumns })
    .from(auditSeal)
    .leftJoin(auditEntry, eq(auditEntry.id, auditSeal.entryId))
    .where(and(eq(auditSeal.chain, chain), gt(auditSeal.position, after)))
    .orderBy(asc(auditSeal.position))
    .limit(limit);
  return rows.map(({ hash, entry, ...seal }) => ({ ...seal, chain, hash: hash.toString("hex"), entry: entry?.id ? (entry as ChainedEntry) : null }));
}
