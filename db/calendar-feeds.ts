import { eq, sql } from "drizzle-orm";
import type { Database, Db } from "./client";
import { calendarFeed } from "./schema/users";
import type { Bearer } from "./tokens";

/** When the actor's address was made; null without one. */
export async function calendarOf(db: Db): Promise<string | null> {
  const [row] = await db.drizzle.select({ createdAt: calendarFeed.createdAt }).from(calendarFeed).where(eq(calendarFeed.userId, db.actor.id));
  return row?.createdAt ?? null;
}

/** Gives the actor an address; the one before is none any more. */
export async function renewCalendar(db: Db, hash: string): Promise<void> {
  const values = { userId: db.actor.id, hash, createdAt: sql`now()` };
  await db.drizzle.insert(calendarFeed).values(values).onConflictDoUpdate({ target: calendarFeed.userId, set: values });
}

export async function closeCalendar(db: Db): Promise<void> {
  await db.drizzle.delete(calendarFeed).where(eq(calendarFeed.userId, db.actor.id));
}

/** Whose calendar this is, with the roles of this moment; null when it is nobody's, or of somebody who is shut out. */
export async function calendarBearer(database: Database, hash: string): Promise<(Bearer & { language: string }) | null> {
  const [bearer] = await database.sql<(Bearer & { language: string })[]>`SELECT user_id AS "userId", name, language, grants FROM calendar_bearer(${hash})`;
  return bearer ?? null;
}
