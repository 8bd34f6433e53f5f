import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Grant } from "@/domain/actor";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { asActor, connect, type Database } from "./client";
import { newId } from "./ids";

const TABLES = ["attempt_count", "password_reset", "outbox_message", "user_password", "user_session", "api_token"] as const;

let api: Api;
let app: Database;
const userId = newId();

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  app = connect(process.env.DATABASE_URL ?? "", 2);
  const { owner } = api;
  await owner`INSERT INTO app_user (id, email, name) VALUES (${userId}, 'maria@comune.example', 'Maria Rossi')`;
  await owner`INSERT INTO user_role (id, user_id, role, municipality_id) VALUES (${newId()}, ${userId}, 'operator', ${PERUGIA})`;
  await owner`INSERT INTO user_password (user_id, hash, changed_at) VALUES (${userId}, 'a hash', now())`;
  await owner`INSERT INTO user_session (id, user_id, last_seen_at, expires_at) VALUES (${newId()}, ${userId}, now(), now())`;
  await owner`INSERT INTO api_token (id, user_id, name, hash) VALUES (${newId()}, ${userId}, 'script', 'another hash')`;
  await owner`INSERT INTO attempt_count (key, points) VALUES ('a hash', 1)`;
  await owner`INSERT INTO password_reset (id, user_id, hash, expires_at) VALUES (${newId()}, ${userId}, 'a hash', now())`;
  await owner`INSERT INTO outbox_message (id, user_id, kind) VALUES (${newId()}, ${userId}, 'password_reset')`;
});
afterAll(async () => {
  await app.end();
  await api.close();
});

const part = (id: string): Actor => ({ kind: "system", id, name: id, grants: [], network: [] });
const person = (id: string, ...grants: Grant[]): Actor => ({ kind: "user", id, name: "Maria Rossi", grants, network: [PERUGIA] });
const of = (role: Grant["role"]): Grant => ({ role, municipality: PERUGIA, organisationId: null });

test.each<[string, Actor, string[]]>([
  ["sign-in", part("sign_in"), ["attempt_count", "password_reset", "user_password", "user_session", "api_token"]],
  ["the mail", part("mail"), ["outbox_message"]],
  ["the audit", part("audit"), []],
  ["oneself", person(userId, of("operator")), ["user_password", "user_session", "api_token"]],
  ["a colleague", person(newId(), of("operator")), []],
  ["the manager", person(newId(), of("manager")), ["user_password", "user_session"]],
  ["the administrator", person(newId(), of("administrator")), ["user_password", "user_session", "api_token"]],
  ["somebody without a role", person(newId()), []],
])("of what guards the door, %s reads only its part", async (_who, actor, visible) => {
  const seen = await asActor(app, actor, async (db) => {
    const counted: string[] = [];
    for (const name of TABLES) {
      const where = name === "attempt_count" ? sql`true` : sql`user_id = ${userId}`;
      if ((await db.drizzle.execute(sql`SELECT 1 FROM ${sql.identifier(name)} WHERE ${where}`)).length > 0) counted.push(name);
    }
    return counted;
  });
  expect(seen).toEqual(visible);
});

test.each([["sign_in"], ["audit"]])("%s changes no message, and only sign-in adds one", async (name) => {
  const change = (actor: Actor, statement: string) => asActor(app, actor, (db) => db.drizzle.execute(sql.raw(statement)));
  expect((await change(part(name), "UPDATE outbox_message SET failure = 'x'")).count).toBe(0);
  for (const actor of [part("mail"), part("audit"), person(userId, of("manager"))]) {
    const insert = change(actor, `INSERT INTO outbox_message (id, user_id, kind) VALUES ('${newId()}', '${userId}', 'password_reset')`);
    await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});
