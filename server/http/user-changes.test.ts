import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import type { Role } from "@/domain/actor";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aUser, withSession, withToken } from "@/test/callers";
import { postOffice } from "@/test/post-office";
import { database } from "../database";
import { sendDueMessages } from "../mail/send-due";

type Grant = { role: Role; municipality: string | null; organisationId?: string | null };
type Listed = { id: string; name: string; email: string; lastSignInAt: string | null };

let api: Api;
let manager: Caller;
let ours: string;
let theirs: string;

const grant = (role: Role, municipality: string | null = PERUGIA, organisationId: string | null = null): Grant => ({ role, municipality, organisationId });
const colleague = (held: Grant = grant("social_worker")) => aUser(api.owner, { organisationId: null, ...held });
const rolesOf = async (id: string) => (await api.owner<{ role: string }[]>`SELECT role FROM user_role WHERE user_id = ${id} ORDER BY role`).map(({ role }) => role);
const listed = async (caller: Caller, query: string) => (await caller<{ items: Listed[] }>("GET", `/users?${query}`)).body.items;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await api.as("manager");
  const made = async (caller: Caller, municipality: string) => (await caller<{ id: string }>("POST", "/organisations", { body: { municipality, name: "Cooperativa" } })).body.id;
  [ours, theirs] = [await made(manager, PERUGIA), await made(await api.as("manager", TORINO), TORINO)];
});
afterAll(() => api.close());

describe("changing a user", () => {
  test("gives and takes roles, and changes the name, in one version", async () => {
    const id = await colleague();
    const grants = [grant("operator", PERUGIA, ours), grant("social_worker")];
    const changed = await manager("PATCH", `/users/${id}`, { body: { name: " Maria Bianchi ", grants }, headers: { "if-match": "1" } });
    expect(changed).toMatchObject({ status: 200, body: { name: "Maria Bianchi", version: 2 } });
    expect(changed.body.grants).toEqual(expect.arrayContaining(grants));
    expect(await manager("PATCH", `/users/${id}`, { body: { grants: [grant("operator", PERUGIA, ours)] } })).toMatchObject({ status: 200, body: { grants: [grants[0]], version: 3 } });
    const written = await api.owner<{ action: string; facts: object }[]>`SELECT action, facts FROM audit_entry WHERE subject_id = ${id} ORDER BY at`;
    expect(written.map(({ action }) => action)).toEqual(["user.changed", "user.role_added", "user.role_removed"]);
    expect(written[2]?.facts).toEqual({ role: "social_worker", organisationId: null });
  });

  test("holds at once for a session and a token in use", async () => {
    const id = await colleague();
    const doors = [await withSession(api.owner, id), await withToken(api.owner, id)];
    const reads = async () => Promise.all(doors.map(async (visit) => (await visit({ method: "GET", path: "/households", query: `municipality=${PERUGIA}` })).status));
    expect(await reads()).toEqual([200, 200]);
    await manager("PATCH", `/users/${id}`, { body: { grants: [grant("operator")] } });
    expect(await reads()).toEqual([200, 200]);
    const administrator = await api.as("administrator");
    await administrator("PATCH", `/users/${id}`, { body: { grants: [grant("coordinator")] } });
    expect(await reads()).toEqual([403, 403]);
  });

  test.each<[string, Role, string | null, Grant, number]>([
    ["a manager makes no administrator", "manager", PERUGIA, grant("administrator"), 403],
    ["a manager makes no coordinator", "manager", PERUGIA, grant("coordinator"), 403],
    ["a manager gives nothing in the whole network", "manager", PERUGIA, grant("administrator", null), 403],
    ["a manager gives nothing in another city", "manager", PERUGIA, grant("operator", TORINO), 404],
    ["an administrator of a city gives nothing in the network", "administrator", PERUGIA, grant("administrator", null), 403],
    ["an administrator of a city makes another", "administrator", PERUGIA, grant("administrator"), 200],
    ["an administrator of the network gives roles anywhere", "administrator", null, grant("manager", TORINO), 200],
    ["an operator changes nobody", "operator", PERUGIA, grant("operator"), 403],
    ["a coordinator changes nobody", "coordinator", null, grant("operator"), 403],
  ])("%s", async (_case, role, municipality, wanted, status) => {
    const id = await colleague();
    const caller = await api.as(role, municipality);
    expect((await caller("PATCH", `/users/${id}`, { body: { grants: [grant("social_worker"), wanted] } })).status).toBe(status);
    expect((await rolesOf(id)).length).toBe(status === 200 ? 2 : 1);
  });

  test("nobody gives themselves more than they may give", async () => {
    const caller = await api.as("manager");
    const { id } = (await caller<{ id: string }>("GET", "/me")).body;
    expect((await caller("PATCH", `/users/${id}`, { body: { grants: [grant("manager"), grant("administrator")] } })).status).toBe(403);
    expect((await caller("PATCH", `/users/${id}`, { body: { grants: [grant("operator")] } })).status).toBe(200);
    expect((await caller("GET", "/users")).status).toBe(403);
  });

  test.each<[string, () => Promise<string>, number]>([
    ["somebody of another city", () => colleague(grant("operator", TORINO)), 404],
    ["an administrator", () => colleague(grant("administrator")), 403],
    ["nobody at all", async () => newId(), 404],
  ])("%s is out of a manager's reach", async (_who, made, status) => {
    expect((await manager("PATCH", `/users/${await made()}`, { body: { name: "Altro" } })).status).toBe(status);
  });

  test("an organisation of another city is not found", async () => {
    expect((await manager("PATCH", `/users/${await colleague()}`, { body: { grants: [grant("operator", PERUGIA, theirs)] } })).status).toBe(404);
  });

  test("of two administrators who take the role from each other at once, one stays", async () => {
    const [one, other] = [await api.as("administrator", null), await api.as("administrator", null)];
    const [idOfOne, idOfOther] = await Promise.all([one, other].map(async (caller) => (await caller<{ id: string }>("GET", "/me")).body.id));
    const body = { grants: [grant("social_worker")] };
    const answers = await Promise.all([one("PATCH", `/users/${idOfOther}`, { body }), other("PATCH", `/users/${idOfOne}`, { body })]);
    const left = await api.owner`SELECT 1 FROM user_role r JOIN app_user u ON u.id = r.user_id WHERE r.role = 'administrator' AND r.municipality_id IS NULL AND u.disabled_at IS NULL`;
    expect([answers.some(({ status }) => status === 200), left.length > 0]).toEqual([true, true]);
  });
});

describe("the list", () => {
  test("is searched by name and address, as they are written", async () => {
    const id = await colleague();
    await manager("PATCH", `/users/${id}`, { body: { name: "Ugo 100% Verdi_" } });
    for (const q of ["verdi", "100%", "_", `${id.slice(0, 8)}`]) expect((await listed(manager, `limit=200&q=${encodeURIComponent(q)}`)).map((user) => user.id), q).toContain(id);
    expect(await listed(manager, "q=10%25%25")).toEqual([]);
  });

  test("says when somebody last signed in to whoever keeps the account, and to nobody else", async () => {
    const [signedIn, never] = [await colleague(), await colleague()];
    await withSession(api.owner, signedIn);
    const found = await listed(manager, `municipality=${PERUGIA}&limit=200`);
    const of = (id: string) => found.find((user) => user.id === id)?.lastSignInAt;
    expect([typeof of(signedIn), of(never)]).toEqual(["string", null]);
    const administrator = await colleague(grant("administrator"));
    await withSession(api.owner, administrator);
    expect((await listed(manager, `municipality=${PERUGIA}&limit=200`)).find(({ id }) => id === administrator)?.lastSignInAt).toBeNull();
  });

  test("has the roles of the whole network for those who administer it", async () => {
    const id = await colleague(grant("coordinator", null));
    const administrator = await api.as("administrator", null);
    expect((await listed(administrator, "network=true&limit=200")).map((user) => user.id)).toContain(id);
    for (const caller of [manager, await api.as("administrator")]) expect((await caller("GET", "/users?network=true")).status).toBe(403);
  });
});

test("everybody says how they are called and in which language, and no more", async () => {
  const worker = await api.as("social_worker");
  expect(await worker("PATCH", "/me", { body: { language: "en", name: "Ada Neri" } })).toMatchObject({ status: 200, body: { language: "en", name: "Ada Neri", version: 2 } });
  for (const body of [{ language: "de" }, { email: "a@b.it" }, { grants: [] }, {}]) expect((await worker("PATCH", "/me", { body })).status).toBe(400);
});

test("whoever gets another password from somebody else is told by mail, in their language", async () => {
  const office = await postOffice();
  process.env.POSTOLETTO_SMTP_URL = office.url;
  const id = await colleague();
  await api.owner`UPDATE app_user SET language = 'en' WHERE id = ${id}`;
  expect((await manager("POST", `/users/${id}/password`, { body: { password: "una lunga frase" } })).status).toBe(200);
  await sendDueMessages(database());
  delete process.env.POSTOLETTO_SMTP_URL;
  await office.close();
  expect(office.letters.map(({ to, text }) => [to, text.includes("your password has changed")])).toEqual([[[`${id}@test.example`], true]]);
});
