import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Db } from "./client";
import { newId } from "./ids";
import { userSession } from "./schema/users";
import type { Bearer } from "./tokens";

/** Opens a session that ends at `expiresAt` whatever happens; answers its id. */
export async function openSession(db: Db, userId: string, expiresAt: Date): Promise<string> {
  const id = newId();
  await db.drizzle.insert(userSession).values({ id, userId, lastSeenAt: sql`now()`, expiresAt: expiresAt.toISOString() });
  return id;
}

/** The user of a session that is open, seen within the last `idleMinutes`, and not of a disabled user; notes that it was seen. */
export async function sessionBearer(database: Database, sessionId: string, idleMinutes: number): Promise<Bearer | null> {
  const [bearer] = await database.sql<Bearer[]>`
    SELECT user_id AS "userId", name, grants FROM session_bearer(${sessionId}, make_interval(mins => ${idleMinutes}))`;
  return bearer ?? null;
}

export async function closeSession(db: Db, id: string): Promise<void> {
  await db.drizzle.update(userSession).set({ revokedAt: sql`now()` }).where(and(eq(userSession.id, id), isNull(userSession.revokedAt)));
}

/** Signs the user out everywhere. */
export async function closeSessionsOf(db: Db, userId: string): Promise<void> {
  await db.drizzle.update(userSession).set({ revokedAt: sql`now()` }).where(and(eq(userSession.userId, userId), isNull(userSession.revokedAt)));
}
