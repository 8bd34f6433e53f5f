import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

const move = (placement: { id: string }, body: object) => manager<BuiltPlacement & Record<string, unknown>>("PATCH", `/placements/${placement.id}`, { body });
const read = async (placement: { id: string }) => (await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body;
const free = async (unit: BuiltUnit, from: string, until: string) => (await freeBeds(manager, unit, from, until)).length;
const newRule = async (unit: BuiltUnit, validFrom: string, maxStay: object) => expect((await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom, maxStay } })).status).toBe(201);

describe("a plan on other days", () => {
  test("leaves the nights it had and takes the new ones, with the turnaround after them", async () => {
    const unit = await aUnit(manager, 1, {}, { turnaround: { days: 2, working: false } });
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-25");
    const { status, body } = await move(placement, { arrival: "2027-03-23", exit: "2027-03-28" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "planned", arrival: "2027-03-23", exit: "2027-03-28", version: placement.version + 1, warnings: [], stays: [{ bedId: placement.stays[0]?.bedId, arrival: "2027-03-23", exit: "2027-03-28", plannedExit: "2027-03-28" }] });
    expect(await Promise.all([["2027-03-20", "2027-03-21"], ["2027-03-22", "2027-03-24"], ["2027-03-29", "2027-03-30"], ["2027-03-30", "2027-03-31"]].map(([from = "", until = ""]) => free(unit, from, until)))).toEqual([1, 0, 0, 1]);
    expect((await move(placement, { arrival: "2027-03-15" })).body).toMatchObject({ arrival: "2027-03-15", exit: "2027-03-28" });
  });

  test("is refused over nights of others, who are named, and changes nothing", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-25");
    const other = await aPlacement(manager, unit, "2027-03-25", "2027-03-28");
    expect(await move(placement, { arrival: "2027-03-22", exit: "2027-03-27" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: other.id, from: "2027-03-25", until: "2027-03-28" }] } });
    expect(await read(placement)).toMatchObject({ arrival: "2027-03-20", exit: "2027-03-25", version: placement.version });
    expect((await move(placement, { arrival: "2027-03-28", exit: "2027-03-31" })).status).toBe(200);
  });

  test("has the rule in force on its new arrival, and its limit from there", async () => {
    const unit = await aUnit(manager, 1);
    await newRule(unit, "2020-01-01", { days: 10 });
    await newRule(unit, "2027-04-01", { days: 20 });
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-30");
    expect(placement.latestExit).toBe("2027-03-30");
    expect(await move(placement, { arrival: "2027-03-21", exit: "2027-04-01" })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-03-31" } });
    expect((await move(placement, { arrival: "2027-03-21", exit: "2027-03-31" })).body).toMatchObject({ latestExit: "2027-03-31", ruleId: placement.ruleId });
    const { body } = await move(placement, { arrival: "2027-04-02", exit: "2027-04-22" });
    expect(body).toMatchObject({ latestExit: "2027-04-22" });
    expect(body.ruleId).not.toBe(placement.ruleId);
  });

  test("keeps what was set aside for it, and nothing else", async () => {
    const unit = await aUnit(manager, 1, {}, { genderPolicy: "women" });
    await newRule(unit, "2020-01-01", { days: 10 });
    const { id: householdId } = await aHousehold(manager, [{ gender: "male" }]);
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-25", { householdId, override: { reason: "non c’è altro" } });
    expect((await move(placement, { arrival: "2027-03-22", exit: "2027-03-27" })).status).toBe(200);
    expect(await move(placement, { arrival: "2027-03-22", exit: "2027-04-10" })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded" } });
  });

  test("is refused where one of its people is elsewhere then", async () => {
    const { id: householdId } = await aHousehold(manager);
    const placement = await aPlacement(manager, await aUnit(manager, 1), "2027-03-20", "2027-03-25", { householdId });
    const other = await aPlacement(manager, await aUnit(manager, 1), "2027-03-28", "2027-03-30", { householdId });
    expect(await move(placement, { arrival: "2027-03-25", exit: "2027-03-29" })).toMatchObject({ status: 422, body: { code: "person_already_placed", placementId: other.id } });
    expect((await move(placement, { arrival: "2027-03-24", exit: "2027-03-28" })).status).toBe(200);
  });

  test("of a unit let whole takes its other beds along", async () => {
    const unit = await aUnit(manager, 3, { letting: "whole_unit" });
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-25");
    await move(placement, { arrival: "2027-04-01", exit: "2027-04-05" });
    expect([await free(unit, "2027-03-20", "2027-03-25"), await free(unit, "2027-04-04", "2027-04-05")]).toEqual([3, 0]);
  });

  test("lets those who came and left before keep their nights", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await aPlacement(manager, unit, "2027-03-08", "2027-03-20", { householdId });
    await step(manager, placement, "arrival", { date: "2027-03-08", personIds: [members[0]?.personId], departure: departure("2027-03-09") });
    expect((await move(placement, { arrival: "2027-03-15", exit: "2027-03-18" })).body).toMatchObject({ arrival: "2027-03-08", exit: "2027-03-18" });
    const nights = await api.owner`SELECT from_day::text AS from, until_day::text AS until FROM bed_block WHERE placement_id = ${placement.id} AND kind = 'stay' ORDER BY from_day`;
    expect(nights.map(({ from, until }) => [from, until])).toEqual([["2027-03-08", "2027-03-09"], ["2027-03-15", "2027-03-18"]]);
  });

  test.each([
    ["an exit before the arrival", { arrival: "2027-03-20", exit: "2027-03-19" }, 400, "malformed"],
    ["an arrival after the exit that stays", { arrival: "2027-03-26" }, 422, "exit_before_arrival"],
  ])("%s is refused", async (_case, body, status, code) => {
    expect(await move(await aPlacement(manager, await aUnit(manager, 1), "2027-03-20", "2027-03-25"), body)).toMatchObject({ status, body: { code } });
  });

  test("whoever has come has an arrival that is corrected, not moved", async () => {
    const placement = await aPlacement(manager, await aUnit(manager, 1), TODAY, "2027-03-25");
    await step(manager, placement, "arrival", { date: TODAY });
    expect(await move(placement, { arrival: "2027-03-12" })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });
});
