import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asActor } from "@/db/client";
import { postgresError } from "@/db/errors";
import { replacePasswordHash, setPasswordHash } from "@/db/users";
import { systemActor } from "@/server/actor";
import { hashOfPassword } from "@/server/auth/passwords";
import { signIn } from "@/server/auth/sign-in";
import { signInThrottle } from "@/server/auth/throttles";
import { sendDueMessages } from "@/server/mail/send-due";
import { askForReset } from "@/server/passwords/ask-for-reset";
import { type Answered, type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, withSession } from "@/test/callers";
import { linkIn, postOffice } from "@/test/post-office";
import { database } from "../database";

const PASSWORD = "una lunga frase";
const OTHER = "un'altra lunga frase";

let api: Api;
let office: Awaited<ReturnType<typeof postOffice>>;
let userId: string;
let email: string;
let house = 0;

/** Each test comes from an address of its own. */
const from = (address = `192.0.2.${house}`) => ({ "x-postoletto-peer": address });
const ask = (given = email, address?: string) => api.nobody("POST", "/password-resets", { body: { email: given }, headers: from(address) });
const redeem = (token: string, password = OTHER, address?: string) => api.nobody<{ code?: string }>("POST", "/password-resets/redemption", { body: { token, password }, headers: from(address) });
const opens = async (password: string) => (await signIn(database(), signInThrottle(database()), { email, password, address: "198.51.100.1" })).ok;
const resets = () => api.owner`SELECT 1 FROM password_reset`;

/** The secret of the link that came by mail: the work goes on behind the answer. */
async function tokenByMail(count = 1): Promise<string> {
  await vi.waitFor(async () => expect(await resets()).toHaveLength(count), 10_000);
  await sendDueMessages(database());
  return new URL(linkIn(office.letters.at(-1)!)).hash.replace("#token=", "");
}

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  process.env.NEXTAUTH_URL = "https://posti.comune.example";
});
beforeEach(async () => {
  house += 1;
  await api.owner`DELETE FROM password_reset`;
  await api.owner`DELETE FROM outbox_message`;
  office = await postOffice();
  process.env.POSTOLETTO_SMTP_URL = office.url;
  userId = await aUser(api.owner, { role: "operator", municipality: PERUGIA, organisationId: null });
  email = `${userId}@test.example`;
  await asActor(database(), systemActor("cli"), async (db) => setPasswordHash(db, userId, await hashOfPassword(PASSWORD)));
});
afterEach(() => office.close());
afterAll(() => api.close());

describe("a forgotten password", () => {
  test("is replaced with the link that came by mail: all sessions end, the old one opens nothing, and it is written down", async () => {
    const browser = await withSession(api.owner, userId);
    expect(await ask(email.toUpperCase())).toMatchObject({ status: 202, body: {} });
    expect(await redeem(await tokenByMail())).toMatchObject({ status: 200, body: {} });
    expect([await opens(PASSWORD), await opens(OTHER), (await browser({ method: "GET", path: "/me" })).status]).toEqual([false, true, 401]);
    expect(await api.owner`SELECT actor_id, facts FROM audit_entry WHERE action = 'user.password_set' AND subject_id = ${userId}`).toMatchObject([{ actor_id: "sign_in", facts: { way: "reset" } }]);
  });

  test("is replaced once", async () => {
    await ask();
    const token = await tokenByMail();
    const answers = await Promise.all([redeem(token), redeem(token, "ancora una lunga frase")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await redeem(token)).body.code).toBe("reset_expired");
  });

  test("may still be replaced after a password that was refused", async () => {
    await ask();
    const token = await tokenByMail();
    expect(await redeem(token, "Password2024!!")).toMatchObject({ status: 422, body: { code: "password_known" } });
    expect(await redeem(token)).toMatchObject({ status: 200 });
  });

  test("lets in whoever tried too often to remember it", async () => {
    const guess = () => signIn(database(), signInThrottle(database()), { email, password: "not the password", address: `192.0.2.${house}` });
    for (let turn = 0; turn < 11; turn += 1) await guess();
    await ask();
    await redeem(await tokenByMail());
    expect(await signIn(database(), signInThrottle(database()), { email, password: OTHER, address: `192.0.2.${house}` })).toMatchObject({ ok: true });
  });

  test("is kept as a hash of the secret", async () => {
    await ask();
    const token = await tokenByMail();
    const [row] = await api.owner<{ kept: string }[]>`SELECT row_to_json(r)::text AS kept FROM password_reset r`;
    expect(row?.kept).not.toContain(token);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });
});

describe("a link is worth nothing", () => {
  const ways: [string, (token: string) => Promise<unknown>][] = [
    ["after half an hour", () => api.owner`UPDATE password_reset SET expires_at = expires_at - interval '30 minutes'`],
    ["once its user was disabled", () => api.owner`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}`],
    ["once the password was changed in another way", () => asActor(database(), systemActor("cli"), async (db) => setPasswordHash(db, userId, await hashOfPassword(PASSWORD)))],
    ["once there is a newer one", async () => {
      await ask();
      await vi.waitFor(async () => expect(await resets()).toHaveLength(2), 10_000);
    }],
  ];
  test.each(ways)("%s", async (_when, change) => {
    await ask();
    const token = await tokenByMail();
    await change(token);
    expect(await redeem(token)).toMatchObject({ status: 422, body: { code: "reset_expired" } });
    expect(await api.owner`SELECT 1 FROM audit_entry WHERE action = 'user.password_set' AND subject_id = ${userId}`).toHaveLength(0);
  });

  test("with another secret", async () => {
    await ask();
    await tokenByMail();
    expect(await redeem("a".repeat(43))).toMatchObject({ status: 422, body: { code: "reset_expired" } });
  });
});

describe("asking for a link", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["unknown", async () => (email = "nobody@comune.example")],
    ["disabled", () => api.owner`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}`],
    ["without a password", () => api.owner`DELETE FROM user_password WHERE user_id = ${userId}`],
  ])("is answered to somebody %s as to everybody, and nothing is sent", async (_who, change) => {
    const shown = ({ status, body, headers }: Answered) => ({ status, body, headers: [...headers].filter(([name]) => name !== "x-request-id").toSorted() });
    const known = shown(await ask());
    await vi.waitFor(async () => expect(await resets()).toHaveLength(1), 10_000);
    await change();
    expect(shown(await ask())).toEqual(known);
    // The same work, awaited.
    await askForReset(database(), email);
    expect(await resets()).toHaveLength(1);
    expect(await api.owner`SELECT 1 FROM outbox_message`).toHaveLength(1);
  });

  test("is stopped after three for one account from one address, known or not, and says when to go on", async () => {
    for (const given of [email, "nobody.there@comune.example"]) {
      for (let turn = 0; turn < 3; turn += 1) expect((await ask(given)).status).toBe(202);
      const stopped = await ask(given);
      expect(stopped).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
      expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(800);
    }
  });

  test("is stopped after ten for one account from anywhere, and after twenty from one address", async () => {
    for (let turn = 0; turn < 10; turn += 1) expect((await ask(email, `203.0.113.${turn}`)).status).toBe(202);
    expect((await ask(email, "203.0.113.99")).status).toBe(429);
    for (let turn = 0; turn < 20; turn += 1) expect((await ask(`a${turn}@comune.example`)).status).toBe(202);
    expect((await ask("z@comune.example")).status).toBe(429);
  });

  test.each([["no address", { email: "anna" }], ["nothing", {}], ["more than asked", { email: "a@comune.example", userId: 1 }]])("with %s is malformed", async (_what, body) => {
    expect(await api.nobody("POST", "/password-resets", { body, headers: from() })).toMatchObject({ status: 400, body: { code: "malformed" } });
  });
});

test("guessing secrets is stopped after thirty from one address", async () => {
  for (let turn = 0; turn < 30; turn += 1) expect((await redeem(`guess ${turn}`)).status).toBe(422);
  expect((await redeem("guess 31")).status).toBe(429);
});

test("the database lets nobody replace a password without a reset redeemed at the same time", async () => {
  const replace = (system: "sign_in" | "mail") => asActor(database(), systemActor(system), (db) => replacePasswordHash(db, userId, "a hash"));
  await expect(replace("mail")).rejects.toThrow("password not found");
  await expect(replace("sign_in")).rejects.toThrow("password not found");
  await ask();
  await redeem(await tokenByMail());
  await expect(replace("sign_in")).rejects.toThrow("password not found");
  const first = asActor(database(), systemActor("sign_in"), (db) => setPasswordHash(db, userId, "a hash"));
  expect(postgresError(await first.catch((error: unknown) => error))?.code).toBe("42501");
});
