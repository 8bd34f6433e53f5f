import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { connect, type Database } from "../client";
import { restoreBackup } from "./restore";
import { writeBackup } from "./write";

process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 1).toString("base64");

const MEGABYTE = 1024 * 1024;
const ROWS = 300;
/** Of rows of half a megabyte each; what is held at a time is a few of them. */
const [TOLD, HELD] = [150 * MEGABYTE, 90 * MEGABYTE];

let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "postoletto-memory-"));
  fresh = await freshDatabase();
  database = connect(fresh.ownerUrl, 1);
  await database.sql`
    INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id, facts)
    SELECT gen_random_uuid(), now(), 'system', 'cli', 'test', i, jsonb_build_object('noise', repeat(md5(i::text), 16384)) FROM generate_series(1, ${ROWS}) i`;
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

/** The most bytes held beside the heap while `work` ran. */
async function mostHeld(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 5);
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return most;
}

test("a database much larger than the memory it takes is backed up and restored, long rows whole", async () => {
  const file = path.join(folder, "large.gz");
  const content = () => database.sql`SELECT count(*)::int AS rows, sum(length(facts::text))::bigint::text AS bytes, md5(string_agg(md5(facts::text), '' ORDER BY id)) AS hash FROM audit_entry`;
  const before = [...(await content())];
  expect(Number(before[0]?.bytes)).toBeGreaterThan(TOLD);

  expect(await mostHeld(() => writeBackup(database, createWriteStream(file)))).toBeLessThan(HELD);
  expect(await mostHeld(() => restoreBackup(database, file, { replace: true, withoutKey: false }))).toBeLessThan(HELD);
  expect([...(await content())]).toEqual(before);
}, 180_000);
