import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, step } from "@/test/builders";
import { bindingsOf, contentsOf } from "@/test/contents";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { connect, type Database } from "../client";
import { loadDemo } from "../demo";
import { newId } from "../ids";
import { PASSING, tablesOf } from "./catalog";
import { restoreBackup } from "./restore";
import { writeBackup } from "./write";

let api: Api;
let source: Database;
let fresh: FreshDatabase;
let target: Database;
let folder: string;
const backupIn = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "postoletto-backup-"));
  api = await startApi({ today: "2026-11-20" });
  source = connect(api.ownerUrl, 1);
  fresh = await freshDatabase();
  target = connect(fresh.ownerUrl, 1);
  await loadDemo({ ownerUrl: api.ownerUrl, today: "2026-11-20", password: "a password for the demo" });
  await work();
});

afterAll(async () => {
  await source.end();
  await target.end();
  await fresh.drop();
  await api.close();
  await rm(folder, { recursive: true });
});

/** What the demo network lacks: records of the API, encrypted columns, kept answers, things that pass, texts that look like COPY's own. */
async function work(): Promise<void> {
  const [manager, operator] = [await api.as("manager"), await api.as("operator")];
  const unit = await aUnit(manager, 3);
  const household = await aHousehold(operator, [{ familyName: "Tab\tu\\lazione" }], { needs: ["mental_health_support"], name: "\\." });
  const placement = await aPlacement(operator, unit, "2026-11-18", "2026-12-18", { householdId: household.id });
  await step(operator, placement, "arrival", { date: "2026-11-18" });
  const headers = { "idempotency-key": "once" };
  await operator("POST", "/households", { headers, body: { municipality: "G478", members: [{ givenName: "Ada", familyName: "Prova", birthDate: "1990-05-05", gender: "female", role: "head", fiscalCode: "PRVDAA90E45G478X" }] } });

  await api.owner`INSERT INTO extension (id, municipality_id, placement_id, exit, latest_exit_before, reason, asked_by) VALUES (${newId()}, 'G478', ${placement.id}, '2027-01-18', '2026-12-18', 'health', ${newId()})`;
  await api.owner`INSERT INTO placement_correction (id, municipality_id, placement_id, changes, note, made_by) VALUES (${newId()}, 'G478', ${placement.id}, '[{"personId": "a\\tb"}]', ${"sbagliato\t\\N"}, ${newId()})`;

  const [inCharge] = await api.owner<{ id: string }[]>`SELECT id FROM household_case WHERE municipality_id = 'G478' AND until_day IS NULL LIMIT 1`;
  const agreed = { goals: [{ text: "Patente\t\\N", aimedOn: "2027-05-01" }], exitPaths: [{ kind: "social_housing", listName: "Bando \"2026\"", rank: 41 }] };
  expect((await manager("PATCH", `/cases/${inCharge?.id}`, { body: agreed })).status).toBe(200);

  await api.owner`INSERT INTO person_recognition SELECT person_id, 'G478', 'hash', true, 'Maria\t\\N', now() FROM membership WHERE household_id = ${household.id}`;

  const [user] = await api.owner<{ id: string }[]>`SELECT id FROM app_user ORDER BY id LIMIT 1`;
  const userId = user?.id ?? "";
  await api.owner`UPDATE household SET name = ${"\\N\n\\.\n\u0001'\"{},€🛏"}, preferences = ${{ note: "a\\nb\n\t" } as never} WHERE id = ${household.id}`;
  await api.owner`INSERT INTO user_session (id, user_id, last_seen_at, expires_at) VALUES (${newId()}, ${userId}, now(), now() + interval '1 day')`;
  await api.owner`INSERT INTO password_reset (id, user_id, hash, expires_at) VALUES (${newId()}, ${userId}, 'hash', now() + interval '1 day')`;
  await api.owner`INSERT INTO outbox_message (id, user_id, kind) VALUES (${newId()}, ${userId}, 'password_reset')`;
  await api.owner`INSERT INTO calendar_feed (user_id, hash) VALUES (${userId}, 'hash')`;
  await api.owner`INSERT INTO service_setting (contact_name) VALUES ('Ufficio casa')`;
  await api.owner`INSERT INTO attempt_count (key, points) VALUES ('key', 3)`;
  await api.owner`INSERT INTO audit_seal (chain, position, entry_id, hash, sealed_at) VALUES ('G478', 1, ${newId()}, ${randomBytes(32)}, now())`;
}

async function backUp(database: Database, file: string) {
  return writeBackup(database, createWriteStream(file));
}

const keepAll = { replace: false, withoutKey: false };
const linesAfterTheFirst = async (file: string) => {
  const bytes = await buffer(createReadStream(file).pipe(createGunzip()));
  return bytes.subarray(bytes.indexOf(10)).toString("latin1").replace(/\{[^\n]*"sha256":"\w+"\}\n$/, "");
};

describe("a backup", () => {
  test("restored into another database is equal, table by table, and what is about a moment only is left out", async () => {
    const before = await bindingsOf(target.sql);
    const { rows, header } = await backUp(source, backupIn("first.gz"));
    const result = await restoreBackup(target, backupIn("first.gz"), keepAll);
    expect(result).toEqual({ ok: true, value: { header, rows } });

    const expected = await contentsOf(source.sql);
    for (const name of PASSING) {
      expect(expected[name]).not.toBeNull();
      expected[name] = null;
    }
    expect(await contentsOf(target.sql)).toEqual(expected);
    expect(await bindingsOf(target.sql)).toEqual(before);
  });

  test("has rows in nearly every table, so that equality says something", async () => {
    const empty = Object.entries(await contentsOf(source.sql)).filter(([, hash]) => hash === null);
    expect(empty.map(([name]) => name)).toEqual(["municipal_holiday"]);
  });

  test("of the restored database is the same, byte for byte", async () => {
    await backUp(target, backupIn("second.gz"));
    expect(await linesAfterTheFirst(backupIn("second.gz"))).toBe(await linesAfterTheFirst(backupIn("first.gz")));
  });

  test("leaves the planner with numbers", async () => {
    const [row] = await target.sql<{ rows: number }[]>`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'stay'`;
    expect(row?.rows).toBeGreaterThan(1000);
  });

  test("tells no personal secret: encrypted columns stay encrypted", async () => {
    const text = await linesAfterTheFirst(backupIn("first.gz"));
    expect(text).toContain("Prova");
    expect(text).not.toContain("PRVDAA90E45G478X");
    expect(text).not.toContain("mental_health_support\"");
    expect(text).not.toContain(process.env.POSTOLETTO_KEY ?? "no key");
  });
});

describe("the schema", () => {
  test("has nothing that a backup would not carry", async () => {
    const others = await source.sql`
      SELECT relname::text, relkind::text FROM pg_class c
      WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'c') AND (relkind <> 'r' OR NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p'))`;
    expect([...others]).toEqual([]);
  });

  test("has no table that needs one of those left out", async () => {
    const tables = await tablesOf(source.sql);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(PASSING));
    expect(tables.filter(({ name, refersTo }) => !PASSING.includes(name) && refersTo.some((other) => PASSING.includes(other)))).toEqual([]);
  });
});

describe("a backup while others work", () => {
  test("holds what was there when it began and nothing of what came after", async () => {
    const before = await contentsOf(source.sql);
    const [operator, manager] = [await api.as("operator"), await api.as("manager")];
    const unit = await aUnit(manager, 2);
    const earlier = await contentsOf(source.sql);
    expect(earlier).not.toEqual(before);

    const slow = createWriteStream(backupIn("third.gz"));
    const write = slow._write.bind(slow);
    let meanwhile = 0;
    // The first bytes are those of the municipalities, which stand at the front: everything else is not yet read.
    slow._write = (chunk, encoding, callback) => {
      const others = meanwhile++ === 0 ? aPlacement(operator, unit, "2026-11-21", "2026-12-01") : Promise.resolve(null);
      others.then(() => write(chunk, encoding, callback), callback);
    };
    await writeBackup(source, slow);
    expect(meanwhile).toBeGreaterThan(1);

    const result = await restoreBackup(target, backupIn("third.gz"), { ...keepAll, replace: true });
    expect(result.ok).toBe(true);
    const kept = (contents: Record<string, string | null>) => Object.fromEntries(Object.entries(contents).filter(([name]) => !PASSING.includes(name)));
    expect(kept(await contentsOf(target.sql))).toEqual(kept(earlier));
    expect(kept(await contentsOf(source.sql))).not.toEqual(kept(earlier));
  });
});
