import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { asActor } from "@/db/client";
import { openSession } from "@/db/sessions";
import { systemActor } from "@/server/actor";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Visitor, visitor } from "@/test/callers";
import { encode } from "next-auth/jwt";

let api: Api;
let userId: string;

type Browser = { id: string; visit: Visitor };

/** Somebody who signed in here. */
async function aBrowser(): Promise<Browser> {
  const { database } = await import("../database");
  const id = await asActor(database(), systemActor("sign_in"), (db) => openSession(db, userId, new Date(Date.now() + 8 * 3_600_000)));
  const cookie = await encode({ token: { sessionId: id }, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return { id, visit: await visitor({ cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin" }) };
}

const statusOf = async ({ visit }: Browser) => (await visit({ method: "GET", path: "/me" })).status;
const listed = async ({ visit }: Browser) => (JSON.parse((await visit({ method: "GET", path: "/sessions" })).text) as { items: { id: string; isCurrent: boolean }[] }).items;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
});
beforeEach(async () => {
  userId = await aUser(api.owner, { role: "operator", municipality: PERUGIA, organisationId: null });
});
afterAll(() => api.close());

describe("a session opens the door", () => {
  test.each<[string, (id: string) => Promise<unknown>, number]>([
    ["while it is used", () => Promise.resolve(), 200],
    ["29 minutes after it was seen", (id) => api.owner`UPDATE user_session SET last_seen_at = now() - interval '29 minutes' WHERE id = ${id}`, 200],
    ["not 30 minutes after it was seen", (id) => api.owner`UPDATE user_session SET last_seen_at = now() - interval '30 minutes' WHERE id = ${id}`, 401],
    ["until its eight hours are over", (id) => api.owner`UPDATE user_session SET expires_at = now() + interval '1 minute' WHERE id = ${id}`, 200],
    ["not after its eight hours, however busy", (id) => api.owner`UPDATE user_session SET expires_at = now(), last_seen_at = now() WHERE id = ${id}`, 401],
    ["not once it was closed", (id) => api.owner`UPDATE user_session SET revoked_at = now() WHERE id = ${id}`, 401],
    ["not once its user was disabled", () => api.owner`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}`, 401],
  ])("%s", async (_case, change, status) => {
    const browser = await aBrowser();
    await change(browser.id);
    expect(await statusOf(browser)).toBe(status);
  });

  test("and being used keeps it from falling idle", async () => {
    const browser = await aBrowser();
    for (let turn = 0; turn < 3; turn += 1) {
      await api.owner`UPDATE user_session SET last_seen_at = last_seen_at - interval '29 minutes' WHERE id = ${browser.id}`;
      expect(await statusOf(browser)).toBe(200);
    }
  });
});

describe("one's own sessions", () => {
  test("are listed while they open the door, and the one that asks is told", async () => {
    const [here, phone, gone, closed] = [await aBrowser(), await aBrowser(), await aBrowser(), await aBrowser()];
    await api.owner`UPDATE user_session SET last_seen_at = now() - interval '1 hour' WHERE id = ${gone.id}`;
    await api.owner`UPDATE user_session SET revoked_at = now() WHERE id = ${closed.id}`;
    expect((await listed(here)).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: here.id, isCurrent: true, createdAt: expect.any(String), lastSeenAt: expect.any(String) },
      { id: phone.id, isCurrent: false, createdAt: expect.any(String), lastSeenAt: expect.any(String) },
    ]);
  });

  test("are closed one by one, and only once", async () => {
    const [here, phone] = [await aBrowser(), await aBrowser()];
    const close = () => here.visit({ method: "DELETE", path: `/sessions/${phone.id}` });
    expect(await close()).toMatchObject({ status: 200, text: JSON.stringify({ id: phone.id }) });
    expect([await statusOf(phone), await statusOf(here)]).toEqual([401, 200]);
    expect((await close()).status).toBe(404);
  });

  test("are closed all but the one that asks, and written down", async () => {
    const [here, phone, office] = [await aBrowser(), await aBrowser(), await aBrowser()];
    expect(await here.visit({ method: "DELETE", path: "/sessions" })).toMatchObject({ status: 200, text: JSON.stringify({ closed: 2 }) });
    expect([await statusOf(here), await statusOf(phone), await statusOf(office)]).toEqual([200, 401, 401]);
    expect(await api.owner`SELECT 1 FROM audit_entry WHERE action = 'session.closed' AND subject_id = ${userId}`).toHaveLength(2);
  });

  test("are all closed by one's own script", async () => {
    const browser = await aBrowser();
    const token = await api.as("operator");
    expect((await token<{ closed: number }>("DELETE", "/sessions")).body).toEqual({ closed: 0 });
    expect(await statusOf(browser)).toBe(200);
  });

  test("are nobody else's to see or close, not even an administrator's, who keeps the user", async () => {
    const browser = await aBrowser();
    for (const role of ["manager", "administrator", "operator"] as const) {
      const other = await api.as(role);
      expect((await other<{ items: unknown[] }>("GET", "/sessions")).body.items).toEqual([]);
      expect((await other("DELETE", `/sessions/${browser.id}`)).status).toBe(404);
      await other("DELETE", "/sessions");
    }
    expect(await statusOf(browser)).toBe(200);
    expect((await browser.visit({ method: "DELETE", path: `/sessions/${newId()}` })).status).toBe(404);
  });
});

test("another site cannot close them with the browser's cookie", async () => {
  const [here, phone] = [await aBrowser(), await aBrowser()];
  const answer = await here.visit({ method: "DELETE", path: "/sessions", headers: { "sec-fetch-site": "cross-site" } });
  expect([answer.status, await statusOf(phone)]).toEqual([403, 200]);
});
