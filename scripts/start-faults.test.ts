import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { neutral } from "./environment.mjs";
import { freePort } from "./postgres/cluster.mjs";
import { connectAs, ensureDatabase, ensureRoles } from "./postgres/roles.mjs";
import { exitCode } from "./processes.mjs";
import { projectRoot } from "./project.mjs";
import { readSecrets } from "./secrets.mjs";
import { temporaryCluster } from "./temporary-cluster.mjs";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "postoletto-faults-"));
  await chmod(home, 0o711);
});
afterEach(() => rm(home, { recursive: true }));

/** `npm start` or `npm run cli` up to its end, which must come. */
async function ended(script: "start.mjs" | "cli.mjs", env: Record<string, string>, { words = [], around = 'exec "$@"' }: { words?: string[]; around?: string } = {}) {
  const child = spawn("bash", ["-c", around, "bash", process.execPath, join(projectRoot, "scripts", script), ...words], {
    cwd: projectRoot,
    env: { ...neutral(), POSTOLETTO_HOME: home, POSTOLETTO_DEMO: "0", PORT: String(await freePort()), TSX_DISABLE_CACHE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, out, err] = await Promise.all([exitCode(child), text(child.stdout), text(child.stderr)]);
  return { code, out, lines: err.trimEnd().split("\n") };
}

describe("with a database of one's own, start ends in a sentence", () => {
  const owner = { name: `faults_${randomBytes(4).toString("hex")}_owner`, password: "owner" };
  const app = { name: owner.name.replace("owner", "app"), password: "app" };
  const name = owner.name.replace("_owner", "");
  let cluster: Awaited<ReturnType<typeof temporaryCluster>>;

  beforeAll(async () => {
    cluster = await temporaryCluster();
    await asAdmin(async (sql) => {
      await ensureRoles(sql, { owner, app });
      await ensureDatabase(sql, name, owner.name);
    });
  });
  afterAll(() => cluster.remove());

  async function asAdmin(work: (sql: postgres.Sql) => Promise<unknown>, url = cluster.adminUrl) {
    const sql = (await connectAs(url)) as postgres.Sql;
    try {
      await work(sql);
    } finally {
      await sql.end();
    }
  }

  function urlOf({ name: user, password }: { name: string; password: string }, database = name): string {
    const url = new URL(cluster.adminUrl);
    [url.username, url.password, url.pathname] = [user, password, `/${database}`];
    return url.href;
  }

  const prepared = "postoletto: the database could not be prepared (exit code 1): see above.";

  test.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    ["when nothing listens there", async () => ({ DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/x` }), /^The database does not answer: is it running, and is DATABASE_URL right\?$/],
    ["when the password is wrong", async () => ({ DATABASE_URL: urlOf({ ...app, password: "no" }) }), /^The database refuses the password in DATABASE_URL or MIGRATION_DATABASE_URL\.$/],
    ["when the owner's password is wrong", async () => ({ DATABASE_URL: urlOf(app), MIGRATION_DATABASE_URL: urlOf({ ...owner, password: "no" }) }), /^The database refuses the password in DATABASE_URL or MIGRATION_DATABASE_URL\.$/],
    ["when there is no such database", async () => ({ DATABASE_URL: urlOf(app, "nowhere") }), /^The database named in DATABASE_URL does not exist\.$/],
    ["when there is no such host", async () => ({ DATABASE_URL: "postgres://a:b@no-such-host.invalid/x" }), /^The database's host name is unknown: is DATABASE_URL right\?$/],
    ["when the role is a superuser", async () => ({ DATABASE_URL: `${cluster.adminUrl}` }), /^The role "postgres" of DATABASE_URL is a superuser, so nothing would keep the municipalities apart/],
    ["when the tables are not there and nobody may make them", async () => ({ DATABASE_URL: urlOf(app) }), /^The database has no tables yet: run `npm run cli -- migrate` first\.$/],
  ])("%s", async (_case, env, sentence) => {
    const { code, out, lines } = await ended("start.mjs", { NEXTAUTH_SECRET: "secret", POSTOLETTO_KEY: Buffer.alloc(32).toString("base64"), ...(await env()) });
    expect({ code, out, lines }).toEqual({ code: 1, out: "", lines: [expect.stringMatching(sentence), prepared] });
  });

  test("when the role owns the tables, and when the database is ahead of the code", async () => {
    const env = { NEXTAUTH_SECRET: "secret", POSTOLETTO_KEY: Buffer.alloc(32).toString("base64"), DATABASE_URL: urlOf(app), MIGRATION_DATABASE_URL: urlOf(owner) };
    expect(await ended("cli.mjs", env, { words: ["migrate"] })).toMatchObject({ code: 0 });
    expect(await ended("start.mjs", { ...env, DATABASE_URL: urlOf(owner) })).toEqual({ code: 1, out: "", lines: [expect.stringMatching(/^The role ".*_owner" of DATABASE_URL owns tables/), prepared] });

    await asAdmin((sql) => sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999)`, urlOf(owner));
    expect(await ended("start.mjs", env)).toEqual({ code: 1, out: "", lines: ["The database was migrated by a newer version of Postoletto: install that version.", prepared] });
  });
});

describe("start ends in a sentence", () => {
  test("when the port is taken, or none", async () => {
    const taken = await new Promise<Server>((resolve) => {
      const server = createServer().listen(0, () => resolve(server));
    });
    const { port } = taken.address() as { port: number };
    expect(await ended("start.mjs", { PORT: String(port) })).toEqual({ code: 1, out: "", lines: [`postoletto: port ${port} is taken by another program: set PORT to a free one, for example PORT=${port + 1}.`] });
    taken.close();
    expect(await ended("start.mjs", { PORT: "http" })).toEqual({ code: 1, out: "", lines: ["postoletto: PORT is `http`: it must be a number from 1 to 65535."] });
  });

  test.each([
    ["no address at all", { DATABASE_URL: "ask Maria" }],
    ["the address of something else", { DATABASE_URL: "mysql://a:b@127.0.0.1/x" }],
    ["one with a password that is not written as it must be", { DATABASE_URL: "postgres://a:100%@127.0.0.1/x" }],
    ["no address for the owner", { DATABASE_URL: "postgres://a:b@127.0.0.1/x", MIGRATION_DATABASE_URL: "localhost" }],
  ])("when the database has %s", async (_case, env) => {
    const name = Object.keys(env).at(-1);
    expect(await ended("start.mjs", env)).toEqual({ code: 1, out: "", lines: [expect.stringMatching(new RegExp(`^postoletto: ${name} is no address of a Postgres: it looks like postgres://role:password@host/database, .*\\.$`))] });
  });

  test.each([
    ["cut off", '{"owner": "ab', /^postoletto: \S+secrets\.json cannot be read \(.*\): restore it from a backup, the data cannot be opened without it\.$/],
    ["empty", "", /^postoletto: \S+secrets\.json cannot be read/],
    ["something else", "null", /^postoletto: \S+secrets\.json cannot be read/],
    ["something else of the kind", '{"owner": 5}', /^postoletto: \S+secrets\.json cannot be read/],
  ])("when secrets.json is %s, and leaves it as it is", async (_case, content, sentence) => {
    await writeFile(join(home, "secrets.json"), content);
    expect(await ended("start.mjs", {})).toEqual({ code: 1, out: "", lines: [expect.stringMatching(sentence)] });
    expect(await readFile(join(home, "secrets.json"), "utf8")).toBe(content);
  });

  test("when secrets.json belongs to somebody else", async () => {
    await writeFile(join(home, "secrets.json"), "{}", { mode: 0o000 });
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await expect(readSecrets(home)).rejects.toThrow(/belongs to another user: start as the user who started it first/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  // The limit of a file's size stands for a full disk: it works without being root.
  test.each([
    ["from the first file on", 0, /^postoletto: \S+ cannot be written: it would be larger than a file may be here\.$/],
    ["while the database is made", 256, /^postoletto: the database could not be created in \S+: could not write to file "\S+": File too large$/],
  ])("when the disk is full %s, and leaves nothing in the way of the next", async (_case, kilobytes, sentence) => {
    const full = await ended("start.mjs", {}, { around: `ulimit -f ${kilobytes}; exec "$@"` });
    expect(full).toEqual({ code: 1, out: "", lines: [expect.stringMatching(sentence)] });
    expect(await ended("cli.mjs", {}, { words: ["migrate"] })).toMatchObject({ code: 0, lines: ["The database is up to date."] });
  });

  test("when the state folder is a file", async () => {
    const file = join(home, "file");
    await writeFile(file, "");
    expect(await ended("start.mjs", { POSTOLETTO_HOME: file })).toEqual({ code: 1, out: "", lines: [`postoletto: ${file} cannot be written: there is a file of this name.`] });
  });
});
