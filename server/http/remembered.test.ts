import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltUnit, departure, type Found, freeBeds, step } from "@/test/builders";

const TODAY = "2027-03-01";

let api: Api;
let manager: Caller;
let unit: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  unit = await aUnit(manager, 2);
});
afterAll(() => api.close());

type Counted = { readings: number };

const search = `/availability?municipality=${PERUGIA}&from=2027-03-10&nights=5`;
const free = async () => (await freeBeds(manager, unit, "2027-03-10", "2027-03-15")).length;

/** Asks until the second has not changed in between, so that both questions fall into one. */
async function twiceInOneSecond<T>(ask: () => Promise<T>): Promise<[T, T]> {
  for (;;) {
    const second = Math.floor(Date.now() / 1000);
    const answers: [T, T] = [await ask(), await ask()];
    if (Math.floor(Date.now() / 1000) === second) return answers;
  }
}

test("the same question is answered from memory while nothing was written", async () => {
  // Snapshots are of the whole server: what other databases write in between makes us ask again.
  await expect.poll(async () => {
    const [first, again] = await twiceInOneSecond(() => manager<{ asOf: string }>("GET", search));
    expect(again.headers.get("cache-control")).toBe("no-store");
    return again.body.asOf === first.body.asOf;
  }, { timeout: 30_000 }).toBe(true);
});

test("every write shows at once, whoever made it and wherever it was made", async () => {
  expect(await free()).toBe(2);
  const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-12");
  expect(await free()).toBe(1);
  await step(manager, placement, "cancellation", { reason: "household_declined" });
  expect(await free()).toBe(2);
  await api.owner`UPDATE bed SET closes_on = '2027-03-11' WHERE id = ${unit.beds[0]?.id ?? ""}`;
  expect(await free()).toBe(1);
  await api.owner`UPDATE bed SET closes_on = NULL WHERE id = ${unit.beds[0]?.id ?? ""}`;
  expect(await free()).toBe(2);
});

test("what was read for many questions is read anew after every write", async () => {
  let asked = 0;
  // No question is asked twice: from the second on each is reckoned from what was read for others.
  const another = async () => {
    const { body } = await manager<{ items: Found[] }>("GET", `${search}&withoutFeatures=none_${(asked += 1)}`);
    return body.items.find(({ unitId }) => unitId === unit.id)?.freeBeds.length ?? 0;
  };
  expect([await another(), await another(), await another()]).toEqual([2, 2, 2]);
  const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-12");
  expect([await another(), await another(), await another()]).toEqual([1, 1, 1]);
  await step(manager, placement, "cancellation", { reason: "household_declined" });
  expect([await another(), await another(), await another()]).toEqual([2, 2, 2]);

  await api.owner.begin(async (sql) => {
    await sql`UPDATE bed SET closes_on = '2027-03-11' WHERE unit_id = ${unit.id}`;
    expect([await another(), await another()]).toEqual([2, 2]);
  });
  expect([await another(), await another()]).toEqual([0, 0]);
  await api.owner`UPDATE bed SET closes_on = NULL WHERE unit_id = ${unit.id}`;
});

test("what is not committed is not seen, and is when it is", async () => {
  await api.owner.begin(async (sql) => {
    await sql`UPDATE bed SET closes_on = '2027-03-11' WHERE unit_id = ${unit.id}`;
    expect(await free()).toBe(2);
    expect(await free()).toBe(2);
  });
  expect(await free()).toBe(0);
  await api.owner`UPDATE bed SET closes_on = NULL WHERE unit_id = ${unit.id}`;
});

describe("nobody is given another's answer", () => {
  test("another municipality's manager is told what they would be told anyway", async () => {
    const elsewhere = await api.as("manager", TORINO);
    await manager("GET", search);
    expect((await elsewhere("GET", search)).status).toBe(404);
    expect((await manager("GET", search)).status).toBe(200);
  });

  test("who may not see people is not told who would share", async () => {
    const placement = await aPlacement(manager, unit, TODAY, "2027-03-20");
    await step(manager, placement, "arrival", { date: TODAY });
    const [insider, coordinator] = [await api.as("manager"), await api.as("coordinator")];
    const shared = async (caller: Caller) => (await caller<{ items: (Found & { sharedWith: unknown[] })[] }>("GET", search)).body.items.find(({ unitId }) => unitId === unit.id)?.sharedWith;
    expect(await shared(insider)).toHaveLength(1);
    expect(await shared(coordinator)).toEqual([]);
    await step(manager, placement, "departure", departure(TODAY));
  });

  test("another language and another day have answers of their own", async () => {
    const described = `${search}&adults=1&includeUnfit=true`;
    const detail = async (language: string) => (await manager<{ items: Found[] }>("GET", described, { headers: { "accept-language": language } })).body.items[0]?.checks?.[0]?.detail;
    expect(await detail("it")).not.toBe(await detail("en"));

    const placement = await aPlacement(manager, unit, TODAY, "2027-03-03");
    await step(manager, placement, "arrival", { date: TODAY });
    expect(await free()).toBe(2);
    itIs("2027-03-11");
    expect(await free()).toBe(1);
    itIs(TODAY);
    await step(manager, placement, "departure", departure(TODAY));
  });

  test("a token that was revoked or a role that was taken opens nothing", async () => {
    const dismissed = await api.as("operator");
    expect((await dismissed("GET", search)).status).toBe(200);
    await api.owner`DELETE FROM user_role WHERE user_id = (SELECT user_id FROM api_token ORDER BY created_at DESC LIMIT 1)`;
    expect((await dismissed("GET", search)).status).toBe(403);
    await api.owner`UPDATE api_token SET revoked_at = now() WHERE id = (SELECT id FROM api_token ORDER BY created_at DESC LIMIT 1)`;
    expect((await dismissed("GET", search)).status).toBe(401);
  });
});

test("the fit of a household is written down every time it is read", async () => {
  const { id } = await aHousehold(manager);
  const readings = async () => (await api.owner<Counted[]>`SELECT count(*)::int AS readings FROM audit_entry WHERE subject_id = ${id} AND action LIKE '%.read'`)[0]?.readings;
  const before = await readings();
  for (let count = 0; count < 3; count += 1) await manager("GET", `${search}&householdId=${id}`);
  expect(await readings()).toBe((before ?? 0) + 3);
});
