import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { keepTasks } from "@/server/tasks/keep";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";

const TODAY = "2027-03-20";

let api: Api;
let manager: Caller;
let database: Database;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  database = connect(process.env.DATABASE_URL ?? "", 2);
});
beforeEach(() => itIs(TODAY));
afterAll(async () => {
  await database.end();
  await api.close();
});

const post = (placement: { id: string }, body: unknown) => manager<BuiltPlacement & Record<string, unknown>>("POST", `/placements/${placement.id}/arrival`, { body });
const read = async (placement: { id: string }) => (await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body;
const nights = (unit: BuiltUnit) => api.owner<{ from: string; until: string }[]>`SELECT from_day::text AS from, until_day::text AS until FROM bed_block WHERE unit_id = ${unit.id} AND kind = 'stay' ORDER BY from_day`;

async function planned(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  itIs("2027-03-01");
  const placement = await aPlacement(manager, unit, arrival, exit, fields);
  itIs(TODAY);
  return placement;
}

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  const placement = await planned(unit, arrival, exit, fields);
  itIs(arrival);
  const here = await step(manager, placement, "arrival", { date: arrival });
  itIs(TODAY);
  return here;
}

async function gone(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  const here = await inHouse(unit, arrival, exit, fields);
  itIs(exit);
  const left = await step(manager, here, "departure", departure(exit));
  itIs(TODAY);
  return left;
}

describe("an arrival told after the planned exit", () => {
  test("is recorded where nobody else was in the bed since", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await planned(unit, "2027-03-05", "2027-03-10");
    expect((await post(placement, { date: "2027-03-05" })).body).toMatchObject({ status: "in_house", arrival: "2027-03-05", exit: "2027-03-10" });
    expect(await step(manager, placement, "departure", departure("2027-03-18"))).toMatchObject({ status: "ended", exit: "2027-03-18" });
  });

  test("is refused where others were in the bed since, who are named; told with the departure it is recorded", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await planned(unit, "2027-03-05", "2027-03-10");
    const other = await gone(unit, "2027-03-12", "2027-03-15");
    expect(await post(placement, { date: "2027-03-05" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ kind: "stay", placementId: other.id, from: "2027-03-12", until: "2027-03-15" }] } });
    expect(await read(placement)).toMatchObject({ status: "planned", version: placement.version });

    expect((await post(placement, { date: "2027-03-05", departure: departure("2027-03-13") })).body).toMatchObject({ code: "bed_taken", blockedBy: [{ placementId: other.id }] });
    expect((await post(placement, { date: "2027-03-05", departure: departure("2027-03-11") })).body).toMatchObject({ status: "ended", arrival: "2027-03-05", exit: "2027-03-11", stays: [{ status: "ended", arrival: "2027-03-05", exit: "2027-03-11", plannedExit: "2027-03-10", departureReason: "end_of_stay", destination: "private_rental" }] });
    expect(await nights(unit)).toEqual([{ from: "2027-03-05", until: "2027-03-11" }, { from: "2027-03-12", until: "2027-03-15" }]);
  });

  test("with the departure, also into a bed somebody is in now, and of somebody who is elsewhere now, where their nights do not meet", async () => {
    const unit = await aUnit(manager, 1);
    const { id: householdId } = await aHousehold(manager);
    const placement = await planned(unit, "2027-03-05", "2027-03-08", { householdId });
    await inHouse(unit, "2027-03-10", "2027-03-30");
    await inHouse(await aUnit(manager, 1), "2027-03-08", "2027-03-30", { householdId });
    expect((await post(placement, { date: "2027-03-05" })).body).toMatchObject({ refusals: [{ code: "person_already_placed" }, { code: "bed_taken" }] });
    expect((await post(placement, { date: "2027-03-05", departure: departure("2027-03-09") })).body).toMatchObject({ code: "person_already_placed" });
    expect(await post(placement, { date: "2027-03-05", departure: departure("2027-03-07") })).toMatchObject({ status: 200, body: { status: "ended", exit: "2027-03-07" } });
  });

  test("nor were they there in the nights of whoever should have left and has not", async () => {
    const unit = await aUnit(manager, 1);
    const overdue = await inHouse(unit, "2027-03-02", "2027-03-06");
    const placement = await planned(unit, "2027-03-07", "2027-03-09");
    expect(await post(placement, { date: "2027-03-07", departure: departure("2027-03-09") })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: overdue.id, from: "2027-03-06", until: "2027-03-21" }] } });
    await step(manager, overdue, "departure", departure("2027-03-07"));
    expect(await post(placement, { date: "2027-03-07", departure: departure("2027-03-09") })).toMatchObject({ status: 200 });
  });

  test("nor are they corrected into such nights", async () => {
    const unit = await aUnit(manager, 1);
    const before = await gone(unit, "2027-03-02", "2027-03-04");
    const overdue = await inHouse(unit, "2027-03-05", "2027-03-07");
    const correction = (body: object) => manager("POST", `/placements/${before.id}/correction`, { body: { note: "giorni sbagliati", ...body } });
    expect(await correction({ arrival: "2027-03-10", departure: { date: "2027-03-12" } })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: overdue.id }] } });
    await step(manager, overdue, "departure", departure("2027-03-09"));
    expect(await correction({ arrival: "2027-03-10", departure: { date: "2027-03-12" } })).toMatchObject({ status: 200 });
  });

  test("closes what was still to be done, counts the nights over the limit, and is in the register twice", async () => {
    const unit = await aUnit(manager, 1);
    expect((await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 5 } } })).status).toBe(201);
    const placement = await planned(unit, "2027-03-05", "2027-03-10");
    await keepTasks(database);
    const open = () => api.owner`SELECT 1 FROM task WHERE placement_id = ${placement.id} AND done_at IS NULL`;
    expect(await open()).not.toHaveLength(0);
    const { body } = await post(placement, { date: "2027-03-04", departure: { ...departure("2027-03-11"), overstay: { authorised: true, note: "aspettava le chiavi" } } });
    expect(body).toMatchObject({ status: "ended", latestExit: "2027-03-09", stays: [{ overstayNights: 2, overstay: { authorised: true, note: "aspettava le chiavi" }, plannedExit: "2027-03-10" }] });
    expect(body.warnings).toEqual([]);
    expect(await open()).toHaveLength(0);
    const actions = await api.owner<{ action: string }[]>`SELECT action FROM audit_entry WHERE subject_id = ${placement.id} ORDER BY at`;
    expect(actions.map(({ action }) => action).slice(-2)).toEqual(["placement.arrival", "placement.departure"]);
  });

  test("of one of two, the other still being expected, leaves the place to the other", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await planned(unit, "2027-03-18", "2027-03-30", { householdId });
    const [first] = members;
    const { body } = await post(placement, { date: "2027-03-18", personIds: [first?.personId], departure: departure("2027-03-19") });
    expect(body.stays.map(({ personId, status }) => [personId === first?.personId, status]).toSorted()).toEqual([[false, "planned"], [true, "ended"]]);
    expect(await step(manager, placement, "arrival", { date: "2027-03-20" })).toMatchObject({ status: "in_house" });
  });

  test.each([
    ["a departure before the arrival", { date: "2027-03-06", departure: departure("2027-03-05") }, 400, "malformed"],
    ["a departure to come", { date: "2027-03-06", departure: departure("2027-03-21") }, 422, "date_in_future"],
    ["a departure without a reason", { date: "2027-03-06", departure: { date: "2027-03-07" } }, 400, "malformed"],
  ])("%s is refused, and nothing changes", async (_case, body, status, code) => {
    const placement = await planned(await aUnit(manager, 1), "2027-03-05", "2027-03-10");
    expect(await post(placement, body)).toMatchObject({ status, body: { code } });
    expect(await read(placement)).toMatchObject({ status: "planned", version: placement.version });
  });
});
