import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, type Found, step } from "@/test/builders";

const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
});
afterAll(() => api.close());

type Offered = Found & { latestExit: string | null };

async function offered(unit: BuiltUnit, placement: BuiltPlacement, people: readonly string[] = []): Promise<Offered | undefined> {
  const { status, body } = await manager<{ items: Offered[] }>("GET", `/availability?municipality=${PERUGIA}&facilityId=${unit.facilityId}&from=${TODAY}&until=${placement.exit}&includeUnfit=true&placementId=${placement.id}${people.length > 0 ? `&personIds=${people.join(",")}` : ""}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.find(({ unitId }) => unitId === unit.id);
}

const names = (found: Offered | undefined) => found?.freeBeds.map(({ name }) => name);

/** A mother and her child in the first two beds of a room. */
async function aFamilyIn(unit: BuiltUnit) {
  const household = await aHousehold(manager, [{}, { birthDate: "2020-01-01", role: "child" }]);
  const [mother = "", child = ""] = household.members.map(({ personId }) => personId);
  const [first = "", second = ""] = unit.beds.map(({ id }) => id);
  const planned = await aPlacement(manager, unit, "2027-03-01", "2027-04-01", { householdId: household.id, beds: [{ personId: mother, bedId: first }, { personId: child, bedId: second }] });
  return { household, mother, child, placement: await step(manager, planned, "arrival", { date: "2027-03-01" }) };
}

test("in the room where they are, those who move find their own beds free, and the others' not", async () => {
  const unit = await aUnit(manager, 3);
  const { placement, mother, child } = await aFamilyIn(unit);
  expect(names(await offered(unit, placement))).toEqual(["1", "2", "3"]);
  const forChild = await offered(unit, placement, [child]);
  expect(names(forChild)).toEqual(["2", "3"]);
  expect(forChild?.fits).toBe(true);
  expect(names(await offered(unit, placement, [mother]))).toEqual(["1", "3"]);
});

test("whatever is offered to those who move can be had, and whatever is not is refused", async () => {
  const { placement } = await aFamilyIn(await aUnit(manager, 2));
  const [small, menOnly, full, good] = [await aUnit(manager, 1), await aUnit(manager, 2, {}, { genderPolicy: "men" }), await aUnit(manager, 2), await aUnit(manager, 2)];
  await aPlacement(manager, full, "2027-03-20", "2027-03-25");
  // The limit of another place is not asked: the clock goes on with the rule there was.
  const rule = { municipality: PERUGIA, facilityId: good.facilityId, validFrom: "2020-01-01", maxStay: { days: 5 }, maxExtensions: 0 };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);

  const verdicts: [boolean | undefined, boolean][] = [];
  for (const unit of [small, menOnly, full, good]) {
    const found = await offered(unit, placement);
    expect(found?.checks?.some(({ code }) => code === "max_stay")).toBe(false);
    expect(found?.latestExit).toBe(placement.latestExit);
    verdicts.push([found?.fits, (await manager("POST", `/placements/${placement.id}/transfer`, { body: { date: TODAY, unitId: unit.id } })).status === 200]);
  }
  expect(verdicts).toEqual([[false, false], [false, false], [false, false], [true, true]]);
});

test("a child that joins its mother shares with her and not with strangers", async () => {
  const unit = await aUnit(manager, 2);
  const household = await aHousehold(manager);
  const placement = await aPlacement(manager, unit, TODAY, "2027-04-01", { householdId: household.id });
  const { status, body } = await manager<{ members: { personId: string; role: string }[] }>("POST", `/households/${household.id}/members`, { body: { givenName: "Ada", familyName: "Nata", birthDate: "2027-03-01", gender: "female", role: "child", citizenship: "IT" } });
  expect(status, JSON.stringify(body)).toBe(201);
  const child = body.members.find(({ role }) => role === "child")?.personId ?? "";
  expect(await offered(unit, placement, [child])).toMatchObject({ fits: true, freeBeds: [{ name: "2" }] });
});

test("who is not of the household, and a placement of another municipality, are not found", async () => {
  const { placement } = await aFamilyIn(await aUnit(manager, 2));
  const stranger = await aHousehold(manager);
  const ask = (municipality: string, personId: string) => manager("GET", `/availability?municipality=${municipality}&from=${TODAY}&nights=3&placementId=${placement.id}&personIds=${personId}`);
  expect((await ask(PERUGIA, stranger.members[0]?.personId ?? "")).status).toBe(404);
  expect((await ask("F205", placement.stays[0]?.personId ?? "")).status).toBe(404);
});
