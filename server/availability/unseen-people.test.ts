import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltUnit, step } from "@/test/builders";

let api: Api;
let manager: Caller;
let unit: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  manager = await api.as("manager");
  const organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Casa protetta" } })).body.id;
  const facility = await aFacility(manager, { organisationId: organisation, addressProtected: true });
  unit = await aUnit(manager, 2, {}, facility);
  const overdue = await aPlacement(manager, unit, "2027-03-01", "2027-03-10");
  await step(manager, overdue, "arrival", { date: "2027-03-01" });
  itIs("2027-03-15");
});
afterAll(() => api.close());

type Found = { items: { unitId: string; freeBedCount: number; fits?: boolean; sharedWith: unknown[]; checks?: { code: string; passed: boolean }[] }[] };

async function found(caller: Caller, more: string) {
  const answer = await caller<Found>("GET", `/availability?municipality=${PERUGIA}&from=2027-03-15&until=2027-03-20&includeUnfit=true&${more}`);
  return answer.body.items.find(({ unitId }) => unitId === unit.id);
}

test.each([["coordinator", null], ["social_worker", PERUGIA], ["operator", PERUGIA], ["manager", PERUGIA]] as const)(
  "a bed somebody has not left is not shown free to a %s, whoever may see the person",
  async (role, municipality) => {
    expect((await found(await api.as(role, municipality), "persons=1"))?.freeBedCount).toBe(1);
  },
);

test("a minor is not offered a room with an adult the reader may not see, and nobody unseen is described", async () => {
  const worker = await api.as("social_worker");
  const { id } = await aHousehold(worker, [{}, { birthDate: "2020-01-01", role: "child" }]);
  const vacancy = await found(worker, `householdId=${id}`);
  expect(vacancy?.checks?.find(({ code }) => code === "minors")).toMatchObject({ passed: false });
  expect(vacancy?.sharedWith).toEqual([]);
  expect((await found(manager, `householdId=${id}`))?.sharedWith).toHaveLength(1);
});
