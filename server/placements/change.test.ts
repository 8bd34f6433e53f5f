import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await api.as("manager");
});
beforeEach(() => itIs("2027-03-10"));
afterAll(() => api.close());

const change = (placement: { id: string }, body: unknown) => manager("PATCH", `/placements/${placement.id}`, { body });
const close = (body: Record<string, unknown>) => manager<{ id: string; code?: string; blockedBy?: unknown[] }>("POST", "/closures", { body: { reason: "maintenance", ...body } });
const free = async (unit: BuiltUnit, from: string, until: string) => (await freeBeds(manager, unit, from, until)).length;
const threeDays = { turnaround: { days: 3, working: false } };

async function inHouse(unit: BuiltUnit, arrival: string, exit: string) {
  return step(manager, await aPlacement(manager, unit, arrival, exit), "arrival", { date: arrival });
}

describe("the planned exit", () => {
  test("moved earlier frees the bed, with the turnaround after it", async () => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-30");
    expect(await change(placement, { exit: "2027-03-20" })).toMatchObject({ status: 200, body: { exit: "2027-03-20", stays: [{ exit: "2027-03-20", plannedExit: "2027-03-20" }] } });
    expect([await free(unit, "2027-03-22", "2027-03-25"), await free(unit, "2027-03-23", "2027-03-25")]).toEqual([0, 1]);
  });

  test.each([
    ["to the day somebody else's plan begins", { exit: "2027-03-20" }, 200, undefined],
    ["a night into somebody else's plan", { exit: "2027-03-21" }, 409, "bed_taken"],
    ["with a turnaround that reaches into it", { exit: "2027-03-20", turnaround: { days: 1, working: false } }, 409, "bed_taken"],
    ["with the turnaround alone", { turnaround: { days: 6, working: false } }, 409, "bed_taken"],
    ["with a turnaround that just fits", { turnaround: { days: 5, working: false } }, 200, undefined],
    ["before the arrival", { exit: "2027-03-09" }, 422, "exit_before_arrival"],
    ["to the arrival: no night", { exit: "2027-03-10" }, 200, undefined],
  ])("moved %s", async (_case, body, status, code) => {
    const unit = await aUnit(manager, 1);
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-15");
    const next = await aPlacement(manager, unit, "2027-03-20", "2027-03-30");
    const answer = await change(placement, body);
    expect(answer).toMatchObject({ status, body: code ? { code } : {} });
    if (code === "bed_taken") expect(answer.body.blockedBy).toMatchObject([{ kind: "stay", placementId: next.id, from: "2027-03-20", until: "2027-03-30" }]);
    expect((await manager("GET", `/placements/${next.id}`)).body).toMatchObject({ status: "planned" });
  });

  test("stays within the rule", async () => {
    const unit = await aUnit(manager, 1);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { weeks: 2 } } });
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-15");
    expect(await change(placement, { exit: "2027-03-25" })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-03-24" } });
    expect((await change(placement, { exit: "2027-03-24" })).status).toBe(200);
  });

  test("stays within the opening of the bed", async () => {
    const unit = await aUnit(manager, 0, { beds: [{ name: "1", closesOn: "2027-03-20" }] });
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-15");
    expect(await change(placement, { exit: "2027-03-21" })).toMatchObject({ status: 409, body: { code: "bed_not_open", bedIds: [unit.beds[0]?.id] } });
    expect((await change(placement, { exit: "2027-03-20" })).status).toBe(200);
  });

  test("is not moved over a closure, nor over the same person's other plan, nor into the past of somebody in house", async () => {
    const unit = await aUnit(manager, 1);
    const { id: householdId } = await aHousehold(manager);
    const placement = await aPlacement(manager, unit, "2027-03-05", "2027-03-15", { householdId });
    await close({ bedId: unit.beds[0]?.id, from: "2027-03-20", until: "2027-03-22" });
    expect(await change(placement, { exit: "2027-03-21" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ kind: "closure" }] } });

    await aPlacement(manager, await aUnit(manager, 1), "2027-03-17", "2027-03-19", { householdId });
    expect(await change(placement, { exit: "2027-03-18" })).toMatchObject({ status: 422, body: { code: "person_already_placed" } });
    await step(manager, placement, "arrival", { date: "2027-03-05" });
    expect(await change(placement, { exit: "2027-03-09" })).toMatchObject({ status: 422, body: { code: "exit_before_today" } });
    expect((await change(placement, { exit: "2027-03-10" })).status).toBe(200);
  });

  test("of one who is overdue moves on only while nobody else has the nights", async () => {
    const unit = await aUnit(manager, 1);
    const overdue = await inHouse(unit, "2027-03-01", "2027-03-10");
    await aPlacement(manager, unit, "2027-03-14", "2027-03-20");
    itIs("2027-03-12");
    expect(await change(overdue, { exit: "2027-03-15" })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    expect((await change(overdue, { exit: "2027-03-14" })).status).toBe(200);
  });

  test("of a placement let whole takes every bed along, and lets a spare one go that is closed by then", async () => {
    const unit = await aUnit(manager, 2, { letting: "whole_unit" });
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-15");
    const spare = unit.beds.find(({ id }) => id !== placement.stays[0]?.bedId);
    await close({ bedId: spare?.id, from: "2027-03-16", until: "2027-03-18" });
    expect((await change(placement, { exit: "2027-03-20" })).status).toBe(200);
    expect(await free(unit, "2027-03-18", "2027-03-20")).toBe(0);
    const { id: householdId } = await aHousehold(manager);
    expect(await manager("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: "2027-03-19", exit: "2027-03-22" } })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
  });

  test("of a placement let whole goes on without the bed of one who left, if that is closed by then", async () => {
    const unit = await aUnit(manager, 2, { letting: "whole_unit" });
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await aPlacement(manager, unit, "2027-03-05", "2027-03-15", { householdId });
    await step(manager, placement, "arrival", { date: "2027-03-05" });
    await step(manager, placement, "departure", { ...departure("2027-03-10"), personIds: [members[0]?.personId] });
    const left = placement.stays.find(({ personId }) => personId === members[0]?.personId);
    await close({ bedId: left?.bedId, from: "2027-03-16", until: "2027-03-18" });
    expect((await change(placement, { exit: "2027-03-20" })).status).toBe(200);
    const blocks = await api.owner`SELECT kind, from_day::text AS from, until_day::text AS until FROM bed_block WHERE bed_id = ${left?.bedId ?? ""} ORDER BY from_day`;
    expect(blocks.map(({ kind, from, until }) => [kind, from, until])).toEqual([["stay", "2027-03-05", "2027-03-10"], ["spare", "2027-03-10", "2027-03-15"], ["closure", "2027-03-16", "2027-03-18"]]);
  });

  test("moved by a member who stays longer than one who left late takes nobody's bed", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    itIs("2027-03-01");
    const placement = await aPlacement(manager, unit, "2027-03-01", "2027-03-05", { householdId });
    await step(manager, placement, "arrival", { date: "2027-03-01" });
    const staying = placement.stays.find(({ personId }) => personId === members[1]?.personId);
    const next = await aPlacement(manager, unit, "2027-03-08", "2027-03-12", { beds: undefined });
    const theirs = next.stays[0]?.bedId === staying?.bedId ? members[1] : members[0];
    const other = theirs === members[0] ? members[1] : members[0];
    itIs("2027-03-10");
    await step(manager, placement, "departure", { ...departure("2027-03-10"), personIds: [other?.personId] });
    expect(await change(placement, { exit: "2027-03-10" })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    expect((await manager("GET", `/placements/${next.id}`)).body).toMatchObject({ status: "planned" });
  });
});

describe("a closure", () => {
  test.each([["bedId"], ["unitId"], ["facilityId"]] as const)("of a %s is refused over a stay, naming it, and taken up to and from it", async (what) => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    const placement = await aPlacement(manager, unit, "2027-03-12", "2027-03-20");
    const target = { [what]: { bedId: unit.beds[0]?.id, unitId: unit.id, facilityId: unit.facilityId }[what] };
    expect(await close({ ...target, from: "2027-03-19", until: "2027-03-25" })).toMatchObject({
      status: 409, body: { code: "bed_taken", blockedBy: [{ bedId: unit.beds[0]?.id, kind: "stay", placementId: placement.id, from: "2027-03-12", until: "2027-03-20" }] },
    });
    const before = await close({ ...target, from: "2027-03-10", until: "2027-03-12" });
    expect([before.status, (await close({ ...target, from: "2027-03-20", until: "2027-03-25" })).status]).toEqual([201, 201]);
    expect([await free(unit, "2027-03-23", "2027-03-24"), await free(unit, "2027-03-25", "2027-03-26")]).toEqual([0, 1]);

    expect(await free(unit, "2027-03-10", "2027-03-11")).toBe(0);
    expect(await manager("DELETE", `/closures/${before.body.id}`)).toMatchObject({ status: 200, body: { cancelledAt: expect.any(String) } });
    expect(await manager("DELETE", `/closures/${before.body.id}`)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await close({ ...target, from: "2027-03-10", until: "2027-03-12" })).toMatchObject({ status: 201 });
  });

  test("is refused over somebody who should have left and has not", async () => {
    const unit = await aUnit(manager, 1);
    await inHouse(unit, "2027-03-01", "2027-03-05");
    expect(await close({ unitId: unit.id, from: "2027-03-08", until: "2027-03-12" })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    expect(await close({ unitId: unit.id, from: "2027-03-11", until: "2027-03-12" })).toMatchObject({ status: 201 });
  });

  test("may overlap another; the bed is free when the last is over", async () => {
    const unit = await aUnit(manager, 1);
    for (const [from, until] of [["2027-03-12", "2027-03-16"], ["2027-03-14", "2027-03-20"]]) expect((await close({ unitId: unit.id, from, until })).status).toBe(201);
    expect([await free(unit, "2027-03-19", "2027-03-20"), await free(unit, "2027-03-20", "2027-03-21")]).toEqual([0, 1]);
  });

  test("of a facility holds for a unit and a bed added meanwhile", async () => {
    const facility = await aFacility(manager);
    await close({ facilityId: facility.id, from: "2027-03-12", until: "2027-03-16" });
    const unit = await aUnit(manager, 1, {}, facility);
    expect((await manager("POST", `/units/${unit.id}/beds`, { body: { name: "late" } })).status).toBe(201);
    expect([await free(unit, "2027-03-12", "2027-03-13"), await free(unit, "2027-03-16", "2027-03-17")]).toEqual([0, 2]);
  });
});

describe("closing for good", () => {
  type Target = { path: (unit: BuiltUnit) => string };
  const targets: [string, Target][] = [
    ["a bed", { path: (unit) => `/beds/${unit.beds[0]?.id}` }],
    ["a unit", { path: (unit) => `/units/${unit.id}` }],
    ["a facility", { path: (unit) => `/facilities/${unit.facilityId}` }],
  ];

  test.each(targets)("%s is refused while it is taken after that day, and the last blocked day told", async (_what, { path }) => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    const placement = await aPlacement(manager, unit, "2027-03-12", "2027-03-20");
    expect(await manager("PATCH", path(unit), { body: { closesOn: "2027-03-19" } })).toMatchObject({
      status: 409, body: { code: "bed_in_use", lastBlockedDay: "2027-03-19", blockedBy: [{ kind: "stay", placementId: placement.id, until: "2027-03-20" }] },
    });
    expect(await manager("PATCH", path(unit), { body: { closesOn: "2027-03-20" } })).toMatchObject({ status: 200, body: { closesOn: "2027-03-20" } });
    expect([await free(unit, "2027-03-10", "2027-03-11"), await free(unit, "2027-03-23", "2027-03-24")]).toEqual([0, 0]);
    expect(await manager("PATCH", path(unit), { body: { closesOn: null } })).toMatchObject({ status: 200 });
    expect(await free(unit, "2027-03-23", "2027-03-24")).toBe(1);
  });

  test("counts who should have left, and nights already spent", async () => {
    const unit = await aUnit(manager, 1);
    const overdue = await inHouse(unit, "2027-03-01", "2027-03-05");
    const bed = `/beds/${unit.beds[0]?.id}`;
    expect(await manager("PATCH", bed, { body: { closesOn: "2027-03-10" } })).toMatchObject({ status: 409, body: { code: "bed_in_use", lastBlockedDay: "2027-03-10" } });
    await step(manager, overdue, "departure", departure("2027-03-08"));
    expect(await manager("PATCH", bed, { body: { closesOn: "2027-03-07" } })).toMatchObject({ status: 409, body: { code: "bed_in_use", lastBlockedDay: "2027-03-07" } });
    expect(await manager("PATCH", bed, { body: { closesOn: "2027-03-08" } })).toMatchObject({ status: 200 });
  });

  test("before the opening day makes no sense", async () => {
    const unit = await aUnit(manager, 1, { opensOn: "2027-04-01", beds: [{ name: "1", opensOn: "2027-04-01" }] }, { opensOn: "2027-04-01" });
    for (const [, { path }] of targets) expect(await manager("PATCH", path(unit), { body: { closesOn: "2027-03-20" } }), path(unit)).toMatchObject({ status: 400, body: { code: "malformed" } });
  });
});
