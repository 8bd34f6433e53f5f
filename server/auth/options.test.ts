import { randomBytes } from "node:crypto";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { sessionBearer } from "@/db/sessions";
import { systemActor } from "@/server/actor";
import { addUserWithRole } from "@/server/users/add-role";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { anEmail, grant } from "@/test/people";
import { authOptions, type Impediment } from "./options";
import { IDLE_MINUTES } from "./session-times";

const PASSWORD = "una lunga frase";
const globals = globalThis as typeof globalThis & { postolettoDatabase?: Database };

let fresh: FreshDatabase;
let email: string;
let impediments: Impediment[];

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
  process.env.POSTOLETTO_KEY = randomBytes(32).toString("base64");
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64");
  globals.postolettoDatabase = connect(fresh.appUrl, 2);
});
beforeEach(async () => {
  process.env.NEXTAUTH_URL = "https://posti.comune.example";
  impediments = [];
  email = anEmail();
  await asActor(globals.postolettoDatabase!, systemActor("cli"), (db) => addUserWithRole(db, { email, name: "Maria Rossi", password: PASSWORD, ...grant("operator") }));
});
afterAll(async () => {
  await globals.postolettoDatabase?.end();
  await fresh.drop();
});

/** As far as next-auth looks at them, a request and a response are these. */
const handle = NextAuth as unknown as (request: object, response: object, options: NextAuthOptions) => Promise<void>;

type Heard = { status: number; url: string; cookies: string[] };

/** What next-auth answers with our options, told as its handler for plain requests tells it. */
async function answered(path: string, body: Record<string, string> | null = null, jar: readonly string[] = []): Promise<Heard & { told: unknown }> {
  const headers = new Map<string, string | string[]>();
  let [status, told]: [number, unknown] = [0, null];
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    status: (code: number) => ((status = code), response),
    json: (content: unknown) => void (told = content),
    send: (content: unknown) => void (told = content),
    end: () => {},
  };
  const cookies = Object.fromEntries(jar.map((cookie) => (cookie.split(";")[0] ?? "").split(/=(.*)/s).slice(0, 2).map(decodeURIComponent)));
  const request = { method: body === null ? "GET" : "POST", query: { nextauth: path.split("/") }, headers: {}, body: body ?? {}, cookies };
  await handle(request, response, authOptions("203.0.113.7", (impediment) => impediments.push(impediment)));
  const set = [headers.get("set-cookie") ?? []].flat();
  return { status, told, url: String((told as { url?: string } | null)?.url ?? ""), cookies: set };
}

/** The page's own first question: a token, and the cookie that goes with it. */
async function csrf(): Promise<{ csrfToken: string; cookies: string[] }> {
  const { told, cookies } = await answered("csrf");
  return { csrfToken: (told as { csrfToken: string }).csrfToken, cookies };
}

async function signedIn(password = PASSWORD): Promise<Heard> {
  const { csrfToken, cookies } = await csrf();
  return answered("callback/credentials", { email, password, csrfToken, json: "true" }, cookies);
}

const sessionCookie = ({ cookies }: Heard) => cookies.find((cookie) => /^(__Secure-)?next-auth\.session-token=[^;]/.test(cookie));

describe("the cookies of a browser that signs in", () => {
  test("over https go over https only, to this host, out of reach of scripts and other sites' posts", async () => {
    const session = sessionCookie(await signedIn()) ?? "";
    expect(session).toMatch(/^__Secure-/);
    for (const flag of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//]) expect(session).toMatch(flag);
    expect(session).not.toMatch(/Domain/i);
    expect((await csrf()).cookies.find((cookie) => cookie.startsWith("__Host-next-auth.csrf-token="))).toMatch(/; HttpOnly; Secure/);
  });

  test("last eight hours and hold nothing but the session's id, sealed", async () => {
    const session = sessionCookie(await signedIn()) ?? "";
    const lasts = Date.parse(/Expires=([^;]+)/.exec(session)?.[1] ?? "") - Date.now();
    expect(lasts / 3_600_000).toBeCloseTo(8, 1);
    const value = /=([^;]+)/.exec(session)?.[1] ?? "";
    expect(value.split(".")).toHaveLength(5);
    const claims = await decode({ token: value, secret: process.env.NEXTAUTH_SECRET ?? "" });
    expect(Object.keys(claims ?? {}).toSorted()).toEqual(["exp", "iat", "jti", "sessionId"]);
  });

  test("on a plain http address of one's own machine are the same but for the transport", async () => {
    process.env.NEXTAUTH_URL = "http://localhost:3000";
    expect(sessionCookie(await signedIn())).toMatch(/^next-auth\.session-token=.*HttpOnly; SameSite=Lax$/);
  });
});

describe("nobody is signed in", () => {
  test("by another site, which cannot know the token that goes with the cookie", async () => {
    const { cookies } = await csrf();
    for (const csrfToken of ["", "a".repeat(64)]) {
      expect(sessionCookie(await answered("callback/credentials", { email, password: PASSWORD, csrfToken, json: "true" }, cookies))).toBeUndefined();
    }
  });

  test("with a wrong password, and the answer leads back without a word of what was typed", async () => {
    const refused = await signedIn("not the password");
    expect(sessionCookie(refused)).toBeUndefined();
    expect([refused.status, refused.url]).toEqual([401, "https://posti.comune.example/api/auth/error?error=CredentialsSignin&provider=credentials"]);
  });

  test("after ten failures; the impediment says how long to wait", async () => {
    for (let turn = 0; turn < 10; turn += 1) await signedIn("not the password");
    expect(sessionCookie(await signedIn())).toBeUndefined();
    expect(impediments).toEqual([{ code: "too_many_attempts", retryAfterSeconds: expect.any(Number) }]);
  });

  test("while the database is away, and the answer tells nothing but that", async () => {
    const { postolettoDatabase } = globals;
    globals.postolettoDatabase = connect("postgres://nobody@127.0.0.1:1/nothing", 1);
    try {
      const refused = await signedIn();
      expect(sessionCookie(refused)).toBeUndefined();
      expect([impediments, refused.url]).toEqual([[{ code: "unavailable" }], "https://posti.comune.example/api/auth/error?error=unavailable"]);
    } finally {
      await globals.postolettoDatabase.end();
      globals.postolettoDatabase = postolettoDatabase;
    }
  });
});

describe("signing out", () => {
  test("ends the session in the database, and is not for another site to do", async () => {
    const session = sessionCookie(await signedIn()) ?? "";
    const claims = await decode({ token: /=([^;]+)/.exec(session)?.[1], secret: process.env.NEXTAUTH_SECRET ?? "" });
    const isOpen = async () => (await sessionBearer(globals.postolettoDatabase!, String(claims?.sessionId), IDLE_MINUTES)) !== null;
    const { csrfToken, cookies } = await csrf();
    await answered("signout", { csrfToken: "a".repeat(64), json: "true" }, [session, ...cookies]);
    expect(await isOpen()).toBe(true);
    await answered("signout", { csrfToken, json: "true" }, [session, ...cookies]);
    expect(await isOpen()).toBe(false);
  });
});
