import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Database, Db } from "./client";
import { newId } from "./ids";
import { userSession } from "./schema/users";
import type { Recognition } from "./tokens";

/** Opens a session that ends at `expiresAt` whatever happens; answers its id. */
export async function openSession(db: Db, userId: string, expiresAt: Date): Promise<string> {
  const id = newId();
  await db.drizzle.insert(userSession).values({ id, userId, lastSeenAt: sql`now()`, expiresAt: expiresAt.toISOString() });
  return id;
}

/** The user of a session that is open, seen within the last `idleMinutes`, and not of a disabled user; notes that it was seen. */
export async function sessionBearer(database: Database, sessionId: string, idleMinutes: number): Promise<Recognition | null> {
  const [bearer] = await database.sql<Recognition[]>`
    SELECT user_id AS "userId", name, grants, pg_current_snapshot()::text AS snapshot FROM session_bearer(${sessionId}, make_interval(mins => ${idleMinutes}))`;
  return bearer ?? null;
}

/** Answers whose session it was; null when it was closed before. */
export async function closeSession(db: Db, id: string): Promise<string | null> {
  const isOpen = and(eq(userSession.id, id), isNull(userSession.revokedAt));
  const [closed] = await db.drizzle.update(userSession).set({ revokedAt: sql`now()` }).where(isOpen).returning({ userId: userSession.userId });
  return closed?.userId ?? null;
}

/** Signs the user out everywhere, but for the session `kept`. */
export async function closeSessionsOf(db: Db, userId: string, kept: string | null = null): Promise<void> {
  const isOther = kept === null ? undefined : ne(userSession.id, kept);
  await db.drizzle.update(userSession).set({ revokedAt: sql`now()` }).where(and(eq(userSession.userId, userId), isNull(userSession.revokedAt), isOther));
}

/** A session as its user sees it. */
export type OpenSession = { id: string; createdAt: string; lastSeenAt: string };

/** The sessions that still open the door, the one seen last first. */
export function openSessionsOf(db: Db, userId: string, idleMinutes: number): Promise<OpenSession[]> {
  const { id, createdAt, lastSeenAt } = userSession;
  const isSeen = gt(lastSeenAt, sql`now() - make_interval(mins => ${idleMinutes})`);
  return db.drizzle
    .select({ id, createdAt, lastSeenAt })
    .from(userSession)
    .where(and(eq(userSession.userId, userId), isNull(userSession.revokedAt), gt(userSession.expiresAt, sql`now()`), isSeen))
    .orderBy(desc(lastSeenAt), desc(id));
}
