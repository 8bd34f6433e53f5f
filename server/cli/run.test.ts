import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import postgres from "postgres";
import { actorFromRequest } from "@/server/actor";
import { database } from "@/server/database";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { runHere } from "@/test/run-here";

let fresh: FreshDatabase;
let owner: postgres.Sql;

type Ended = { code: number | null; out: string; err: string };

const cli = (words: string, env: Record<string, string> = {}) => runHere(words.split(" "), { ...settings(), ...env });

async function cliOfItsOwn(words: string, input: string): Promise<Ended> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "server/cli/main.ts", ...words.split(" ")], { env: { ...process.env, ...settings() } });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const settings = () => ({ DATABASE_URL: fresh.appUrl, MIGRATION_DATABASE_URL: fresh.ownerUrl, POSTOLETTO_DEMO: "0" });

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
  owner = postgres(fresh.ownerUrl, { max: 1 });
});

afterAll(async () => {
  await owner.end();
  await database().end();
  await fresh.drop();
});

describe("the command line", () => {
  test("tells the usage and ends with 2 when it does not know a command", async () => {
    const ended = await cli("fly me");
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toContain("token create --email E --name N");
  });

  test("makes users and prints a token alone, which opens the door until it is revoked", async () => {
    const added = await cliOfItsOwn("user add --email Maria@Comune.Example --name Maria --role operator --municipality Perugia --password-stdin", "una lunga frase\n");
    expect(added).toMatchObject({ code: 0, out: "" });
    expect(await cli("user add --email maria@comune.example --name Maria --role manager --municipality A944")).toMatchObject({ code: 0 });

    const { code, out } = await cli("token create --email maria@comune.example --name script --expires 2099-12-31");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^pl_[\w-]{43}\n$/) });
    const request = new Request("http://localhost/", { headers: { authorization: `Bearer ${out.trim()}` } });
    expect((await actorFromRequest(request))?.actor.grants.map(({ role, municipality }) => `${role} ${municipality}`)).toEqual(["operator G478", "manager A944"]);

    expect(await cli("token revoke --email maria@comune.example --name script")).toMatchObject({ code: 0 });
    expect(await actorFromRequest(request)).toBeNull();
    const actions = await owner`SELECT DISTINCT action FROM audit_entry WHERE actor_id = 'cli' ORDER BY action`;
    expect(actions.map(({ action }) => action)).toEqual(["token.created", "token.revoked", "user.created", "user.role_added"]);
  });

  test.each<[string, string, number, RegExp]>([
    ["an unknown user", "token create --email nobody@comune.example --name x", 1, /^There is no user nobody@comune.example\.\n$/],
    ["an unknown municipality", "user add --email a@b.c --name A --role operator --municipality Peruggia", 1, /^There is no municipality "Peruggia".*\n$/],
    ["a city with a namesake", "user add --email a@b.c --name A --role operator --municipality Samone", 1, /^Several municipalities are called "Samone".*H753, H754\.\n$/],
    ["a role that needs a city", "user add --email a@b.c --name A --role operator", 2, /^--municipality is missing/],
    ["an unknown option", "user disable --emial a@b.c", 2, /--emial/],
  ])("refuses %s in a sentence, without a stack", async (_case, words, code, sentence) => {
    const ended = await cli(words);
    expect(ended).toMatchObject({ code, out: "", err: expect.stringMatching(sentence) });
    expect(ended.err).not.toMatch(/^\s+at /m);
  });
});

describe("prepare", () => {
  test("does nothing to a database that is up to date, with or without the owner's role", async () => {
    expect(await cli("prepare")).toMatchObject({ code: 0 });
    expect(await cli("prepare", { MIGRATION_DATABASE_URL: "" })).toMatchObject({ code: 0 });
  });

  test("refuses to run as the role that owns the tables", async () => {
    expect(await cli("prepare", { DATABASE_URL: fresh.ownerUrl })).toMatchObject({ code: 1, err: expect.stringMatching(/^The role ".*" of DATABASE_URL owns tables.*\n$/) });
  });

  test("refuses a database that newer code has migrated", async () => {
    const [added] = await owner<{ id: number }[]>`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999) RETURNING id`;
    expect(await cli("prepare")).toMatchObject({ code: 1, err: expect.stringContaining("newer version of Postoletto") });
    await owner`DELETE FROM drizzle.__drizzle_migrations WHERE id = ${added?.id ?? 0}`;
  });

  test("says what to do when the database waits for migrations", async () => {
    const before = await owner<{ id: number; created_at: string }[]>`SELECT id, created_at FROM drizzle.__drizzle_migrations`;
    await owner`UPDATE drizzle.__drizzle_migrations SET created_at = 1`;
    const ended = await cli("prepare", { MIGRATION_DATABASE_URL: "" });
    for (const { id, created_at } of before) await owner`UPDATE drizzle.__drizzle_migrations SET created_at = ${created_at} WHERE id = ${id}`;
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining("npm run cli -- migrate") });
  });
});
