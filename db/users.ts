import { and, asc, eq, gt, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Grant } from "@/domain/actor";
import type { TaskKind } from "@/domain/task-causes";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { appUser, userPassword, userRole } from "./schema/users";

/** A user with the roles the actor may see. */
export type User = {
  id: string;
  email: string;
  name: string;
  language: string;
  disabledAt: string | null;
  createdAt: string;
  grants: Grant[];
  version: number;
};

export type NewUser = { email: string; name: string; language: string };

/** What signing in is checked against. */
export type Credentials = { userId: string; hash: string; isDisabled: boolean };

export async function credentialsOf(db: Db, email: string): Promise<Credentials | null> {
  const [found] = await db.drizzle
    .select({ userId: appUser.id, hash: userPassword.hash, disabledAt: appUser.disabledAt })
    .from(appUser)
    .innerJoin(userPassword, eq(userPassword.userId, appUser.id))
    .where(eq(appUser.email, email));
  return found ? { userId: found.userId, hash: found.hash, isDisabled: found.disabledAt !== null } : null;
}

/** Answers the new user's id; null when somebody, perhaps out of the actor's sight, has this e-mail. */
export async function addUser(db: Db, user: NewUser): Promise<string | null> {
  const id = newId();
  // Nothing is returned: nobody sees a user before the first role is given.
  const { count } = await db.drizzle.insert(appUser).values({ id, ...user }).onConflictDoNothing();
  return count === 1 ? id : null;
}

/** False when the user has the role already. */
export async function addGrant(db: Db, userId: string, { role, municipality, organisationId }: Grant): Promise<boolean> {
  const { count } = await db.drizzle
    .insert(userRole)
    .values({ id: newId(), userId, role, municipalityId: municipality, organisationId })
    .onConflictDoNothing();
  return count === 1;
}

export async function setPasswordHash(db: Db, userId: string, hash: string): Promise<void> {
  const values = { userId, hash, changedAt: sql`now()` };
  await db.drizzle.insert(userPassword).values(values).onConflictDoUpdate({ target: userPassword.userId, set: values });
}

/** The hash of a user's password; null without one. */
export async function passwordHashOf(db: Db, userId: string): Promise<string | null> {
  const [found] = await db.drizzle.select({ hash: userPassword.hash }).from(userPassword).where(eq(userPassword.userId, userId));
  return found?.hash ?? null;
}

/** For whoever may replace a password and not give a first one. */
export async function replacePasswordHash(db: Db, userId: string, hash: string): Promise<void> {
  const { count } = await db.drizzle.update(userPassword).set({ hash, changedAt: sql`now()` }).where(eq(userPassword.userId, userId));
  if (count !== 1) throw new NotFound("password");
}

/** A disabled user keeps the moment of the first time. */
export async function markDisabled(db: Db, userId: string): Promise<void> {
  const isEnabled = isNull(appUser.disabledAt);
  await db.drizzle.update(appUser).set({ disabledAt: sql`now()`, version: nextVersion }).where(and(eq(appUser.id, userId), isEnabled));
}

export async function markEnabled(db: Db, userId: string): Promise<void> {
  const isDisabled = isNotNull(appUser.disabledAt);
  await db.drizzle.update(appUser).set({ disabledAt: null, version: nextVersion }).where(and(eq(appUser.id, userId), isDisabled));
}

/** A change of anything about a user, also of nothing but the roles, counts in the version. */
export async function changeUser(db: Db, userId: string, fields: { name?: string; language?: string; mailedTasks?: TaskKind[] }): Promise<void> {
  await db.drizzle.update(appUser).set({ ...fields, version: nextVersion }).where(eq(appUser.id, userId));
}

/** All in one statement: with the first gone, the right to the others might be. */
export async function removeGrants(db: Db, userId: string, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  const each = grants.map(({ role, municipality, organisationId }) =>
    and(eq(userRole.role, role), sql`${userRole.municipalityId} IS NOT DISTINCT FROM ${municipality}`, sql`${userRole.organisationId} IS NOT DISTINCT FROM ${organisationId}::uuid`));
  await db.drizzle.delete(userRole).where(and(eq(userRole.userId, userId), or(...each)));
}

/** Any number that no other advisory lock of this product uses as its first. */
const ADMINISTRATORS = 7_365_032;

/** True when nobody else who may sign in administers the whole network; of two who ask for each other, the later sees the earlier's end. */
export async function isLastAdministrator(db: Db, userId: string): Promise<boolean> {
  await db.drizzle.execute(sql`SELECT pg_advisory_xact_lock(${ADMINISTRATORS}, 1)`);
  const [other] = await db.drizzle
    .select({ id: appUser.id })
    .from(userRole)
    .innerJoin(appUser, eq(appUser.id, userRole.userId))
    .where(and(eq(userRole.role, "administrator"), isNull(userRole.municipalityId), isNull(appUser.disabledAt), ne(userRole.userId, userId)))
    .limit(1);
  return other === undefined;
}

const nextVersion = sql`${appUser.version} + 1`;

/** The version of a user the actor may change, who is locked until the transaction ends. */
export async function lockUser(db: Db, id: string): Promise<number> {
  const [row] = await db.drizzle.select({ version: appUser.version }).from(appUser).where(eq(appUser.id, id)).for("no key update");
  if (!row) throw new NotFound("user");
  return row.version;
}

/** The name of whom a column says, in a query: as far as the actor may know them. */
export function nameOfUser(column: PgColumn): SQL<string | null> {
  return sql<string | null>`(SELECT ${appUser.name} FROM ${appUser} WHERE ${appUser.id}::text = ${column})`;
}

/** Unknown users and those of whom the actor sees nothing are not found alike. */
export async function findUser(db: Db, id: string): Promise<User> {
  const [found] = await users(db).where(eq(appUser.id, id));
  if (!found) throw new NotFound("user");
  return found;
}

export async function findUserByEmail(db: Db, email: string): Promise<User | null> {
  const [found] = await users(db).where(eq(appUser.email, email));
  return found ?? null;
}

/** `municipalities` null: with a role in the whole network. */
export type UserList = { municipalities: string[] | null; text: string; cursor: string | null; limit: number };

/** Users with a role in one of these municipalities and the text in name or e-mail, by e-mail, from the one after the user `cursor`. */
export function listUsers(db: Db, { municipalities, text, cursor, limit }: UserList): Promise<User[]> {
  const isTheirs = municipalities === null ? isNull(userRole.municipalityId) : inArray(userRole.municipalityId, municipalities);
  const theirs = db.drizzle.select({ userId: userRole.userId }).from(userRole).where(isTheirs);
  const last = cursor === null ? null : db.drizzle.select({ email: appUser.email }).from(appUser).where(eq(appUser.id, cursor));
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const isNamed = text === "" ? undefined : or(ilike(appUser.name, like), ilike(appUser.email, like));
  return users(db)
    .where(and(inArray(appUser.id, theirs), isNamed, last === null ? undefined : gt(appUser.email, sql`(${last})`)))
    .orderBy(asc(appUser.email))
    .limit(limit);
}

/** When these users last signed in, as far as they ever did and the actor keeps them. */
export async function lastSignIns(db: Db, userIds: string[]): Promise<Map<string, string>> {
  const rows = await db.drizzle.execute<{ user_id: string; at: string }>(sql`SELECT user_id, at FROM last_sign_ins(ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(userIds)}::jsonb)::uuid))`);
  return new Map([...rows].map(({ user_id, at }) => [user_id, new Date(at).toISOString()]));
}

/** True when the actor could have given the user every role the user has, also those the actor does not see. */
export async function keepsUser(db: Db, userId: string): Promise<boolean> {
  const [answer] = await db.drizzle.execute<{ keeps: boolean }>(sql`SELECT keeps_user(${userId}) AS keeps`);
  return answer?.keeps === true;
}

/** The same for administrators, who alone hand out tokens. */
export async function administersUser(db: Db, userId: string): Promise<boolean> {
  const [answer] = await db.drizzle.execute<{ administers: boolean }>(sql`SELECT administers_user(${userId}) AS administers`);
  return answer?.administers === true;
}

export async function hasUsers(db: Db): Promise<boolean> {
  const found = await db.drizzle.select({ id: appUser.id }).from(appUser).limit(1);
  return found.length > 0;
}

function users(db: Db) {
  const { id, email, name, language, disabledAt, createdAt, version } = appUser;
  return db.drizzle
    .select({ id, email, name, language, disabledAt, createdAt, grants: sql<Grant[]>`grants_of(${id})`, version })
    .from(appUser)
    .$dynamic();
}
