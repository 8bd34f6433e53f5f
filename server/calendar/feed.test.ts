import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, step } from "@/test/builders";

const ARRIVAL = "2027-03-10";

let api: Api;
let operator: Caller;

/** In house at the operator's until 10 September; it is a month before. */
beforeAll(async () => {
  api = await startApi({ today: ARRIVAL });
  process.env.NEXTAUTH_URL = "https://posti.comune.example";
  const manager = await api.as("manager");
  const ours = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Nostra" } })).body.id;
  operator = await api.as("operator", PERUGIA, ours);
  const unit = await aUnit(manager, 2, {}, { organisationId: ours, name: "Casa Segretissima" });
  for (const familyName of ["Quaresima", "Zenobi"]) {
    const household = await aHousehold(manager, [{ familyName }]);
    await step(manager, await aPlacement(manager, unit, ARRIVAL, "2027-09-10", { householdId: household.id }), "arrival", { date: ARRIVAL });
  }
  itIs("2027-08-15");
});
afterAll(() => api.close());

const make = async (by = operator) => (await by<{ address: string }>("POST", "/me/calendar")).body.address;

async function opened(address: string): Promise<{ status: number; type: string | null; text: string }> {
  const { api: app } = await import("@/server/http/app");
  const response = await app.request(new URL(address).pathname);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

test("whoever knows the address reads days and numbers, and nothing about anybody", async () => {
  const address = await make();
  expect(address).toMatch(/^https:\/\/posti\.comune\.example\/api\/v1\/calendars\/[\w-]{43}\.ics$/);
  const { status, type, text } = await opened(address);
  expect([status, type]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(text).toContain("DTSTART;VALUE=DATE:20270910\r\n");
  expect(text).toContain("SUMMARY:2 permanenze finiscono\r\n");
  expect(text).not.toMatch(/Quaresima|Zenobi|Segretissima|N-\d{4}|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect((await opened(address)).text).toBe(text);
});

test("it is in its owner's language, and holds what is its owner's alone", async () => {
  const elsewhere = await api.as("operator", "L219");
  expect((await opened(await make(elsewhere))).text).not.toContain("BEGIN:VEVENT");
  await operator("PATCH", "/me", { body: { language: "en" } });
  expect((await opened(await make())).text).toContain("SUMMARY:2 stays end\r\n");
});

test("a new address ends the one before; closed, there is none; the secret is told once and not kept", async () => {
  const first = await make();
  const second = await make();
  expect([(await opened(first)).status, (await opened(second)).status]).toEqual([404, 200]);
  expect((await operator("GET", "/me/calendar")).body).toEqual({ createdAt: expect.any(String), address: null });
  const kept = await api.owner<{ row: string }[]>`SELECT calendar_feed::text AS row FROM calendar_feed`;
  expect(kept.map(({ row }) => row).join()).not.toContain(/calendars\/(.+)\.ics/.exec(second)?.[1]);
  expect((await operator("DELETE", "/me/calendar")).body).toEqual({ createdAt: null, address: null });
  expect((await opened(second)).status).toBe(404);
});

test("it is not there for whoever was shut out, nor at an address nobody has", async () => {
  const gone = await api.as("operator");
  const { body: me } = await gone<{ id: string }>("GET", "/me");
  const address = await make(gone);
  await api.owner`UPDATE app_user SET disabled_at = now() WHERE id = ${me.id}`;
  expect((await opened(address)).status).toBe(404);
  expect((await opened(`https://posti.comune.example/api/v1/calendars/${"x".repeat(43)}.ics`)).status).toBe(404);
});

test("nobody reads another's in the database, or makes one for them", async () => {
  await make();
  const rights = await api.owner<{ name: string }[]>`SELECT polname::text AS name FROM pg_policy WHERE polrelid = 'calendar_feed'::regclass ORDER BY 1`;
  expect(rights.map(({ name }) => name)).toEqual(["command_line", "own_calendar", "owner_all"]);
});

test("asked twice with one key it is one address", async () => {
  const twice = await Promise.all([1, 2].map(() => operator<{ address: string }>("POST", "/me/calendar", { headers: { "idempotency-key": "one address" } })));
  expect(twice[0]?.body.address).toBe(twice[1]?.body.address);
  expect((await opened(twice[0]?.body.address ?? "")).status).toBe(200);
});
