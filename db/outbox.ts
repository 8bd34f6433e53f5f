import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";
import { newId } from "./ids";
import { appUser, outboxMessage } from "./schema/users";
import { decrypt, encrypt } from "./secret-columns";

export const MESSAGE_KINDS = ["password_reset", "password_changed", "tasks"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type NewMessage = { userId: string; kind: MessageKind; payload: Record<string, string> };

/** A message whose time has come, opened (null: sealed with another key), with where it goes to. */
export type DueMessage = { id: string; kind: MessageKind; payload: Record<string, string> | null; attempts: number; email: string; language: string };

/** Puts a message on its way, in the transaction of what it tells of; the payload is sealed until it is sent. */
export async function queueMessage(db: Db, { userId, kind, payload }: NewMessage): Promise<void> {
  await db.drizzle.insert(outboxMessage).values({ id: newId(), userId, kind, sealed: Object.keys(payload).length > 0 ? encrypt(JSON.stringify(payload)) : null });
}

/** The message that waits longest, held until the transaction ends; those that others hold are passed over. */
export async function lockDueMessage(db: Db): Promise<DueMessage | null> {
  const isDue = and(isNull(outboxMessage.sentAt), isNull(outboxMessage.failedAt), lte(outboxMessage.nextAttemptAt, sql`now()`));
  const { id, kind, sealed, attempts } = outboxMessage;
  const [found] = await db.drizzle
    .select({ id, kind, sealed, attempts, email: appUser.email, language: appUser.language })
    .from(outboxMessage)
    .innerJoin(appUser, eq(appUser.id, outboxMessage.userId))
    .where(isDue)
    .orderBy(asc(outboxMessage.nextAttemptAt))
    .limit(1)
    .for("update", { of: outboxMessage, skipLocked: true });
  return found ? { id: found.id, kind: found.kind as MessageKind, payload: opened(found.sealed), attempts: found.attempts, email: found.email, language: found.language } : null;
}

function opened(sealed: Buffer | null): DueMessage["payload"] {
  try {
    return sealed === null ? {} : JSON.parse(decrypt(sealed));
  } catch {
    return null;
  }
}

/** What was sent is not kept. */
export async function markSent(db: Db, id: string): Promise<void> {
  await settle(db, id, { sealed: null, sentAt: sql`now()`, failure: null });
}

export async function markFailed(db: Db, id: string, failure: string): Promise<void> {
  await settle(db, id, { sealed: null, failedAt: sql`now()`, failure });
}

export async function markDelayed(db: Db, id: string, failure: string, minutes: number): Promise<void> {
  await settle(db, id, { nextAttemptAt: sql`now() + make_interval(mins => ${minutes})`, failure });
}

/** Forgets what was sent or given up a month ago. */
export async function sweepMessages(db: Db): Promise<void> {
  const settledAt = sql`coalesce(${outboxMessage.sentAt}, ${outboxMessage.failedAt})`;
  await db.drizzle.delete(outboxMessage).where(sql`${settledAt} < now() - interval '30 days'`);
}

type Outcome = { sealed?: null; sentAt?: SQL; failedAt?: SQL; nextAttemptAt?: SQL; failure: string | null };

async function settle(db: Db, id: string, outcome: Outcome): Promise<void> {
  await db.drizzle.update(outboxMessage).set({ ...outcome, attempts: sql`${outboxMessage.attempts} + 1` }).where(eq(outboxMessage.id, id));
}
