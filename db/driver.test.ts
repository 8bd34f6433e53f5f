import { inArray, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { asActor, connect, type Database, type Db, inSavepoint } from "./client";
import { driverOf } from "./driver";
import { isWorthRetrying } from "./errors";
import { unit } from "./schema/facilities";

const actor: Actor = { kind: "system", id: "cli", name: "cli", grants: [], network: [] };

let fresh: FreshDatabase;
let owner: postgres.Sql;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = postgres(fresh.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await fresh.drop();
});
beforeEach(() => {
  database = connect(fresh.appUrl, 1);
});
afterEach(() => database.end());

/** Statements the connection keeps that name this; this one, unnamed, is not among them. */
async function kept(db: Db, text: string): Promise<number> {
  const [row] = await driverOf(db).unsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE '%${text}%'`);
  return row?.count ?? Number.NaN;
}

test("a statement asked again, in another transaction or a savepoint, is the one the connection keeps", async () => {
  const ask = (db: Db) => db.drizzle.execute(sql`SELECT ${"something"}::text AS asked_again`);
  await asActor(database, actor, ask);
  await asActor(database, actor, (db) => inSavepoint(db, ask));
  expect(await asActor(database, actor, (db) => kept(db, "asked_again"))).toBe(1);
});

test("lists of any length do not fill the connection's memory", async () => {
  await asActor(database, actor, async (db) => {
    for (let length = 1; length <= 60; length += 1) {
      await db.drizzle.select({ id: unit.id }).from(unit).where(inArray(unit.id, Array.from({ length }, () => crypto.randomUUID())));
    }
    const count = await kept(db, 'from "unit"');
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(12);
  });
});

test("when a column changes its type under a running server, the request is decided anew and goes on", async () => {
  const role = decodeURIComponent(new URL(fresh.appUrl).username);
  await owner`CREATE TABLE changing (id int, value int)`;
  await owner`GRANT SELECT ON changing TO ${owner(role)}`;
  await owner`INSERT INTO changing VALUES (1, 7)`;
  const ask = () => asActor(database, actor, (db) => db.drizzle.execute<{ value: unknown }>(sql`SELECT value FROM changing WHERE id = ${1}`));
  expect((await ask())[0]?.value).toBe(7);

  await owner`ALTER TABLE changing ALTER COLUMN value TYPE text`;
  expect(isWorthRetrying(await ask().catch((error: unknown) => error))).toBe(true);
  expect((await ask())[0]?.value).toBe("7");
});
