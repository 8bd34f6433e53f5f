import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postmaster } from "./postgres/cluster.mjs";
import { enterDatabase } from "./postgres.mjs";

let state = "";
const data = () => join(state, "postgres", "data");

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "postoletto-state-"));
  await chmod(state, 0o711);
});
afterAll(() => rm(state, { recursive: true }));

async function asked<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

test("data and passwords outlive a stop, a stale pid file of somebody else's process included", async () => {
  const first = await enterDatabase(state);
  await asked(first.ownerUrl, (sql) => sql`create table kept (name text)`);
  await first.leave();
  expect(postmaster(data())).toBeNull();

  await writeFile(join(data(), "postmaster.pid"), `${process.pid}\n${data()}\n`);
  const second = await enterDatabase(state);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await asked(second.ownerUrl, (sql) => sql`select * from kept`)).toHaveLength(0);
  await second.leave();
});

test("the app's role owns nothing and is bound by everything, and text sorts by code point", async () => {
  const { ownerUrl, appUrl, leave } = await enterDatabase(state);
  try {
    await asked(ownerUrl, (sql) => sql`create extension if not exists btree_gist`);
    await asked(ownerUrl, (sql) => sql`create extension if not exists pg_trgm`);
    await expect(asked(appUrl, (sql) => sql`create table mine (name text)`)).rejects.toMatchObject({ code: "42501" });
    const roles = await asked(appUrl, (sql) => sql`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as is_mighty from pg_roles where rolname like 'postoletto%'`);
    expect(roles.map((role) => role.is_mighty)).toEqual([false, false]);
    expect(await asked(appUrl, (sql) => sql`select 'Z' < 'a' as sorted, upper('è') as upper`)).toEqual([{ sorted: true, upper: "È" }]);
  } finally {
    await leave();
  }
});

test("secrets are the owner's alone, and the server listens to this machine alone", async () => {
  expect((await stat(join(state, "secrets.json"))).mode & 0o777).toBe(0o600);
  const { appUrl, leave } = await enterDatabase(state);
  try {
    expect(await asked(appUrl, (sql) => sql`show listen_addresses`)).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await readFile(join(data(), "pg_hba.conf"), "utf8")).not.toMatch(/^[^#]*trust/m);
  } finally {
    await leave();
  }
});
