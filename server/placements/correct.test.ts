import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { keepTasks } from "@/server/tasks/keep";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";

const TODAY = "2027-03-20";

let api: Api;
let manager: Caller;
let operator: Caller;
let database: Database;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, operator] = [await api.as("manager"), await api.as("operator")];
  database = connect(process.env.DATABASE_URL ?? "", 2);
});
beforeEach(() => itIs(TODAY));
afterAll(async () => {
  await database.end();
  await api.close();
});

const correct = (placement: { id: string }, body: object, by = operator) => by<BuiltPlacement & Record<string, unknown>>("POST", `/placements/${placement.id}/correction`, { body: { note: "Scritto nella riga sbagliata", ...body } });

async function arrived(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  itIs(arrival);
  const placement = await aPlacement(manager, unit, arrival, exit, fields);
  const here = await step(manager, placement, "arrival", { date: arrival });
  itIs(TODAY);
  return here;
}

async function stayed(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  return step(manager, await arrived(unit, arrival, exit, fields), "departure", departure(exit));
}

const blocks = (unit: BuiltUnit) => api.owner<{ kind: string; from: string; until: string }[]>`SELECT kind, from_day::text AS from, until_day::text AS until FROM bed_block WHERE unit_id = ${unit.id} ORDER BY from_day, kind`;
const file = async (householdId: unknown) => (await manager<{ corrections: { changes: unknown[]; note: string; madeByName: string | null }[]; history: { action: string }[] }>("GET", `/households/${String(householdId)}`)).body;

async function withRule(maxStay: object, fields = {}): Promise<BuiltUnit> {
  const unit = await aUnit(manager, 2);
  expect((await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay, ...fields } })).status).toBe(201);
  return unit;
}

describe("another day", () => {
  test("an arrival moves the nights and the limit, and the planned exit where the limit binds it", async () => {
    const unit = await withRule({ days: 20 });
    const placement = await arrived(unit, "2027-03-10", "2027-03-30");
    expect(placement.latestExit).toBe("2027-03-30");
    const { status, body } = await correct(placement, { arrival: "2027-03-07" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "in_house", arrival: "2027-03-07", exit: "2027-03-27", latestExit: "2027-03-27", warnings: [{ code: "exit_shortened" }] });
    expect(await blocks(unit)).toEqual([{ kind: "stay", from: "2027-03-07", until: "2027-03-27" }]);
    expect((await correct(placement, { arrival: "2027-03-10" })).body).toMatchObject({ latestExit: "2027-03-30", exit: "2027-03-27" });
  });

  test("a departure moves the end of the nights and the turnaround, and what was over the limit is counted anew", async () => {
    const facility = await aFacility(manager, { turnaround: { days: 2, working: false } });
    const unit = await aUnit(manager, 1, {}, facility);
    await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: facility.id, validFrom: "2020-01-01", maxStay: { days: 5 } } });
    const placement = await arrived(unit, "2027-03-01", "2027-03-06");
    await step(manager, placement, "departure", { ...departure("2027-03-09"), overstay: { authorised: false, note: "Non si presentava nessuno" } });

    const { body } = await correct(placement, { departure: { date: "2027-03-05", reason: "hospital", destination: "hospital" } });
    expect(body).toMatchObject({ status: "ended", exit: "2027-03-05", stays: [{ departureReason: "hospital", destination: "hospital", overstayNights: 0, overstay: null }] });
    expect(await blocks(unit)).toEqual([{ kind: "stay", from: "2027-03-01", until: "2027-03-05" }, { kind: "turnaround", from: "2027-03-05", until: "2027-03-07" }]);

    const over = await correct(placement, { departure: { date: "2027-03-08", overstay: { authorised: true, note: "Neve" } } });
    expect(over.body).toMatchObject({ stays: [{ overstayNights: 2, overstay: { authorised: true, note: "Neve" } }] });
  });

  test("both days at once, and only for the one who is named", async () => {
    const household = await aHousehold(manager, [{}, {}]);
    const placement = await stayed(await aUnit(manager, 2), "2027-03-01", "2027-03-10", { householdId: household.id });
    const [first, second] = household.members.map(({ personId }) => personId);
    const { body } = await correct(placement, { personIds: [second], arrival: "2027-03-04", departure: { date: "2027-03-08" } });
    expect(body.stays).toEqual(expect.arrayContaining([expect.objectContaining({ personId: first, arrival: "2027-03-01", exit: "2027-03-10" }), expect.objectContaining({ personId: second, arrival: "2027-03-04", exit: "2027-03-08" })]));
    expect(body).toMatchObject({ arrival: "2027-03-01", exit: "2027-03-10" });
  });

  test("after a transfer the arrival is corrected in the first bed, the departure in the last", async () => {
    const [here, there] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const placement = await arrived(here, "2027-03-05", "2027-03-25");
    await step(manager, placement, "transfer", { date: "2027-03-10", unitId: there.id });
    await step(manager, placement, "departure", departure("2027-03-15"));
    expect((await correct(placement, { arrival: "2027-03-04", departure: { date: "2027-03-14" } })).status).toBe(200);
    expect(await blocks(here)).toEqual([{ kind: "stay", from: "2027-03-04", until: "2027-03-10" }]);
    expect(await blocks(there)).toEqual([{ kind: "stay", from: "2027-03-10", until: "2027-03-14" }]);
    expect(await correct(placement, { arrival: "2027-03-11" })).toMatchObject({ status: 422, body: { code: "exit_before_arrival" } });
  });

  test("a transfer moves the nights from one bed to the other, and what the first needs after them; of others who spent them there it is told", async () => {
    const facility = await aFacility(manager, { turnaround: { days: 2, working: false } });
    const [here, there] = [await aUnit(manager, 1, {}, facility), await aUnit(manager, 1)];
    const slept = await stayed(there, "2027-03-02", "2027-03-07");
    const placement = await arrived(here, "2027-03-05", "2027-03-25");
    await step(manager, placement, "transfer", { date: "2027-03-12", unitId: there.id });
    const { status, body } = await correct(placement, { transfer: { date: "2027-03-09" } });
    expect([status, body.status, body.exit]).toEqual([200, "in_house", "2027-03-25"]);
    expect(await blocks(here)).toEqual([{ kind: "stay", from: "2027-03-05", until: "2027-03-09" }, { kind: "turnaround", from: "2027-03-09", until: "2027-03-11" }]);
    expect((await blocks(there)).at(-1)).toEqual({ kind: "stay", from: "2027-03-09", until: "2027-03-25" });

    expect(await correct(placement, { transfer: { date: "2027-03-06" } })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: slept.id }] } });
    expect(await correct(slept, { transfer: { date: "2027-03-06" } })).toMatchObject({ status: 422, body: { code: "no_transfer" } });
    const { corrections } = await file((placement as unknown as { householdId: string }).householdId);
    expect(corrections).toMatchObject([{ changes: [{ before: { transfer: "2027-03-12" }, after: { transfer: "2027-03-09" } }] }]);
  });

  test("a transfer is moved only for the one who is named, and for both who moved where nobody is", async () => {
    const household = await aHousehold(manager, [{}, {}]);
    const [ada, bea] = household.members.map(({ personId }) => personId);
    const [here, there] = [await aUnit(manager, 2), await aUnit(manager, 2)];
    const placement = await arrived(here, "2027-03-05", "2027-03-25", { householdId: household.id });
    await step(manager, placement, "transfer", { date: "2027-03-12", unitId: there.id });
    const arrivals = (body: BuiltPlacement & Record<string, unknown>, personId: string | undefined) => (body.stays as unknown as { personId: string; arrival: string }[]).filter((stay) => stay.personId === personId).map(({ arrival }) => arrival).toSorted();
    const one = (await correct(placement, { personIds: [bea], transfer: { date: "2027-03-10" } })).body;
    expect([arrivals(one, ada), arrivals(one, bea)]).toEqual([["2027-03-05", "2027-03-12"], ["2027-03-05", "2027-03-10"]]);
    const both = (await correct(placement, { transfer: { date: "2027-03-11" } })).body;
    expect([arrivals(both, ada), arrivals(both, bea)]).toEqual([["2027-03-05", "2027-03-11"], ["2027-03-05", "2027-03-11"]]);
  });

  test("the day of an exchange is not moved from one side: the other spent those nights there", async () => {
    const [one, other] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const [first, second] = [await arrived(one, "2027-03-05", "2027-03-25"), await arrived(other, "2027-03-05", "2027-03-25")];
    await step(manager, first, "swap", { date: "2027-03-12", withPlacementId: second.id });
    expect(await correct(first, { transfer: { date: "2027-03-10" } })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: second.id }] } });
  });
});

describe("what never happened", () => {
  test("who has not left is in house again until the planned exit; the tasks come back", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await arrived(unit, "2027-03-01", "2027-03-12");
    await keepTasks(database);
    await step(manager, placement, "departure", departure("2027-03-11"));
    const overdue = () => api.owner`SELECT kind FROM task WHERE placement_id = ${placement.id} AND done_at IS NULL`;
    expect(await overdue()).toEqual([]);

    const { body } = await correct(placement, { departure: null });
    expect(body).toMatchObject({ status: "in_house", exit: "2027-03-12", stays: [{ status: "in_house", departureReason: null, destination: null }] });
    await keepTasks(database);
    expect(await overdue()).toEqual([{ kind: "overdue" }]);
    // Whoever is overdue is in the bed tonight.
    const search = await manager<{ items: { unitId: string }[] }>("GET", `/availability?municipality=${PERUGIA}&from=${TODAY}&until=2027-03-21`);
    expect(search.body.items.map(({ unitId }) => unitId)).not.toContain(unit.id);
  });

  test("who never came is expected again, and can arrive, be called off, or be a no-show", async () => {
    const placement = await arrived(await aUnit(manager, 1), "2027-03-18", "2027-03-30");
    expect((await correct(placement, { arrival: null })).body).toMatchObject({ status: "planned", arrival: "2027-03-18", exit: "2027-03-30" });
    expect(await step(manager, placement, "no-show", { reason: "no_contact" })).toMatchObject({ status: "no_show" });
  });

  test("a unit let whole is held whole again, but for the bed that is closed", async () => {
    const unit = await aUnit(manager, 3, { letting: "whole_unit" });
    const placement = await aPlacement(manager, unit, TODAY, "2027-03-25");
    await step(manager, placement, "arrival", { date: TODAY });
    await step(manager, placement, "departure", departure(TODAY));
    expect((await manager("POST", "/closures", { body: { bedId: unit.beds[2]?.id, from: "2027-03-22", until: "2027-03-24", reason: "damage" } })).status).toBe(201);
    expect((await correct(placement, { departure: null })).status).toBe(200);
    expect((await blocks(unit)).map(({ kind }) => kind).toSorted()).toEqual(["closure", "spare", "stay"]);
  });
});

describe("what really happened", () => {
  test("plans yield to a corrected day, and are named", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await stayed(unit, "2027-03-01", "2027-03-15");
    const plan = await aPlacement(manager, unit, TODAY, "2027-03-25");
    expect((await correct(placement, { departure: null })).body).toMatchObject({ status: "in_house" });
    expect(await correct(await stayed(await aUnit(manager, 1), "2027-03-01", "2027-03-05"), { departure: { date: "2027-03-06" } })).toMatchObject({ status: 200, body: { displaced: [] } });
    expect((await manager<BuiltPlacement>("GET", `/placements/${plan.id}`)).body.status).toBe("planned");

    await step(manager, placement, "departure", departure("2027-03-15"));
    itIs("2027-03-21");
    expect(await correct(placement, { departure: { date: "2027-03-21" } })).toMatchObject({ status: 200, body: { displaced: [{ placementId: plan.id }] } });
    expect((await manager<BuiltPlacement>("GET", `/placements/${plan.id}`)).body.status).toBe("needs_bed");
  });

  test("nights that somebody else spent in the bed refuse it and are named; nothing has changed", async () => {
    const unit = await aUnit(manager, 1);
    const first = await stayed(unit, "2027-03-01", "2027-03-08");
    const second = await stayed(unit, "2027-03-08", "2027-03-12");
    const before = await blocks(unit);
    expect(await correct(first, { departure: { date: "2027-03-10" } })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: second.id, from: "2027-03-08", until: "2027-03-12" }] } });
    expect(await correct(second, { arrival: "2027-03-07" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: first.id }] } });
    expect(await blocks(unit)).toEqual(before);
    expect((await file((first as unknown as { householdId: string }).householdId)).corrections).toEqual([]);
  });

  test("whoever has not left was there after the planned exit too: whoever spent those nights refuses it", async () => {
    const unit = await aUnit(manager, 1);
    const first = await stayed(unit, "2027-03-01", "2027-03-08");
    const second = await stayed(unit, "2027-03-10", "2027-03-12");
    expect(await correct(first, { departure: null })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: second.id }] } });
  });

  test("nights the person spent elsewhere refuse it", async () => {
    const household = await aHousehold(manager);
    const first = await stayed(await aUnit(manager, 1), "2027-03-01", "2027-03-08", { householdId: household.id });
    await stayed(await aUnit(manager, 1), "2027-03-08", "2027-03-12", { householdId: household.id });
    expect(await correct(first, { departure: { date: "2027-03-09" } })).toMatchObject({ status: 422, body: { code: "person_already_placed" } });
    const here = await arrived(await aUnit(manager, 1), "2027-03-15", "2027-03-30", { householdId: household.id });
    expect(await correct(first, { departure: null })).toMatchObject({ status: 422, body: { code: "person_already_placed", placementId: here.id } });
  });

  test("a bed that one of the household took over from another is the other's until then", async () => {
    const unit = await aUnit(manager, 2);
    const household = await aHousehold(manager, [{}, {}]);
    const [ada, bea] = household.members.map(({ personId }) => personId);
    const bed = unit.beds[0]?.id;
    const placement = await arrived(unit, "2027-03-01", "2027-03-30", { householdId: household.id, split: { reason: "why" }, beds: [{ bedId: bed, personId: ada }] });
    await step(manager, placement, "transfer", { date: "2027-03-10", unitId: unit.id, beds: [{ bedId: unit.beds[1]?.id, personId: ada }] });
    await step(manager, placement, "joining", { date: "2027-03-10", personId: bea, bedId: bed });
    expect(await correct(placement, { personIds: [bea], arrival: "2027-03-09" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ bedId: bed, from: "2027-03-01", until: "2027-03-10" }] } });
    expect((await correct(placement, { personIds: [bea], arrival: "2027-03-11" })).status).toBe(200);
  });

  test("whoever came back to the same placement is not there twice on one night", async () => {
    const unit = await aUnit(manager, 3);
    const household = await aHousehold(manager, [{}, {}]);
    const bea = household.members[1]?.personId;
    const placement = await arrived(unit, "2027-03-01", "2027-03-30", { householdId: household.id });
    await step(manager, placement, "departure", { ...departure("2027-03-08"), personIds: [bea] });
    await step(manager, placement, "joining", { date: "2027-03-10", personId: bea, bedId: unit.beds[2]?.id });
    expect(await correct(placement, { personIds: [bea], arrival: "2027-03-07" })).toMatchObject({ status: 422, body: { code: "person_already_placed", placementId: placement.id, from: "2027-03-01", until: "2027-03-08" } });
    expect((await correct(placement, { personIds: [bea], arrival: "2027-03-09" })).status).toBe(200);
  });

  test("whoever has left the household since is not back in its place", async () => {
    const household = await aHousehold(manager, [{}, {}]);
    const placement = await stayed(await aUnit(manager, 2), "2027-03-01", "2027-03-10", { householdId: household.id });
    const gone = household.members[1]?.personId;
    expect((await manager("POST", `/households/${household.id}/members/${gone}/departure`, { body: { date: "2027-03-12" } })).status).toBe(200);
    expect(await correct(placement, { departure: null })).toMatchObject({ status: 422, body: { code: "not_a_member", personIds: [gone] } });
    expect(await correct(placement, { departure: null, personIds: [household.members[0]?.personId] })).toMatchObject({ status: 200, body: { status: "in_house" } });
  });

  test("a closure that had yielded to nights nobody spent holds again", async () => {
    const unit = await aUnit(manager, 1);
    expect((await manager("POST", "/closures", { body: { unitId: unit.id, from: "2027-03-12", until: "2027-03-16", reason: "maintenance" } })).status).toBe(201);
    itIs("2027-03-10");
    const placement = await aPlacement(manager, unit, "2027-03-17", "2027-03-25");
    await step(manager, placement, "arrival", { date: "2027-03-10" });
    itIs(TODAY);
    expect(await blocks(unit)).toEqual([{ kind: "stay", from: "2027-03-10", until: "2027-03-25" }]);
    await correct(placement, { arrival: "2027-03-14" });
    expect(await blocks(unit)).toEqual([{ kind: "closure", from: "2027-03-12", until: "2027-03-14" }, { kind: "stay", from: "2027-03-14", until: "2027-03-25" }]);
    await correct(placement, { arrival: "2027-03-17" });
    expect((await blocks(unit)).filter(({ kind }) => kind === "closure").map(({ from, until }) => [from, until])).toEqual([["2027-03-12", "2027-03-14"], ["2027-03-14", "2027-03-16"]]);
  });
});

test("what was recorded before stays in the file, with who put it right and why, and in its history", async () => {
  const household = await aHousehold(manager);
  const placement = await stayed(await aUnit(manager, 1), "2027-03-01", "2027-03-10", { householdId: household.id });
  await correct(placement, { departure: { date: "2027-03-09", destination: "friends" } });
  const { corrections, history } = await file(household.id);
  expect(corrections).toMatchObject([{
    note: "Scritto nella riga sbagliata", madeByName: expect.any(String),
    changes: [{ before: { arrival: "2027-03-01", departure: "2027-03-10", destination: "private_rental" }, after: { arrival: "2027-03-01", departure: "2027-03-09", destination: "friends" } }],
  }]);
  expect(history.map(({ action }) => action)).toContain("placement.corrected");
  const worker = await api.as("social_worker");
  expect((await worker<{ corrections: unknown[] }>("GET", `/households/${household.id}`)).body.corrections).toHaveLength(1);
});

test.each<[string, object, string]>([
  ["nothing", {}, "nothing_to_change"],
  ["an empty departure", { departure: {} }, "nothing_to_change"],
  ["a departure of who never came", { arrival: null, departure: { date: "2027-03-10" } }, "departure_without_arrival"],
  ["a transfer of who never came", { arrival: null, transfer: { date: "2027-03-10" } }, "transfer_without_arrival"],
  ["no reason", { note: " ", arrival: "2027-03-10" }, ""],
  ["days the wrong way round", { arrival: "2027-03-10", departure: { date: "2027-03-09" } }, "exit_before_arrival"],
])("a correction of %s is malformed", async (_case, body, code) => {
  const answer = await correct({ id: "018f0000-0000-7000-8000-000000000000" }, body);
  expect(answer.status).toBe(400);
  if (code) expect((answer.body.errors as { code: string; message: string }[]).some((error) => `${error.code} ${error.message}`.includes(code))).toBe(true);
});

test("of operators who correct the same departure at once each is told of the other", async () => {
  const placement = await stayed(await aUnit(manager, 1), "2027-03-01", "2027-03-10");
  const days = ["2027-03-08", "2027-03-09", "2027-03-11", "2027-03-12"];
  const { version } = (await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body;
  const answers = await Promise.all(days.map((date) => operator("POST", `/placements/${placement.id}/correction`, { body: { note: "why", departure: { date } }, headers: { "if-match": String(version) } })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
});
