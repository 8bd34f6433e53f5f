import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { type Grant, type Role, ROLES } from "@/domain/actor";
import { systemActor } from "@/server/actor";
import { database } from "@/server/database";
import { createToken } from "@/server/tokens/create";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { anEmail, BOLOGNA, grant, PERUGIA, somebody } from "@/test/people";
import { meRoutes } from "./me";
import { tokenRoutes } from "./tokens";
import { userRoutes } from "./users";

let fresh: FreshDatabase;
const app = new OpenAPIHono();
for (const mount of [meRoutes, userRoutes, tokenRoutes]) mount(app);

type Caller = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Record<string, unknown> }>;

const caller = (token: string): Caller => async (method, path, body) => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await app.request(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

async function aCaller(...grants: Grant[]): Promise<{ id: string; call: Caller }> {
  const { id } = await somebody(database(), ...grants);
  const created = await asActor(database(), systemActor("cli"), (db) => createToken(db, { userId: id, name: "test" }));
  if (!created.ok) throw new Error(created.failure.code);
  return { id, call: caller(created.value.token) };
}

const aBody = (given: Record<string, unknown> = {}) => ({ email: anEmail(), name: "Anna Bianchi", municipality: PERUGIA, role: "operator", ...given });

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
});

afterAll(async () => {
  await database().end();
  await fresh.drop();
});

describe("/users", () => {
  test("a manager makes a user, sees them in the list, shuts them out and lets them in", async () => {
    const { call } = await aCaller(grant("manager"));
    const body = aBody({ password: "una lunga frase", language: "en" });
    const created = await call("POST", "/users", body);
    const { password: _password, ...told } = body as Record<string, unknown>;
    expect(created).toMatchObject({ status: 201, body: { ...told, version: 1, organisationId: null, disabledAt: null } });
    expect(JSON.stringify(created.body)).not.toContain("password");

    const listed = await call("GET", `/users?municipality=${PERUGIA}&limit=200`);
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: created.body.id, grants: [grant("operator")] }));
    expect(await call("POST", `/users/${String(created.body.id)}/disable`)).toMatchObject({ status: 200, body: { disabledAt: expect.any(String), version: 2 } });
    expect(await call("POST", `/users/${String(created.body.id)}/enable`)).toMatchObject({ status: 200, body: { disabledAt: null, version: 3 } });
    expect(await call("POST", `/users/${String(created.body.id)}/password`, { password: "un'altra lunga frase" })).toMatchObject({ status: 200 });
  });

  test.each<[string, Record<string, unknown>, number]>([
    ["a role one may not give", { role: "administrator" }, 403],
    ["another city", { municipality: BOLOGNA }, 404],
    ["an organisation that does not exist", { organisationId: "0199f0c4-7b7c-7000-8000-3b8a1c9d0e11" }, 404],
    ["a short password", { password: "short" }, 400],
    ["the e-mail as password", { email: "anna.bianchi@comune.example", password: "Anna.Bianchi@comune.example" }, 400],
    ["no city for an operator", { municipality: null }, 400],
    ["no e-mail", { email: "anna" }, 400],
    ["an unknown field", { isAdmin: true }, 400],
  ])("%s is refused", async (_case, given, status) => {
    const { call } = await aCaller(grant("manager"));
    expect((await call("POST", "/users", aBody(given))).status).toBe(status);
  });

  test("an e-mail in use is a conflict, in capitals as well", async () => {
    const { call } = await aCaller(grant("manager"));
    const body = aBody();
    await call("POST", "/users", body);
    expect((await call("POST", "/users", { ...body, email: body.email.toUpperCase() })).status).toBe(409);
  });

  test.each<[Role, number]>([["social_worker", 403], ["operator", 403], ["manager", 200], ["coordinator", 403], ["administrator", 200]])("%s reading the list gets %i", async (role, status) => {
    const { call } = await aCaller(grant(role));
    expect((await call("GET", "/users")).status).toBe(status);
  });

  test("an administrator of the city is out of a manager's reach", async () => {
    const [{ call }, { id }] = [await aCaller(grant("manager")), await aCaller(grant("administrator"))];
    expect((await call("POST", `/users/${id}/password`, { password: "una lunga frase" })).status).toBe(403);
    expect((await call("POST", `/users/${id}/disable`)).status).toBe(403);
  });
});

describe("/tokens", () => {
  test("a token opens the door until it is revoked, and is told once", async () => {
    const { call } = await aCaller(grant("social_worker"));
    const created = await call("POST", "/tokens", { name: "script", expiresAt: "2099-01-01T00:00:00Z" });
    expect(created).toMatchObject({ status: 201, body: { name: "script", revokedAt: null, token: expect.stringMatching(/^pl_/) } });
    const token = String(created.body.token);
    expect((await caller(token)("GET", "/me")).status).toBe(200);

    const listed = await call("GET", "/tokens?limit=1");
    expect(listed.body.items).toEqual([expect.objectContaining({ id: created.body.id })]);
    expect(listed.body.nextCursor).toBe(created.body.id);
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect(await call("DELETE", `/tokens/${String(created.body.id)}`)).toMatchObject({ status: 200, body: { revokedAt: expect.any(String) } });
    expect((await caller(token)("GET", "/me")).status).toBe(401);
  });

  test("an expiry that is past is malformed", async () => {
    const { call } = await aCaller(grant("operator"));
    expect((await call("POST", "/tokens", { name: "script", expiresAt: "2020-01-01T00:00:00Z" })).status).toBe(400);
  });

  test("an administrator makes one for a user of the city, a manager does not", async () => {
    const { id } = await aCaller(grant("operator"));
    const [administrator, manager] = [await aCaller(grant("administrator")), await aCaller(grant("manager"))];
    expect(await administrator.call("POST", "/tokens", { name: "gateway", userId: id })).toMatchObject({ status: 201, body: { userId: id } });
    expect((await manager.call("POST", "/tokens", { name: "gateway", userId: id })).status).toBe(403);
  });
});

test.each(ROLES.map((role) => [role]))("%s asks who they are", async (role) => {
  const { id, call } = await aCaller(grant(role));
  expect(await call("GET", "/me")).toMatchObject({ status: 200, body: { id, grants: [{ role, municipality: { code: PERUGIA, name: "Perugia" }, organisation: null }] } });
});

test("nobody is asked to sign in", async () => {
  expect((await app.request("/me")).status).toBe(401);
});
