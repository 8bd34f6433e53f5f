import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import postgres from "postgres";
import { asActor, connect, type Database } from "@/db/client";
import { isConnectionLost } from "@/db/errors";
import { systemActor } from "@/server/actor";
import { addUserWithRole } from "@/server/users/add-role";
import { disableUser } from "@/server/users/disable";
import { setPassword } from "@/server/users/set-password";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { anEmail, grant } from "@/test/people";
import { type SignIn, signIn } from "./sign-in";
import { signInJobs } from "./jobs";
import { isPassword } from "./passwords";
import type { Throttle } from "./throttle";
import { signInThrottle } from "./throttles";

const PASSWORD = "una lunga frase";

let fresh: FreshDatabase;
let database: Database;
let owner: postgres.Sql;
let throttle: Throttle;
let email: string;
let userId: string;

const attempt = (given: Partial<SignIn> = {}) => signIn(database, throttle, { email, password: PASSWORD, address: "203.0.113.7", ...given });
const openSessions = () => owner`SELECT id FROM user_session WHERE user_id = ${userId} AND revoked_at IS NULL`;
const wrong = { ok: false, failure: { code: "wrong_credentials" } };
const throttled = { ok: false, failure: { code: "too_many_attempts" } };

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.POSTOLETTO_KEY = randomBytes(32).toString("base64");
  database = connect(fresh.appUrl, 4);
  owner = postgres(fresh.ownerUrl, { max: 1 });
});

beforeEach(async () => {
  throttle = signInThrottle(database);
  await owner`DELETE FROM attempt_count`;
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
    expect(await owner`SELECT action, facts FROM audit_entry WHERE subject_id = ${userId} AND actor_id = 'sign_in'`).toEqual([{ action: "session.opened", facts: { sessionId: session?.id } }]);
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

describe("whoever signs in is judged by one verification and told the same", () => {
  const judged = async (given: Partial<SignIn>) => {
    const verified: (string | null)[] = [];
    const answer = await signIn(database, throttle, { email, password: "not the password", address: "203.0.113.7", ...given }, (password, kept) => {
      verified.push(kept);
      return isPassword(password, kept);
    });
    return { answer, verified };
  };
  const hash = expect.stringMatching(/^\$argon2id\$/);

  test.each<[string, () => Promise<Partial<SignIn>>, unknown[]]>([
    ["with a wrong password", async () => ({}), [hash]],
    ["as somebody unknown", async () => ({ email: "nobody@comune.example" }), [null]],
    ["as somebody without a password", async () => ({ email: await without(async () => owner`DELETE FROM user_password WHERE user_id = ${userId}`) }), [null]],
    ["as somebody disabled, with the right password", async () => ({ password: PASSWORD, email: await without(async () => owner`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}`) }), [hash]],
  ])("%s", async (_case, given, verified) => {
    expect(await judged(await given())).toEqual({ answer: wrong, verified });
  });

  async function without(work: () => Promise<unknown>): Promise<string> {
    await work();
    return email;
  }

  test("and without a hash a decoy is verified, as costly as a real one", async () => {
    const compared: string[] = [];
    const real = await owner`SELECT hash FROM user_password WHERE user_id = ${userId}`;
    for (const kept of [null, String(real[0]?.hash)]) {
      expect(await isPassword("not the password", kept, async (hashed) => compared.push(String(hashed)) > 0)).toBe(kept !== null);
    }
    const cost = (hashed = "") => hashed.split("$").slice(0, 4);
    expect(cost(compared[0])).toEqual(cost(compared[1]));
    expect(compared[0]).not.toBe(compared[1]);
  });
});

describe("guessing", () => {
  const guesses = (count: number, given: (turn: number) => Partial<SignIn>) =>
    Promise.all(Array.from({ length: count }, (_unused, turn) => attempt({ password: "wrong", ...given(turn) })));
  const stopped = (answers: Awaited<ReturnType<typeof signIn>>[]) => answers.filter((answer) => !answer.ok && answer.failure.code === "too_many_attempts").length;
  /** Counted and not judged: what is verified costs time. */
  const counted = async (count: number, address: (turn: number) => string) => {
    for (let turn = 0; turn < count; turn += 1) await throttle.attempt(email, address(turn));
  };

  test("one account from one address is stopped after ten failures, also when made at once; then the right password waits, too", async () => {
    expect(stopped(await guesses(13, () => ({})))).toBe(3);
    const late = await attempt();
    expect(late).toMatchObject(throttled);
    expect(late.ok || late.failure.code !== "too_many_attempts" ? 0 : late.failure.retryAfterSeconds).toBeGreaterThan(800);
  });

  test("one account from many addresses is stopped after fifty failures", async () => {
    await counted(50, (turn) => `203.0.113.${turn}`);
    expect(await attempt({ address: "198.51.100.1" })).toMatchObject(throttled);
  });

  test("all addresses of one IPv6 network count as one", async () => {
    await counted(10, (turn) => `2001:db8::${turn}`);
    expect(await attempt({ address: "2001:db8::ffff:1:1" })).toMatchObject(throttled);
    expect(await attempt({ address: "2001:db8:0:1::1" })).toMatchObject({ ok: true });
  });

  test("from elsewhere does not shut people out where they signed in of late, nor does going on where one was stopped", async () => {
    await attempt({ address: "198.51.100.1" });
    await counted(60, (turn) => `203.0.113.${turn}`);
    expect(await attempt({ address: "198.51.100.1" })).toMatchObject({ ok: true });

    await owner`DELETE FROM attempt_count`;
    await counted(200, () => "203.0.113.7");
    expect(await attempt({ address: "198.51.100.2" })).toMatchObject({ ok: true });
  });

  test("many accounts from one address is stopped after fifty; other addresses go on", async () => {
    for (let turn = 0; turn < 50; turn += 1) await throttle.attempt(`guess${turn}@comune.example`, "203.0.113.7");
    expect(await attempt()).toMatchObject(throttled);
    expect(await attempt({ address: "198.51.100.1" })).toMatchObject({ ok: true });
  });

  test("is counted by all processes together", async () => {
    const elsewhere = connect(fresh.appUrl, 1);
    const others = signInThrottle(elsewhere);
    for (let turn = 0; turn < 5; turn += 1) await Promise.all([throttle.attempt(email, "203.0.113.7"), others.attempt(email, "203.0.113.7")]);
    expect([await throttle.attempt(email, "203.0.113.7"), await others.attempt(email, "203.0.113.7")]).toEqual([expect.any(Number), expect.any(Number)]);
    await elsewhere.end();
  });

  test("starts anew when the time is over, and the sweep forgets it", async () => {
    await counted(11, () => "203.0.113.7");
    await owner`UPDATE attempt_count SET expire = ${Date.now() - 1}`;
    expect(await attempt()).toMatchObject({ ok: true });

    await counted(1, () => "203.0.113.7");
    await owner`UPDATE attempt_count SET expire = ${Date.now() - 1}`;
    for (const { run } of signInJobs) await run(database);
    expect(await owner`SELECT 1 FROM attempt_count`).toHaveLength(0);
  });

  test("leaves neither e-mail nor address behind", async () => {
    await attempt({ password: "wrong" });
    const rows = await owner<{ key: string }[]>`SELECT key FROM attempt_count`;
    expect(rows).toHaveLength(3);
    expect(rows.every(({ key }) => /^sign_in\.[a-z_]+:[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  test("is not what people do who sign in rightly, however often", async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await throttle.attempt(email, "203.0.113.7");
      await throttle.forgive(email, "203.0.113.7");
    }
    expect(await attempt()).toMatchObject({ ok: true });
  });
});

test("without a database nobody gets in: the attempt fails as a lost connection", async () => {
  const away = connect("postgres://nobody@127.0.0.1:1/nothing", 1);
  const failed = signIn(away, signInThrottle(away), { email, password: PASSWORD, address: "203.0.113.7" });
  await expect(failed.catch((error: unknown) => isConnectionLost(error))).resolves.toBe(true);
  await away.end();
});
