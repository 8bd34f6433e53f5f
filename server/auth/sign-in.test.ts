import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import postgres from "postgres";
import { asActor, connect, type Database } from "@/db/client";
import { systemActor } from "@/server/actor";
import { addUserWithRole } from "@/server/users/add-role";
import { disableUser } from "@/server/users/disable";
import { setPassword } from "@/server/users/set-password";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { anEmail, grant } from "@/test/people";
import { type SignIn, signIn } from "./sign-in";
import { type SignInThrottle, signInThrottle } from "./sign-in-throttle";

const PASSWORD = "una lunga frase";

let fresh: FreshDatabase;
let database: Database;
let owner: postgres.Sql;
let throttle: SignInThrottle;
let email: string;
let userId: string;

const attempt = (given: Partial<SignIn> = {}) => signIn(database, throttle, { email, password: PASSWORD, address: "203.0.113.7", ...given });
const openSessions = () => owner`SELECT id FROM user_session WHERE user_id = ${userId} AND revoked_at IS NULL`;
const wrong = { ok: false, failure: { code: "wrong_credentials" } };
const throttled = { ok: false, failure: { code: "too_many_attempts" } };

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 4);
  owner = postgres(fresh.ownerUrl, { max: 1 });
});

beforeEach(async () => {
  throttle = signInThrottle();
  email = anEmail();
  const user = await asActor(database, systemActor("cli"), (db) => addUserWithRole(db, { email, name: "Maria Rossi", password: PASSWORD, ...grant("operator") }));
  if (!user.ok) throw new Error(user.failure.code);
  userId = user.value.id;
});

afterAll(async () => {
  await owner.end();
  await database.end();
  await fresh.drop();
});

describe("signing in", () => {
  test("with the right password opens a session of eight hours", async () => {
    const signedIn = await attempt({ email: ` ${email.toUpperCase()} ` });
    const [session] = await owner`SELECT id, user_id, extract(epoch FROM expires_at - created_at)::int AS seconds FROM user_session WHERE user_id = ${userId}`;
    expect(signedIn).toEqual({ ok: true, value: { sessionId: session?.id } });
    expect(session?.seconds).toBeCloseTo(8 * 3600, -1);
  });

  test.each<[string, () => Partial<SignIn>]>([
    ["a wrong password", () => ({ password: "una lunga frasa" })],
    ["an empty password", () => ({ password: "" })],
    ["an unknown e-mail", () => ({ email: "nobody@comune.example" })],
  ])("with %s opens nothing", async (_case, given) => {
    expect(await attempt(given())).toEqual(wrong);
    expect(await openSessions()).toHaveLength(0);
  });

  test("as a disabled user opens nothing, and closes what was open", async () => {
    await attempt();
    await asActor(database, systemActor("cli"), (db) => disableUser(db, { userId }));
    expect(await openSessions()).toHaveLength(0);
    expect(await attempt()).toEqual(wrong);
  });

  test("goes by the new password once it was changed, and sessions of before are closed", async () => {
    await attempt();
    await asActor(database, systemActor("cli"), (db) => setPassword(db, { userId, password: "un'altra lunga frase" }));
    expect(await openSessions()).toHaveLength(0);
    expect(await attempt()).toEqual(wrong);
    expect(await attempt({ password: "un'altra lunga frase" })).toMatchObject({ ok: true });
  });

  test("keeps the password as argon2id only", async () => {
    const [row] = await owner`SELECT hash FROM user_password WHERE user_id = ${userId}`;
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("guessing", () => {
  const guesses = (count: number, given: (turn: number) => Partial<SignIn>) =>
    Promise.all(Array.from({ length: count }, (_unused, turn) => attempt({ password: "wrong", ...given(turn) })));

  test("one account is stopped after ten failures, from wherever, also when made at once; then the right password waits, too", async () => {
    const answers = await guesses(13, (turn) => ({ address: `203.0.113.${turn}` }));
    expect(answers.filter((answer) => !answer.ok && answer.failure.code === "too_many_attempts")).toHaveLength(3);
    const late = await attempt({ address: "198.51.100.1" });
    expect(late).toMatchObject(throttled);
    expect(late.ok || late.failure.code !== "too_many_attempts" ? 0 : late.failure.retryAfterSeconds).toBeGreaterThan(800);
  });

  test("many accounts from one address is stopped after fifty; other addresses go on", async () => {
    await guesses(50, (turn) => ({ email: `guess${turn}@comune.example` }));
    expect(await attempt()).toMatchObject(throttled);
    expect(await attempt({ address: "198.51.100.1" })).toMatchObject({ ok: true });
  });

  test("is not what people do who sign in rightly, however often", async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await throttle.attempt(email, "203.0.113.7");
      await throttle.forgive(email, "203.0.113.7");
    }
    expect(await attempt()).toMatchObject({ ok: true });
  });
});
