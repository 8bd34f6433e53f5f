import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "./client";
import { newId } from "./ids";
import { appUser, passwordReset, userPassword } from "./schema/users";

/** Any number that no other advisory lock of this product uses as its first. */
const RESETS = 7_365_023;

/** Who may be sent a new way in: a user with a password who is not disabled. Others open their doors with tokens only, or not at all. */
export async function resettableUser(db: Db, email: string): Promise<string | null> {
  const [found] = await db.drizzle
    .select({ id: appUser.id })
    .from(appUser)
    .innerJoin(userPassword, eq(userPassword.userId, appUser.id))
    .where(and(eq(appUser.email, email), isNull(appUser.disabledAt)));
  return found?.id ?? null;
}

/** Keeps a reset until `expiresAt`; those made before for the user end now. */
export async function addReset(db: Db, reset: { userId: string; hash: string; expiresAt: string }): Promise<void> {
  // Of two at once, the later must see the earlier.
  await db.drizzle.execute(sql`SELECT pg_advisory_xact_lock(${RESETS}, hashtext(${reset.userId}))`);
  const isOpen = and(eq(passwordReset.userId, reset.userId), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, sql`now()`));
  await db.drizzle.update(passwordReset).set({ expiresAt: sql`now()` }).where(isOpen);
  await db.drizzle.insert(passwordReset).values({ id: newId(), ...reset });
}

/**
 * The user of an open reset, which is used up by asking: of two at once, one is answered. Disabled users have none, nor is one left
 * from before the password was last changed.
 */
export async function takeReset(db: Db, hash: string): Promise<string | null> {
  const isOpen = and(eq(passwordReset.hash, hash), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, sql`now()`));
  const [used] = await db.drizzle.update(passwordReset).set({ usedAt: sql`now()` }).where(isOpen).returning({ userId: passwordReset.userId, createdAt: passwordReset.createdAt });
  if (!used) return null;
  const [holder] = await db.drizzle
    .select({ id: appUser.id })
    .from(appUser)
    .innerJoin(userPassword, eq(userPassword.userId, appUser.id))
    .where(and(eq(appUser.id, used.userId), isNull(appUser.disabledAt), lt(userPassword.changedAt, used.createdAt)));
  return holder?.id ?? null;
}

/** Forgets resets that ended before this day. */
export async function sweepResets(db: Db): Promise<void> {
  await db.drizzle.delete(passwordReset).where(lt(passwordReset.expiresAt, sql`now() - interval '1 day'`));
}
