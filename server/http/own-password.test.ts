import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { setPasswordHash } from "@/db/users";
import { systemActor } from "@/server/actor";
import { hashOfPassword } from "@/server/auth/passwords";
import { signIn } from "@/server/auth/sign-in";
import { signInThrottle } from "@/server/auth/throttles";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Visitor, withSession, withToken } from "@/test/callers";
import { database } from "../database";

const PASSWORD = "una lunga frase";
const OTHER = "un'altra lunga frase";
const ADDRESS = { "x-postoletto-peer": "203.0.113.7" };

let api: Api;
let userId: string;
let email: string;
let here: Visitor;

const change = (currentPassword: string, password = OTHER, headers: Record<string, string> = ADDRESS) =>
  here({ method: "POST", path: "/me/password", body: { currentPassword, password }, headers });
const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { code?: string }).code;
const opens = async (password: string) => (await signIn(database(), signInThrottle(database()), { email, password, address: "198.51.100.1" })).ok;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
});
beforeEach(async () => {
  userId = await aUser(api.owner, { role: "operator", municipality: PERUGIA, organisationId: null });
  email = `${userId}@test.example`;
  await asActor(database(), systemActor("cli"), async (db) => setPasswordHash(db, userId, await hashOfPassword(PASSWORD)));
  here = await withSession(api.owner, userId);
});
afterAll(() => api.close());

describe("giving oneself another password", () => {
  test("lets in with the new one and no more with the old, and is written down without either", async () => {
    expect((await change(PASSWORD)).status).toBe(200);
    expect([await opens(PASSWORD), await opens(OTHER)]).toEqual([false, true]);
    const entries = await api.owner<{ entry: string }[]>`SELECT row_to_json(e)::text AS entry FROM audit_entry e WHERE action = 'user.password_set' AND subject_id = ${userId}`;
    expect(entries).toHaveLength(1);
    expect(entries[0]?.entry).not.toMatch(/frase/);
  });

  test("ends every other session and keeps the one that asked", async () => {
    const phone = await withSession(api.owner, userId);
    await change(PASSWORD);
    const status = async (browser: Visitor) => (await browser({ method: "GET", path: "/me" })).status;
    expect([await status(here), await status(phone)]).toEqual([200, 401]);
  });

  test("takes the present one: otherwise nothing changes", async () => {
    const answer = await change("not the password");
    expect([answer.status, codeOf(answer)]).toEqual([422, "wrong_password"]);
    expect(await opens(PASSWORD)).toBe(true);
  });

  test.each([["password_known", 422, "Password2024!!"], ["password_is_email", 422, ""], ["malformed", 400, "short"]])("is refused with %s", async (code, status, password) => {
    const answer = await change(PASSWORD, password === "" ? email.toUpperCase() : password);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(await opens(PASSWORD)).toBe(true);
  });

  test("is not for somebody who never had one, whose token it is", async () => {
    await api.owner`DELETE FROM user_password WHERE user_id = ${userId}`;
    here = await withToken(api.owner, userId);
    expect(codeOf(await change(""))).toBe("wrong_password");
  });

  test("with the same idempotency key is done once and answered alike, and the key's row tells nothing of it", async () => {
    const headers = { ...ADDRESS, "idempotency-key": `key ${userId}` };
    expect([await change(PASSWORD, OTHER, headers), await change(PASSWORD, OTHER, headers)]).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(await api.owner`SELECT 1 FROM audit_entry WHERE action = 'user.password_set' AND subject_id = ${userId}`).toHaveLength(1);
    expect(codeOf(await change(PASSWORD, "ancora una lunga frase", headers))).toBe("idempotency_conflict");
  });
});

describe("guessing the present password in somebody's session", () => {
  test("is stopped after ten, counts as failed sign-ins, and says when to go on", async () => {
    for (let turn = 0; turn < 10; turn += 1) expect(codeOf(await change("not the password"))).toBe("wrong_password");
    const stopped = await change(PASSWORD);
    expect([stopped.status, codeOf(stopped), Number(stopped.headers.get("retry-after")) > 800]).toEqual([429, "too_many_requests", true]);
    expect(await signIn(database(), signInThrottle(database()), { email, password: PASSWORD, address: "203.0.113.7" })).toMatchObject({ failure: { code: "too_many_attempts" } });
  });

  test("is not what somebody does whose new passwords are refused", async () => {
    for (let turn = 0; turn < 12; turn += 1) expect(codeOf(await change(PASSWORD, "Password2024!!"))).toBe("password_known");
    expect((await change(PASSWORD)).status).toBe(200);
  });
});
