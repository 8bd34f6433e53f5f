import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answered, type Api, type Caller, itIs, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

const TODAY = "2027-03-10";
const THREE_DAYS = { days: 3, working: false };

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  // Every connection of the pool is open before anybody races.
  await Promise.all(Array.from({ length: 16 }, () => manager("GET", "/municipalities")));
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

type Swapped = BuiltPlacement & { unitId: string; swappedWith: BuiltPlacement & { unitId: string } };

const swap = (placement: { id: string }, other: { id: string }, body: object = {}, headers = {}): Promise<Answered<Swapped>> =>
  manager<Swapped>("POST", `/placements/${placement.id}/swap`, { body: { date: TODAY, withPlacementId: other.id, ...body }, headers });
const parts = ({ stays }: BuiltPlacement) => stays.map(({ bedId, status, arrival, exit }) => [bedId, status, arrival, exit]);
const bedOf = (unit: BuiltUnit, index = 0) => unit.beds[index]?.id ?? "";

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}): Promise<BuiltPlacement> {
  return step(manager, await aPlacement(manager, unit, arrival, exit, fields), "arrival", { date: arrival });
}

describe("an exchange", () => {
  test("of two full rooms moves both, without turnaround between them, and each exit stays", async () => {
    const [one, two] = [await aUnit(manager, 1, {}, { turnaround: THREE_DAYS }), await aUnit(manager, 1, {}, { turnaround: THREE_DAYS })];
    const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01"), await inHouse(two, "2027-03-05", "2027-05-01")];
    const { status, body } = await swap(here, there);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ id: here.id, unitId: two.id, exit: "2027-04-01", swappedWith: { id: there.id, unitId: one.id, exit: "2027-05-01" } });
    expect(parts(body)).toEqual([[bedOf(one), "ended", "2027-03-01", TODAY], [bedOf(two), "in_house", TODAY, "2027-04-01"]]);
    expect(parts(body.swappedWith)).toEqual([[bedOf(two), "ended", "2027-03-05", TODAY], [bedOf(one), "in_house", TODAY, "2027-05-01"]]);
    expect(await freeBeds(manager, two, "2027-04-03", "2027-04-05")).toHaveLength(0);
    expect(await freeBeds(manager, two, "2027-04-04", "2027-04-05")).toHaveLength(1);
    expect(await api.owner`SELECT id FROM audit_entry WHERE action = 'placement.swapped' AND subject_id = ANY (${[here.id, there.id]})`).toHaveLength(2);
  });

  test("of units let whole gives each all of the other", async () => {
    const [one, two] = [await aUnit(manager, 3, { letting: "whole_unit" }), await aUnit(manager, 2, { letting: "whole_unit" }, { turnaround: THREE_DAYS })];
    const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01"), await inHouse(two, "2027-03-01", "2027-04-01")];
    expect((await swap(here, there)).status).toBe(200);
    const held = async (placement: { id: string }, unit: BuiltUnit) => (await api.owner`SELECT 1 FROM bed_block WHERE placement_id = ${placement.id} AND unit_id = ${unit.id} AND during @> '2027-03-20'::date`).length;
    expect([await held(here, two), await held(there, one), await held(here, one)]).toEqual([2, 3, 0]);
  });

  test("within one room keeps to what each leaves", async () => {
    const unit = await aUnit(manager, 3);
    const [here, there] = [await inHouse(unit, "2027-03-01", "2027-04-01"), await inHouse(unit, "2027-03-01", "2027-04-01")];
    const { body } = await swap(here, there);
    expect(parts(body).at(-1)?.[0]).toBe(there.stays[0]?.bedId);
    expect(parts(body.swappedWith).at(-1)?.[0]).toBe(here.stays[0]?.bedId);
  });

  test("of two for one leaves the bed nobody takes over to be put in order", async () => {
    const [one, two] = [await aUnit(manager, 2, {}, { turnaround: THREE_DAYS }), await aUnit(manager, 2)];
    const couple = await aHousehold(manager, [{}, {}]);
    const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01", { householdId: couple.id }), await inHouse(two, "2027-03-01", "2027-04-01")];
    expect((await swap(here, there)).status).toBe(200);
    expect(await freeBeds(manager, one, "2027-03-12", "2027-03-14")).toHaveLength(0);
    expect(await freeBeds(manager, one, "2027-03-13", "2027-03-14")).toHaveLength(1);
  });

  test("that one of the two may not make is made by neither", async () => {
    const [one, forWomen] = [await aUnit(manager, 1), await aUnit(manager, 1, {}, { genderPolicy: "women" })];
    const man = await aHousehold(manager, [{ gender: "male" }]);
    const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01", { householdId: man.id }), await inHouse(forWomen, "2027-03-01", "2027-04-01")];
    expect(await swap(there, here)).toMatchObject({ status: 422, body: { code: "not_eligible" } });
    expect(parts((await manager<BuiltPlacement>("GET", `/placements/${here.id}`)).body)).toEqual(parts(here));
    expect(await swap(here, there, { override: { reason: "una notte" } })).toMatchObject({ status: 200, body: { override: { codes: ["gender_policy"] } } });
  });

  test("of plans is one of plans", async () => {
    const [one, two] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const [here, there] = [await aPlacement(manager, one, "2027-04-01", "2027-04-10"), await aPlacement(manager, two, "2027-04-05", "2027-04-20")];
    const { body } = await swap(here, there, { date: "2027-04-01" });
    expect(parts(body)).toEqual([[bedOf(two), "planned", "2027-04-01", "2027-04-10"]]);
    expect(parts(body.swappedWith)).toEqual([[bedOf(one), "planned", "2027-04-05", "2027-04-20"]]);
  });

  test("asked from both sides at once is made twice in turn, and nobody is stuck", async () => {
    const [one, two] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01"), await inHouse(two, "2027-03-01", "2027-04-01")];
    const answers = await Promise.all([swap(here, there, {}, { "if-match": "2" }), swap(there, here, {}, { "if-match": "2" })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await swap(here, there, { withVersion: 2 })).toMatchObject({ status: 412 });
  });
});

describe("a member who joins", () => {
  const join = (placement: { id: string }, body: object) => manager<BuiltPlacement & { beds: { bedId: string; personId: string }[] }>("POST", `/placements/${placement.id}/joining`, { body });
  const born = async ({ id }: Pick<BuiltHousehold, "id">, birthDate: string) =>
    (await manager<BuiltHousehold>("POST", `/households/${id}/members`, { body: { givenName: "Ida", familyName: "Prova", birthDate, gender: "female", role: "child", from: birthDate } })).body.members.at(-1)?.personId ?? "";

  async function aMother(beds: object[], fields: Record<string, unknown> = {}) {
    const unit = await aUnit(manager, 0, { beds, ...fields });
    const household = await aHousehold(manager);
    return { unit, household, placement: await inHouse(unit, "2027-03-01", "2027-04-01", { householdId: household.id }) };
  }

  test("newly born takes the cot, from the day of birth to the exit of the others", async () => {
    const { unit, household, placement } = await aMother([{ name: "1" }, { name: "2" }, { name: "culla", kind: "cot" }], { letting: "whole_unit" });
    const child = await born(household, "2027-03-08");
    const { status, body } = await join(placement, { date: "2027-03-08", personId: child });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.beds).toContainEqual({ personId: child, bedId: bedOf(unit, 2) });
    expect(parts(body).at(-1)).toEqual([bedOf(unit, 2), "in_house", "2027-03-08", "2027-04-01"]);
    expect(await step(manager, placement, "departure", departure(TODAY))).toMatchObject({ status: "ended" });
    expect(await freeBeds(manager, unit, TODAY, "2027-03-12")).toHaveLength(3);
  });

  test("takes the bed that is named, and none that is somebody's", async () => {
    const { unit, household, placement } = await aMother([{ name: "1" }, { name: "2" }, { name: "3" }]);
    const child = await born(household, "2027-03-08");
    const own = placement.stays[0]?.bedId;
    expect(await join(placement, { date: TODAY, personId: child, bedId: own })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ bedId: own, placementId: placement.id }] } });
    expect(await join(placement, { date: TODAY, personId: child, bedId: bedOf(unit, 2) })).toMatchObject({ status: 200 });
    expect(await join(placement, { date: TODAY, personId: child })).toMatchObject({ status: 422, body: { code: "person_already_placed", placementId: placement.id } });
  });

  test("is not put in the bed of who should have left it already", async () => {
    const { household, placement } = await aMother([{ name: "1" }]);
    const child = await born(household, "2027-03-08");
    itIs("2027-04-03");
    const { body, status } = await join(placement, { date: "2027-04-01", personId: child, bedId: placement.stays[0]?.bedId });
    expect([status, body]).toMatchObject([409, { code: "bed_occupied", blockedBy: [{ placementId: placement.id }] }]);
  });

  test("and takes no bed is a member and nothing else", async () => {
    const { household, placement } = await aMother([{ name: "1" }]);
    await born(household, "2027-03-08");
    expect((await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body.stays).toHaveLength(1);
  });

  test("leaves before the others: the bed is free after its turnaround, the placement goes on", async () => {
    const unit = await aUnit(manager, 2, {}, { turnaround: THREE_DAYS });
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await inHouse(unit, "2027-03-01", "2027-04-01", { householdId });
    const left = await step(manager, placement, "departure", { ...departure(TODAY), personIds: [members[1]?.personId] });
    expect(left).toMatchObject({ status: "in_house", exit: "2027-04-01" });
    expect(await freeBeds(manager, unit, "2027-03-12", "2027-03-14")).toHaveLength(0);
    expect(await freeBeds(manager, unit, "2027-03-13", "2027-03-14")).toHaveLength(1);
  });
});
