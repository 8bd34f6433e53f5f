import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, departure, step } from "@/test/builders";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  manager = await api.as("manager");
  await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, kind: "emergency_shelter", validFrom: "2020-01-01", maxStay: { months: 6 } } });
});
afterAll(() => api.close());

const clock = async (householdId: string, query = "", caller = manager) => caller("GET", `/households/${householdId}/stay-clock${query}`);

test("a household that was never placed has used nothing and has no limit", async () => {
  const { id } = await aHousehold(manager);
  expect((await clock(id)).body).toEqual({ rule: null, used: [], otherNights: 0, usedNights: 0, plannedNights: 0, allowanceNights: null, latestExit: null, stays: [] });
});

test("the running placement counts alone, up to today; what is planned of it is told apart", async () => {
  const unit = await aUnit(manager, 2);
  const { id, members } = await aHousehold(manager, [{}, { role: "child", birthDate: "2020-05-05" }]);
  itIs("2027-03-01");
  const before = await aPlacement(manager, unit, "2027-03-01", "2027-03-11", { householdId: id });
  await step(manager, before, "arrival", { date: "2027-03-01" });
  itIs("2027-03-20");
  await step(manager, before, "departure", departure("2027-03-11"));
  const running = await aPlacement(manager, unit, "2027-03-20", "2027-06-01", { householdId: id });
  await step(manager, running, "arrival", { date: "2027-03-20" });
  itIs("2027-04-20");

  const { body } = await clock(id);
  expect(body).toMatchObject({ usedNights: 31, plannedNights: 42, allowanceNights: 184, latestExit: "2027-09-20", used: [{ placementId: running.id, nights: 31 }], rule: { maxStay: { months: 6 }, counting: "placement" } });
  expect(body.stays).toMatchObject(members.map(({ personId }) => ({ personId, from: "2027-03-20", until: "2027-06-01", usedNights: 31, plannedNights: 42 })));
  expect((await clock(id, "?on=2027-05-20")).body).toMatchObject({ usedNights: 61, plannedNights: 12 });
  await step(manager, running, "departure", departure("2027-04-20"));
  expect((await clock(id)).body).toMatchObject({ usedNights: 31, plannedNights: 0 });
});

test("with a unit, the clock of a placement that would begin there on the day", async () => {
  const unit = await aUnit(manager, 2);
  const free = await aUnit(manager, 2, {}, { kind: "hotel" });
  const { id } = await aHousehold(manager);
  expect((await clock(id, `?unitId=${unit.id}&on=2027-08-31`)).body).toMatchObject({ used: [], usedNights: 0, allowanceNights: 182, latestExit: "2028-02-29" });
  expect((await clock(id, `?unitId=${free.id}`)).body).toMatchObject({ rule: null, allowanceNights: null, latestExit: null });
  const elsewhere = await aUnit(await api.as("manager", TORINO), 1, {}, { municipality: TORINO });
  expect((await clock(id, `?unitId=${elsewhere.id}`)).status).toBe(404);
});

test("another municipality's household is not there", async () => {
  const { id } = await aHousehold(manager);
  expect((await clock(id, "", await api.as("manager", TORINO))).status).toBe(404);
});
