import { and, eq } from "drizzle-orm";
import type { Db } from "./client";
import { decrypt, encrypt } from "./secret-columns";
import { idempotencyKey } from "./schema/users";

export type StoredAnswer = { requestHash: string; status: number; body: unknown };

/**
 * Takes the key for this transaction. Null: it is ours, the work may begin. A second request with the same key waits here until
 * the first has committed and then gets its answer.
 */
export async function claimKey(db: Db, key: string, requestHash: string): Promise<StoredAnswer | null> {
  const mine = { actorId: db.actor.id, key };
  const claimed = await db.drizzle.insert(idempotencyKey).values({ ...mine, requestHash }).onConflictDoNothing().returning({ key: idempotencyKey.key });
  if (claimed.length > 0) return null;
  const [row] = await db.drizzle.select().from(idempotencyKey).where(and(eq(idempotencyKey.actorId, mine.actorId), eq(idempotencyKey.key, key)));
  return row ? { requestHash: row.requestHash, status: row.status ?? 500, body: unsealed(row.body) } : null;
}

/** Answers hold personal data, and once a new token: what is kept of them is sealed. */
function sealed(body: unknown): { sealed: string } {
  return { sealed: encrypt(JSON.stringify(body ?? null)).toString("base64") };
}

function unsealed(stored: unknown): unknown {
  const { sealed: text } = stored as { sealed: string };
  return JSON.parse(decrypt(Buffer.from(text, "base64"))) as unknown;
}

/** Keeps the answer, in the transaction that did the work; with what it was the answer to, where that was not known before. */
export async function storeAnswer(db: Db, key: string, { status, body, requestHash }: { status: number; body: unknown; requestHash?: string }): Promise<void> {
  await db.drizzle.update(idempotencyKey).set({ status, body: sealed(body), requestHash }).where(and(eq(idempotencyKey.actorId, db.actor.id), eq(idempotencyKey.key, key)));
}
