import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
});
afterAll(() => api.close());

type Placed = BuiltPlacement & { unitId: string; clockFrom: string | null };
type File = { id: string; code: string; members: { personId: string; role: string; from: string; until: string | null }[]; placements: Placed[] };

const divide = (household: { id: string }, personIds: (string | undefined)[], body: object = {}) => manager<File>("POST", `/households/${household.id}/division`, { body: { date: TODAY, personIds, ...body } });
const file = async (id: string) => (await manager<File>("GET", `/households/${id}`)).body;
const clock = async (id: string) => (await manager("GET", `/households/${id}/stay-clock`)).body;
const parts = ({ stays }: BuiltPlacement) => stays.map(({ bedId, status, arrival, exit }) => [bedId, status, arrival, exit]);

async function aCouple(unit: BuiltUnit, arrival: string): Promise<{ household: BuiltHousehold; placement: BuiltPlacement; ada?: string; bea?: string }> {
  const household = await aHousehold(manager, [{}, { role: "partner" }]);
  const placement = await aPlacement(manager, unit, arrival, "2027-04-01", { householdId: household.id });
  const [ada, bea] = household.members.map(({ personId }) => personId);
  return { household, placement: arrival > TODAY ? placement : await step(manager, placement, "arrival", { date: arrival }), ada, bea };
}

test("those who part keep their beds, and the clock goes on for both", async () => {
  const unit = await aUnit(manager, 2, {}, { turnaround: { days: 3, working: false } });
  expect((await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 60 } } })).status).toBe(201);
  const { household, placement, ada, bea } = await aCouple(unit, "2027-03-01");
  const [bedOfAda, bedOfBea] = [ada, bea].map((person) => placement.stays.find(({ personId }) => personId === person)?.bedId);

  const { status, body } = await divide(household, [bea], { name: "Famiglia di Bea" });
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({ name: "Famiglia di Bea", members: [{ personId: bea, role: "head", from: TODAY, until: null }] });
  expect(body.placements).toMatchObject([{ status: "in_house", arrival: TODAY, exit: "2027-04-01", latestExit: "2027-04-30", clockFrom: "2027-03-01" }]);
  expect(body.placements.flatMap(parts)).toEqual([[bedOfBea, "in_house", TODAY, "2027-04-01"]]);

  const before = await file(household.id);
  expect(before.members).toMatchObject([{ personId: ada, role: "head", until: null }, { personId: bea, until: TODAY }]);
  expect(before.placements.flatMap(parts)).toEqual(expect.arrayContaining([[bedOfAda, "in_house", "2027-03-01", "2027-04-01"], [bedOfBea, "ended", "2027-03-01", TODAY]]));
  for (const id of [household.id, body.id]) expect(await clock(id)).toMatchObject({ usedNights: 9, allowanceNights: 60, latestExit: "2027-04-30" });

  const longer = (exit: string) => manager("PATCH", `/placements/${body.placements[0]?.id}`, { body: { exit } });
  expect(await longer("2027-05-01")).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-04-30" } });
  expect((await longer("2027-04-10")).status).toBe(200);
  await step(manager, placement, "departure", departure(TODAY));
  expect((await file(body.id)).placements).toMatchObject([{ status: "in_house" }]);
  expect((await freeBeds(manager, unit, "2027-03-13", "2027-03-14")).map(({ id }) => id)).toEqual([bedOfAda]);
});

test("a plan is divided as one, and its limit still counts from the clock when they arrive", async () => {
  const { household, ada } = await aCouple(await aUnit(manager, 2), "2027-03-20");
  const { status, body } = await divide(household, [ada]);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body.placements).toMatchObject([{ status: "planned", arrival: "2027-03-20" }]);
  expect(await file(household.id)).toMatchObject({ members: [{ role: "head", until: TODAY }, { role: "head", until: null }], placements: [{ status: "planned" }] });
});

test("who was transferred to another unit takes it along; a placement of theirs alone goes with them as it is", async () => {
  const [whole, other] = [await aUnit(manager, 3, { letting: "whole_unit" }), await aUnit(manager, 1)];
  const { household, placement, bea } = await aCouple(whole, "2027-03-01");
  await step(manager, placement, "transfer", { date: TODAY, unitId: other.id, split: { reason: "separazione" }, beds: [{ personId: bea, bedId: other.beds[0]?.id }] });
  const { body } = await divide(household, [bea]);
  expect(body.placements).toMatchObject([{ unitId: other.id, status: "in_house", clockFrom: "2027-03-01" }]);
  expect((await file(household.id)).placements).toMatchObject([{ unitId: whole.id, status: "in_house" }]);
  expect(await freeBeds(manager, whole, TODAY, "2027-03-12")).toHaveLength(0);

  const [apart, own] = [await aHousehold(manager, [{}, {}]), await aUnit(manager, 1)];
  const one = await aPlacement(manager, own, "2027-03-20", "2027-04-01", { householdId: apart.id, split: { reason: "why" }, beds: [{ personId: apart.members[1]?.personId, bedId: own.beds[0]?.id }] });
  expect((await divide(apart, [apart.members[1]?.personId])).body.placements).toMatchObject([{ id: one.id, clockFrom: null }]);
  expect((await file(apart.id)).placements).toEqual([]);
});

test("members of a protected household are hidden on both sides", async () => {
  const organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Rifugio" } })).body.id;
  const { household, bea } = await aCouple(await aUnit(manager, 2, {}, { addressProtected: true, organisationId: organisation }), "2027-03-01");
  const { body } = await divide(household, [bea]);
  const worker = await api.as("social_worker");
  for (const id of [household.id, body.id]) expect((await worker("GET", `/households/${id}`)).status).toBe(404);
});
