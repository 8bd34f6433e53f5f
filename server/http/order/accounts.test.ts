import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { newId } from "@/db/ids";
import { addReset } from "@/db/password-resets";
import { setPasswordHash } from "@/db/users";
import { hashOfToken, systemActor } from "@/server/actor";
import { hashOfPassword } from "@/server/auth/passwords";
import { addUserWithRole } from "@/server/users/add-role";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { MAY_REFUSE, mending, STALE } from "@/test/refusals";
import { database } from "../../database";

const { inTurn, expectAllMet } = mending("accounts");
const GOOD = "una lunga frase";
const KNOWN = "Password2024!!";
/** Input is counted in characters; whether a password is too long in UTF-16, as the browser's field counts. */
const LONG = "🔑".repeat(101);

let api: Api;
let manager: Caller;
let operator: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  [manager, operator] = [await api.as("manager"), await api.as("operator")];
});
afterAll(() => api.close());

const idOf = async (caller: Caller) => (await caller<{ id: string }>("GET", "/me")).body.id;
const emailOf = (id: string) => `${id}@test.example`;

async function withPassword(caller: Caller): Promise<string> {
  const id = await idOf(caller);
  await asActor(database(), systemActor("cli"), async (db) => setPasswordHash(db, id, await hashOfPassword(GOOD)));
  return id;
}

test("making a user", async () => {
  const body = { surprise: 1, email: emailOf(await idOf(operator)), name: "A", municipality: TORINO, role: "administrator", organisationId: newId(), password: LONG };
  await inTurn("post /users", { by: operator, body }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { body: { municipality: PERUGIA } }],
    ["403 forbidden", { body: { role: "operator" } }],
    ["404 not_found", { body: { organisationId: undefined } }],
    ["422 password_too_long", { body: { password: KNOWN } }],
    ["422 password_known", { body: { password: GOOD } }],
    ["409 email_taken", { body: { email: "nuova@comune.example" } }],
  ], 201);
});

test.each(["disable", "enable"] as const)("%s", async (name) => {
  await inTurn(`post /users/{id}/${name}`, { by: operator, id: newId(), ifMatch: STALE }, [
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: await idOf(await api.as("administrator")) }],
    ["403 forbidden", { id: await idOf(await api.as("social_worker")) }],
    ["412 stale", { ifMatch: undefined }],
  ], 200);
});

test("changing a user's roles", async () => {
  const roles = (role: string, municipality: string | null, organisationId?: string) => ({ grants: [{ role, municipality, organisationId }] });
  const id = await idOf(await api.as("social_worker"));
  await inTurn("patch /users/{id}", { by: operator, id: newId(), ifMatch: STALE, body: roles("operator", null) }, [
    ["400 malformed", { body: roles("operator", TORINO) }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: await idOf(await api.as("administrator")) }],
    ["403 forbidden", { id }],
    ["404 not_found", { body: roles("administrator", PERUGIA) }],
    ["403 forbidden", { body: roles("operator", PERUGIA, newId()) }],
    ["404 not_found", { body: roles("operator", PERUGIA) }],
    ["412 stale", { ifMatch: undefined }],
  ], 200);
});

test("the last administrator of the network stays one", async () => {
  const administrator = await api.as("administrator", null);
  const [id, other] = [await idOf(administrator), await api.as("administrator", null)];
  const body = { grants: [{ role: "manager", municipality: PERUGIA }] };
  await other("POST", `/users/${id}/disable`);
  await inTurn("patch /users/{id}", { by: other, id: await idOf(other), ifMatch: STALE, body }, [
    ["412 stale", { ifMatch: undefined }],
    // Whoever is shut out does not count.
    ["409 last_administrator", { doing: () => other("POST", `/users/${id}/enable`) }],
  ], 200);
  // Who has given the role away has it no more, with the same token.
  expect((await other("PATCH", "/settings", { body: { contactName: "Ufficio" } })).status).toBe(403);
});

test("oneself and the service", async () => {
  await inTurn("patch /me", { by: api.nobody, ifMatch: STALE, body: { surprise: 1, language: "en" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["401 unauthenticated", { by: operator }],
    ["412 stale", { ifMatch: undefined }],
  ], 200);
  await inTurn("patch /settings", { by: operator, ifMatch: STALE, body: { surprise: 1, contactName: "Ufficio" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: await api.as("administrator") }],
    ["403 forbidden", { by: await api.as("administrator", null) }],
    ["412 stale", { ifMatch: undefined }],
  ], 200);
});

test("nobody disables themselves, in whichever version", async () => {
  const own = `/users/${await idOf(manager)}/disable`;
  for (const version of [STALE, "*"]) expect(await manager("POST", own, { headers: { "if-match": version } })).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("giving a user another password", async () => {
  const id = await idOf(await api.as("social_worker"));
  await inTurn("post /users/{id}/password", { by: operator, id: newId(), ifMatch: STALE, body: { surprise: 1, password: LONG } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: await idOf(await api.as("administrator")) }],
    ["403 forbidden", { id }],
    ["412 stale", { ifMatch: undefined }],
    ["422 password_too_long", { body: { password: emailOf(id) } }],
    ["422 password_is_email", { body: { password: KNOWN } }],
    ["422 password_known", { body: { password: GOOD } }],
  ], 200);
});

test("giving oneself another password", async () => {
  const worker = await api.as("social_worker");
  const id = await withPassword(worker);
  await inTurn("post /me/password", { by: api.nobody, body: { surprise: 1, currentPassword: "not the present one", password: LONG } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["401 unauthenticated", { by: worker }],
    ["422 wrong_password", { body: { currentPassword: GOOD } }],
    ["422 password_too_long", { body: { password: emailOf(id) } }],
    ["422 password_is_email", { body: { password: KNOWN } }],
    ["422 password_known", { body: { password: "un'altra lunga frase" } }],
  ], 200);
});

test("choosing another password with a link", async () => {
  const userId = await withPassword(await api.as("social_worker"));
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  await asActor(database(), systemActor("sign_in"), (db) => addReset(db, { userId, hash: hashOfToken(token), expiresAt }));
  await inTurn("post /password-resets/redemption", { by: api.nobody, body: { surprise: 1, token: "another", password: LONG } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["422 reset_expired", { body: { token } }],
    ["422 password_too_long", { body: { password: emailOf(userId) } }],
    ["422 password_is_email", { body: { password: KNOWN } }],
    ["422 password_known", { body: { password: "un'altra lunga frase" } }],
  ], 200);
});

test("revoking a token", async () => {
  const { body: { id } } = await operator<{ id: string }>("POST", "/tokens", { body: { name: "script" } });
  await inTurn("delete /tokens/{id}", { by: api.nobody, id }, [["401 unauthenticated", { by: manager }], ["404 not_found", { by: operator }]], 200);
});

test("making a user on the command line", async () => {
  const add = (email: string, password: string) =>
    asActor(database(), systemActor("cli"), (db) => addUserWithRole(db, { email, name: "A", password, role: "operator", municipality: PERUGIA, organisationId: null }));
  const [short, long, own] = ["a@b.it", `${"a".repeat(200)}@comune.example`, "anna.bianchi@comune.example"];
  const told: string[] = [];
  for (const [email, password] of [[short, short], [long, long], [own, own], [own, KNOWN]] as const) {
    const added = await add(email, password);
    told.push(added.ok ? "" : added.failure.code);
  }
  expect(told).toEqual(MAY_REFUSE.accounts["user add"]);
});

test("every refusal of these operations was told first once", expectAllMet);
