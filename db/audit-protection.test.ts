import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Grant, Role } from "@/domain/actor";
import { type Api, PERUGIA, startApi, TORINO } from "@/test/api";
import { sealEverything, someEntries } from "@/test/audit";
import { recordAudit } from "./audit";
import { asActor, connect, type Database } from "./client";
import { postgresError } from "./errors";
import { newId } from "./ids";

let api: Api;
let app: Database;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  app = connect(process.env.DATABASE_URL ?? "", 2);
  for (const municipality of [PERUGIA, TORINO, null]) await someEntries(api.owner, { municipality, count: 2 });
  await sealEverything(app);
});
afterAll(async () => {
  await app.end();
  await api.close();
});

const grant = (role: Role, municipality: string | null = PERUGIA): Grant => ({ role, municipality, organisationId: null });
const actor = (...grants: Grant[]): Actor => ({ kind: "user", id: newId(), name: "Maria Rossi", grants, network: [PERUGIA, TORINO] });
const part = (name: string): Actor => ({ kind: "system", id: name, name, grants: [], network: [] });

async function rows<T>(who: Actor, statement: string): Promise<T[]> {
  return asActor(app, who, async (db) => [...(await db.drizzle.execute(sql.raw(statement)))] as T[]);
}

const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => "done", (error: unknown) => postgresError(error)?.code ?? String(error));

const WRITING: [string, Actor, (string | null)[]][] = [
  ["a social worker", actor(grant("social_worker")), [PERUGIA]],
  ["an operator", actor(grant("operator")), [PERUGIA]],
  ["a manager", actor(grant("manager")), [PERUGIA]],
  ["an administrator of the municipality", actor(grant("administrator")), [PERUGIA]],
  ["a coordinator of the municipality", actor(grant("coordinator")), [PERUGIA]],
  ["somebody of both", actor(grant("operator"), grant("manager", TORINO)), [PERUGIA, TORINO]],
  ["a coordinator of the network", actor(grant("coordinator", null)), [PERUGIA, TORINO, null]],
  ["an administrator of the network", actor(grant("administrator", null)), [PERUGIA, TORINO, null]],
  ["nobody in particular", actor(), []],
  ["signing in", part("sign_in"), [PERUGIA, TORINO, null]],
  ["the command line", part("cli"), [PERUGIA, TORINO, null]],
];

describe("an entry is added", () => {
  test.each(WRITING)("by %s where they have anything to do, and nowhere else", async (_who, who, places) => {
    for (const municipality of [PERUGIA, TORINO, null]) {
      const adding = asActor(app, who, (db) => recordAudit(db, { action: "household.read", municipality, subjectId: "x" }));
      expect([municipality, await outcome(adding)]).toEqual([municipality, places.includes(municipality) ? "done" : "42501"]);
    }
  });

  test("in one's own name only", async () => {
    const manager = actor(grant("manager"));
    const inAnothers = asActor(app, manager, (db) => recordAudit({ ...db, actor: { ...manager, id: newId() } }, { action: "household.read", municipality: PERUGIA, subjectId: "x" }));
    expect(await outcome(inAnothers)).toBe("42501");
  });
});

const READING: [string, Actor, string[]][] = [
  ["a social worker", actor(grant("social_worker")), []],
  ["an operator", actor(grant("operator")), []],
  ["a manager", actor(grant("manager")), []],
  ["a coordinator of the network", actor(grant("coordinator", null)), []],
  ["an administrator of the municipality", actor(grant("administrator")), [PERUGIA]],
  ["an administrator of the network", actor(grant("administrator", null)), [PERUGIA, TORINO, "network"]],
  ["signing in", part("sign_in"), []],
  ["the mail", part("mail"), []],
  ["whoever seals", part("audit"), [PERUGIA, TORINO, "network"]],
];

describe("entries and seals are read", () => {
  test.each(READING)("by %s of their own chains, and of no other", async (_who, who, chains) => {
    const entries = await rows<{ chain: string }>(who, "SELECT DISTINCT coalesce(municipality_id, 'network') AS chain FROM audit_entry ORDER BY 1");
    const seals = await rows<{ chain: string }>(who, "SELECT DISTINCT chain FROM audit_seal ORDER BY 1");
    expect([entries.map(({ chain }) => chain), seals.map(({ chain }) => chain)]).toEqual([chains, chains]);
  });

  test("with the names of who acted by administrators, by nobody else", async () => {
    await api.as("manager", TORINO);
    const [user] = await api.owner<{ id: string }[]>`SELECT id FROM app_user LIMIT 1`;
    const named = (who: Actor) => rows(who, `SELECT name FROM actor_names(ARRAY['${user?.id}', 'cli', 'no id'])`);
    expect(await named(actor(grant("administrator")))).toEqual([{ name: "manager" }]);
    for (const role of ["manager", "coordinator", "operator"] as const) expect(await named(actor(grant(role)))).toEqual([]);
  });
});

describe("a seal", () => {
  const insert = `INSERT INTO audit_seal (chain, position, entry_id, hash, sealed_at) VALUES ('${PERUGIA}', 999, gen_random_uuid(), '', now())`;

  test.each<[string, Actor]>([["a manager", actor(grant("manager"))], ["an administrator", actor(grant("administrator", null))], ["signing in", part("sign_in")]])("is not added by %s", async (_who, who) => {
    expect(await outcome(rows(who, insert))).toBe("42501");
  });

  test("is neither changed nor removed, by whomever", async () => {
    for (const who of [actor(grant("administrator", null)), part("audit"), part("cli")]) {
      for (const statement of ["UPDATE audit_seal SET position = 7", "DELETE FROM audit_seal", "TRUNCATE audit_seal", "UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"]) {
        expect(await outcome(rows(who, statement)), statement).toBe("42501");
      }
    }
  });
});
