import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import postgres from "postgres";
import { newId } from "@/db/ids";
import { commandLine } from "@/test/command-line";
import { bindingsOf, contentsOf } from "@/test/contents";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { runHere } from "@/test/run-here";

/** So many that a process can be caught in the middle of them. */
const ENTRIES = 60_000;
const KEY = Buffer.alloc(32, 7).toString("base64");

let folder: string;
let source: FreshDatabase;
let target: FreshDatabase;
let owner: postgres.Sql;
let whole: string;

const settings = (fresh: FreshDatabase) => ({ DATABASE_URL: fresh.appUrl, MIGRATION_DATABASE_URL: fresh.ownerUrl, POSTOLETTO_KEY: KEY });
const at = (name: string) => path.join(folder, name);

const cli = (fresh: FreshDatabase, words: string[], env: Record<string, string> = {}) => runHere(words, { ...settings(fresh), ...env });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "postoletto-backup-"));
  [source, target] = [await freshDatabase(), await freshDatabase()];
  const sql = postgres(source.ownerUrl, { max: 1, onnotice: () => {} });
  await sql`
    INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id, facts)
    SELECT gen_random_uuid(), now(), 'system', 'cli', 'test', i, jsonb_build_object('noise', md5(i::text) || md5((i * 7)::text)) FROM generate_series(1, ${ENTRIES}) i`;
  await sql`INSERT INTO app_user (id, email, name) VALUES (${newId()}, 'anna@comune.example', 'Anna')`;
  await sql`INSERT INTO person (id, municipality_id, given_name, family_name, birth_date, gender, name_hash) VALUES (${newId()}, 'G478', 'Anna', 'Rossi', '1980-01-01', 'female', 'made with the key')`;
  await sql.end();

  whole = at("whole.gz");
  expect(await cli(source, ["backup", whole])).toMatchObject({ code: 0, out: "" });
  owner = postgres(target.ownerUrl, { max: 1, onnotice: () => {} });
  await owner`INSERT INTO app_user (id, email, name) VALUES (${newId()}, 'maria@comune.example', 'Maria')`;
});

afterAll(async () => {
  await owner.end();
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

type Change = { header?: (header: Record<string, unknown>) => object; rows?: (text: string) => string };

/** The same file with another content, whole in itself. */
async function rewritten({ header = (same) => same, rows = (same) => same }: Change): Promise<string> {
  const [first = "", ...rest] = gunzipSync(await readFile(whole)).toString("latin1").split("\n");
  const before = `${JSON.stringify(header(JSON.parse(first) as Record<string, unknown>))}\n${rows(rest.slice(0, -2).join("\n"))}\n`;
  const sha256 = createHash("sha256").update(Buffer.from(before, "latin1")).digest("hex");
  const end = JSON.stringify({ ...(JSON.parse(rest.at(-2) ?? "") as object), sha256 });
  await writeFile(at("rewritten.gz"), gzipSync(Buffer.from(`${before}${end}\n`, "latin1"), { level: 1 }));
  return at("rewritten.gz");
}

async function untouched(words: string[], env: Record<string, string> = {}) {
  const before = await contentsOf(owner);
  const ended = await cli(target, words, env);
  expect(await contentsOf(owner)).toEqual(before);
  expect(ended.err).not.toMatch(/^\s+at /m);
  return ended;
}

describe("backup", () => {
  test("writes for its owner's eyes, says what to keep with it, and never over another file unasked", async () => {
    const file = at("mine.gz");
    const { code, out, err } = await cli(source, ["backup", file]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/^\d+ rows of \d+ tables in .*mine\.gz\.\nKeep the POSTOLETTO_KEY .*\n$/);
    expect(err).not.toContain(KEY);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await writeFile(file, "mine");
    expect(await cli(source, ["backup", file])).toMatchObject({ code: 1, err: expect.stringContaining("exists already") });
    expect(await readFile(file, "utf8")).toBe("mine");
    expect(await cli(source, ["backup", file, "--force"])).toMatchObject({ code: 0 });
    expect(await cli(source, ["restore", file, "--check"])).toMatchObject({ code: 0, err: expect.stringContaining("the file is whole") });
  });

  test("goes to standard output for whoever encrypts it on the way", async () => {
    const ended = await commandLine(["backup", "-"], settings(source), `"$@" > ${at("piped.gz")}`).ended;
    expect(ended).toMatchObject({ code: 0, out: "" });
    expect(await cli(source, ["restore", at("piped.gz"), "--check"])).toMatchObject({ code: 0 });
  });

  test.each([
    ["a folder that is not there", ["backup", "/nowhere/file.gz"], 1, /^\/nowhere\/file\.gz cannot be written: there is no such folder\. There is no backup\.\n$/],
    ["a device", ["backup", "/dev/null", "--force"], 1, /^\/dev\/null is no file/],
    ["no file", ["backup"], 2, /^Name one file\.\nUsage: .*backup FILE/],
  ])("is refused for %s", async (_case, words, code, sentence) => {
    expect(await cli(source, words)).toMatchObject({ code, out: "", err: expect.stringMatching(sentence) });
  });

  test("takes the role that sees every row", async () => {
    expect(await cli(source, ["backup", at("no.gz")], { MIGRATION_DATABASE_URL: "" })).toMatchObject({ code: 1, err: expect.stringMatching(/^MIGRATION_DATABASE_URL is not set.*\n$/) });
    const asApp = await cli(source, ["backup", at("no.gz")], { MIGRATION_DATABASE_URL: source.appUrl });
    expect(asApp).toMatchObject({ code: 1, err: expect.stringMatching(/^MIGRATION_DATABASE_URL names a role that does not see every row of .*\n$/) });
    expect([existsSync(at("no.gz")), existsSync(at("no.gz.part"))]).toEqual([false, false]);
  });

  test("on a full disk ends with one sentence and leaves nothing", async () => {
    // The limit of a file's size stands for the disk: it works without being root.
    const env = { ...settings(source), TSX_DISABLE_CACHE: "1" };
    const limited = await commandLine(["backup", at("full.gz")], env, 'ulimit -f 256; exec "$@"').ended;
    expect(limited).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^\S+full\.gz cannot be written: .*\. There is no backup\.\n$/) });
    expect([existsSync(at("full.gz")), existsSync(at("full.gz.part"))]).toEqual([false, false]);

    const piped = await commandLine(["backup", "-"], settings(source), '"$@" > /dev/full').ended;
    expect(piped).toMatchObject({ code: 1, err: "Standard output cannot be written: the disk is full. There is no backup.\n" });
  });

  test.each<NodeJS.Signals>(["SIGKILL", "SIGTERM"])("ended by %s leaves no file that looks whole, and the next one is", async (signal) => {
    const file = at(`ended-by-${signal}.gz`);
    const { child, ended } = commandLine(["backup", file], settings(source));
    while (!existsSync(`${file}.part`) || (await stat(`${file}.part`)).size === 0) await sleep(5);
    child.kill(signal);
    expect((await ended).code).not.toBe(0);
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, signal === "SIGKILL"]);

    expect(await cli(source, ["backup", file])).toMatchObject({ code: 0 });
    expect(await cli(source, ["restore", file, "--check"])).toMatchObject({ code: 0 });
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

describe("restore changes nothing and says why", () => {
  test("when the database holds data", async () => {
    expect(await untouched(["restore", whole])).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^The database holds data \(app_user\): --replace .*\n$/) });
  });

  test("when the file was cut off, wherever", async () => {
    const bytes = await readFile(whole);
    for (const length of [0, 12, 300, Math.floor(bytes.length / 2), bytes.length - 100, bytes.length - 9, bytes.length - 1]) {
      await writeFile(at("cut.gz"), bytes.subarray(0, length));
      expect(await cli(target, ["restore", at("cut.gz"), "--check"])).toMatchObject({ code: 1, err: expect.stringMatching(/ends too early: it was cut off.*\n$/) });
    }
    expect(await untouched(["restore", at("cut.gz"), "--replace"])).toMatchObject({ code: 1, err: expect.stringContaining("cut off") });
  });

  test("when one byte is another, wherever", async () => {
    const bytes = await readFile(whole);
    for (const place of [0, 11, 200, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 200, bytes.length - 8, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      await writeFile(at("changed.gz"), changed);
      expect(await cli(target, ["restore", at("changed.gz"), "--check"])).toMatchObject({ code: 1, err: expect.stringMatching(/damaged|no backup|cut off/) });
    }
    expect(await untouched(["restore", at("changed.gz"), "--replace"])).toMatchObject({ code: 1 });
  });

  test("when a value was exchanged and zipped anew", async () => {
    const text = gunzipSync(await readFile(whole)).toString("latin1");
    await writeFile(at("exchanged.gz"), gzipSync(Buffer.from(text.replace("anna@comune.example", "enzo@comune.example"), "latin1")));
    expect(await untouched(["restore", at("exchanged.gz"), "--replace"])).toMatchObject({ code: 1, err: expect.stringContaining("it is damaged") });
  });

  test.each([
    ["a plain text", Buffer.from("SELECT 1;\n")],
    ["another zipped file", gzipSync('{"format":"another"}\n')],
  ])("when it is %s", async (_case, content) => {
    await writeFile(at("unknown.gz"), content);
    expect(await untouched(["restore", at("unknown.gz"), "--replace"])).toMatchObject({ code: 1, err: expect.stringMatching(/^\S+unknown\.gz is no backup of Postoletto\.\n$/) });
  });

  test.each<[string, (header: Record<string, unknown>) => object, RegExp]>([
    ["an older version", (header) => ({ ...header, schema: 1, product: "0.0.9" }), /^The backup of \S+ was written by an older Postoletto \(0\.0\.9\): restore it with that version.*\n$/],
    ["a newer version", (header) => ({ ...header, schema: 9_999_999_999_999, product: "9.0.0" }), /^The backup of \S+ was written by a newer Postoletto \(9\.0\.0\): install that version.*\n$/],
    ["other columns", ({ tables, ...header }) => ({ ...header, tables: (tables as { name: string; columns: string[] }[]).map(({ name, columns }) => ({ name, columns: [...columns, "phone"] })) }), /^The table \w+ is not the one of the backup.*\n$/],
  ])("when it is of %s", async (_case, change, sentence) => {
    expect(await untouched(["restore", await rewritten({ header: change }), "--replace"])).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
  });

  test("when the key is another one, unless that is wanted", async () => {
    const other = { POSTOLETTO_KEY: Buffer.alloc(32, 8).toString("base64") };
    expect(await untouched(["restore", whole, "--replace"], other)).toMatchObject({ code: 1, err: expect.stringMatching(/^The backup belongs to another key.*--without-key.*\n$/) });

    const empty = await freshDatabase();
    expect(await cli(empty, ["restore", whole, "--without-key"], other)).toMatchObject({ code: 0 });
    // What the other key made would recognise nobody.
    const restored = postgres(empty.ownerUrl, { max: 1 });
    expect([...(await restored`SELECT name_hash FROM person`)]).toEqual([{ name_hash: null }]);
    await restored.end();
    await empty.drop();
  });

  test("when a row of the file breaks a rule of the database, which is told at the very end of its table", async () => {
    const file = await rewritten({ rows: (text) => text.replace("\t\\N\t77\n", "\tZZ\t77\n") });
    expect(await cli(target, ["restore", file, "--check"])).toMatchObject({ code: 0 });
    expect(await untouched(["restore", file, "--replace"])).toMatchObject({ code: 1, err: expect.stringMatching(/violates foreign key constraint.*\n$/) });
  });

  test("when it is killed in the middle", async () => {
    const [before, bindings] = [await contentsOf(owner), await bindingsOf(owner)];
    const { child, ended } = commandLine(["restore", whole, "--replace"], settings(target));
    await copying();
    child.kill("SIGKILL");
    expect(await ended).toMatchObject({ code: null, signal: "SIGKILL" });

    expect(await contentsOf(owner)).toEqual(before);
    expect(await bindingsOf(owner)).toEqual(bindings);
  });

  /** Resolves once rows of the entries are on their way into the target. */
  async function copying(): Promise<void> {
    for (;;) {
      const [row] = await owner`SELECT 1 FROM pg_stat_progress_copy WHERE datname = current_database() AND tuples_processed > 1000`;
      if (row) return;
      await sleep(5);
    }
  }
});

describe("restore", () => {
  test("with --replace puts the backup in place of everything, on its own connection or another's", async () => {
    await copyFile(whole, at("copy.gz"));
    const { code, out, err } = await cli(target, ["restore", at("copy.gz"), "--replace"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(/^\d+ rows of \d+ tables are back, as they were on \S+\.\nEverybody signs in again\..*\n$/);
    expect(await owner`SELECT email FROM app_user`).toEqual([{ email: "anna@comune.example" }]);
    expect(await owner`SELECT count(*)::int AS entries FROM audit_entry`).toEqual([{ entries: ENTRIES }]);
  });
});
