import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Grant } from "@/domain/actor";
import type { Database, Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { apiToken, appUser } from "./schema/users";

/** Whoever holds a token or a session, with the roles of this moment. */
export type Bearer = { userId: string; name: string; grants: Grant[] };

/** `snapshot`: the state of the whole database at that moment, equal to another only while nothing was written. */
export type Recognition = Bearer & { snapshot: string };

/** A token as it is listed; what it opens the door with is nowhere kept. */
export type Token = {
  id: string;
  userId: string;
  userName: string;
  name: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
};

/** The bearer of a live token of a user who is not disabled, in one round trip; needs no actor, only the token's hash. */
export async function tokenBearer(database: Database, hash: string): Promise<Recognition | null> {
  const [bearer] = await database.sql<Recognition[]>`SELECT user_id AS "userId", name, grants, pg_current_snapshot()::text AS snapshot FROM token_bearer(${hash})`;
  return bearer ?? null;
}

export async function addToken(
  db: Db,
  token: { userId: string; name: string; hash: string; expiresAt: string | null },
): Promise<Token> {
  const id = newId();
  await db.drizzle.insert(apiToken).values({ id, ...token });
  return findToken(db, id);
}

export async function findToken(db: Db, id: string): Promise<Token> {
  const [found] = await tokens(db).where(eq(apiToken.id, id));
  if (!found) throw new NotFound("token");
  return found;
}

/** The tokens the actor may see, newest first, from the one after `cursor`. */
export function listTokens(db: Db, { cursor, limit }: { cursor: string | null; limit: number }): Promise<Token[]> {
  return tokens(db)
    .where(cursor === null ? undefined : lt(apiToken.id, cursor))
    .orderBy(desc(apiToken.id))
    .limit(limit);
}

/** The live tokens of a user with this name. */
export function tokensNamed(db: Db, userId: string, name: string): Promise<Token[]> {
  return tokens(db).where(and(eq(apiToken.userId, userId), eq(apiToken.name, name), isNull(apiToken.revokedAt)));
}

/** Closes the token for good; one already revoked keeps its moment. */
export async function closeToken(db: Db, id: string): Promise<void> {
  await db.drizzle.update(apiToken).set({ revokedAt: sql`now()` }).where(and(eq(apiToken.id, id), isNull(apiToken.revokedAt)));
}

function tokens(db: Db) {
  const { id, userId, name, createdAt, expiresAt, revokedAt } = apiToken;
  return db.drizzle
    .select({ id, userId, userName: appUser.name, name, createdAt, expiresAt, revokedAt })
    .from(apiToken)
    .innerJoin(appUser, eq(appUser.id, apiToken.userId))
    .$dynamic();
}
