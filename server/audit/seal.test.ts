import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { JOBS } from "@/server/jobs/jobs";
import { runOnce } from "@/server/jobs/runner";
import { someEntries, tampering } from "@/test/audit";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { BOLOGNA, PERUGIA } from "@/test/people";
import { LONG, sealAll, SHORT } from "./seal";
import { verifyChain } from "./verify";

let fresh: FreshDatabase;
let owner: postgres.Sql;
let database: Database;
let another: Database;

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= randomBytes(32).toString("base64");
  fresh = await freshDatabase();
  owner = postgres(fresh.ownerUrl, { max: 2, onnotice: () => {} });
  [database, another] = [connect(fresh.appUrl, 2), connect(fresh.appUrl, 2)];
});

afterAll(async () => {
  for (const each of [database, another]) await each.end();
  await owner.end();
  await fresh.drop();
});

beforeEach(() => tampering(owner, (sql) => sql`TRUNCATE audit_entry, audit_seal`));

const positionsOf = async (chain: string) => (await owner<{ position: string }[]>`SELECT position FROM audit_seal WHERE chain = ${chain} ORDER BY position`).map(({ position }) => Number(position));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const unsealed = async () => (await owner`SELECT 1 FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)`).length;

test("every municipality has a chain of its own from 1 on, and the network one; in the order of writing", async () => {
  for (const municipality of [PERUGIA, BOLOGNA, null]) await someEntries(owner, { municipality, count: 3 });
  await sealAll(database, SHORT);
  for (const chain of [PERUGIA, BOLOGNA, "network"]) expect(await positionsOf(chain)).toEqual([1, 2, 3]);
  const inOrder = await owner<{ ours: boolean }[]>`SELECT bool_and(e.at > before) AS ours FROM (SELECT e.at, lag(e.at) OVER (ORDER BY s.position) AS before FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id WHERE s.chain = ${PERUGIA}) e WHERE before IS NOT NULL`;
  expect(inOrder).toEqual([{ ours: true }]);
});

test("what was sealed is not sealed again; what came since follows it", async () => {
  await someEntries(owner, { count: 2 });
  for (let turn = 0; turn < 3; turn += 1) await sealAll(database, SHORT);
  await someEntries(owner, { count: 2 });
  await sealAll(database, SHORT);
  expect(await positionsOf(PERUGIA)).toEqual([1, 2, 3, 4]);
  expect(await verifyChain(database, PERUGIA, [])).toMatchObject({ entries: 4, findings: [] });
});

test("the job that runs by the clock seals", async () => {
  await someEntries(owner, { count: 2 });
  for (const job of JOBS.filter(({ name }) => name.startsWith("audit_"))) await runOnce(database, job);
  expect(await positionsOf(PERUGIA)).toEqual([1, 2]);
});

test.each([["request", 1, SHORT], ["import", 60, LONG]])("an entry of a %s that was under way while later ones were sealed is sealed too", async (_what, minutesAgo, lookBack) => {
  const underWay = await owner.reserve();
  await underWay`BEGIN`;
  await someEntries(underWay, { minutesAgo });
  await someEntries(owner, { count: 2 });
  await sealAll(database, lookBack);
  expect(await positionsOf(PERUGIA)).toEqual([1, 2]);

  await underWay`COMMIT`;
  underWay.release();
  await sealAll(database, lookBack);
  expect(await positionsOf(PERUGIA)).toEqual([1, 2, 3]);
  expect(await unsealed()).toBe(0);
});

test("a backlog older than any look-back is sealed when the job comes back, and at first", async () => {
  await someEntries(owner, { minutesAgo: 60 * 24 * 40 });
  await sealAll(database, SHORT);
  await someEntries(owner, { minutesAgo: 60 * 24 * 20, count: 2 });
  await sealAll(database, SHORT);
  expect(await positionsOf(PERUGIA)).toEqual([1, 2, 3]);
});

test("two processes at once make one chain", async () => {
  await someEntries(owner, { count: 4500 });
  await Promise.all([sealAll(database, SHORT), sealAll(another, SHORT), sealAll(database, LONG)]);
  expect(await positionsOf(PERUGIA)).toEqual(upTo(4500));
  expect(await verifyChain(database, PERUGIA, [])).toMatchObject({ entries: 4500, findings: [] });
});

test("killed in the middle, the next one goes on where it was", async () => {
  await someEntries(owner, { count: 40_000 });
  const words = ["--conditions=react-server", "--import", "tsx", "server/cli/main.ts", "audit", "verify"];
  const doomed = spawn(process.execPath, words, { env: { ...process.env, DATABASE_URL: fresh.appUrl }, stdio: "ignore" });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => doomed.on("exit", (_code, signal) => resolve(signal)));
  while ((await positionsOf(PERUGIA)).length === 0 && doomed.exitCode === null) await owner`SELECT pg_sleep(0.01)`;
  doomed.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");

  const before = (await positionsOf(PERUGIA)).length;
  expect(before).toBeLessThan(40_000);
  await sealAll(database, SHORT);
  expect(await positionsOf(PERUGIA)).toEqual(upTo(40_000));
  expect(await verifyChain(database, PERUGIA, [])).toMatchObject({ entries: 40_000, findings: [] });
});

test("a position is given once, and an entry sealed once, also when the lock is skipped", async () => {
  await someEntries(owner, { count: 2 });
  await sealAll(database, SHORT);
  const [first] = await owner<{ entry_id: string }[]>`SELECT entry_id FROM audit_seal WHERE position = 1`;
  await expect(owner`INSERT INTO audit_seal (chain, position, entry_id, hash, sealed_at) VALUES (${PERUGIA}, 2, gen_random_uuid(), '', now())`).rejects.toMatchObject({ code: "23505" });
  await expect(owner`INSERT INTO audit_seal (chain, position, entry_id, hash, sealed_at) VALUES (${PERUGIA}, 3, ${first?.entry_id ?? ""}, '', now())`).rejects.toMatchObject({ code: "23505" });
});

test.each([["audit_entry"], ["audit_seal"]])("%s binds its owner too: rows are neither changed nor removed nor emptied", async (table) => {
  await someEntries(owner);
  await sealAll(database, SHORT);
  const column = table === "audit_entry" ? "action" : "chain";
  for (const statement of [`UPDATE ${table} SET ${column} = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`, `TRUNCATE ${table} CASCADE`]) {
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  }
});
