import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";

const TODAY = "2027-06-01";

let api: Api;
let manager: Caller;
let colleague: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, colleague] = [await api.as("manager"), await api.as("manager")];
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

type Rule = { id: string };
const rule = async (unit: BuiltUnit, maxStay: object | null, fields = {}): Promise<Rule> => {
  const { status, body } = await manager<Rule>("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay, ...fields } });
  expect(status).toBe(201);
  return body;
};
const move = (placement: { id: string }, body: object, by = manager) => by<BuiltPlacement & Record<string, unknown>>("POST", `/placements/${placement.id}/rule`, { body });
const choices = async (placement: { id: string }) => (await manager<{ items: { rule: Rule; isPresent: boolean; latestExit: string | null; isBeyond: boolean }[] }>("GET", `/placements/${placement.id}/rules`)).body.items;

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields = {}): Promise<BuiltPlacement> {
  itIs(arrival);
  const placement = await aPlacement(manager, unit, arrival, exit, fields);
  const here = await step(manager, placement, "arrival", { date: arrival });
  itIs(TODAY);
  return here;
}

test("a new version leaves running placements with theirs; a manager moves them, and the limit counts from the arrival", async () => {
  const unit = await aUnit(manager, 1);
  const before = await rule(unit, { months: 6 });
  const placement = await inHouse(unit, "2027-03-31", "2027-08-01");
  const now = await rule(unit, { months: 8 }, { validFrom: "2027-05-01" });
  expect(placement).toMatchObject({ ruleId: before.id, latestExit: "2027-09-30" });
  expect(await choices(placement)).toMatchObject([{ rule: { id: now.id }, isPresent: false, latestExit: "2027-11-30", isBeyond: false }, { rule: { id: before.id }, isPresent: true, latestExit: "2027-09-30" }]);

  expect(await move(placement, { ruleId: now.id })).toMatchObject({ status: 200, body: { ruleId: now.id, exit: "2027-08-01", latestExit: "2027-11-30" } });
  expect((await manager("PATCH", `/placements/${placement.id}`, { body: { exit: "2027-11-30" } })).status).toBe(200);
  const history = await api.owner`SELECT facts FROM audit_entry WHERE action = 'placement.rule_moved' AND subject_id = ${placement.id}`;
  expect(history).toEqual([{ facts: { from: before.id, to: now.id, overridden: [] } }]);
});

test("a stricter rule refuses the exit there is, and goes with an earlier one or with a reason", async () => {
  const unit = await aUnit(manager, 2);
  await rule(unit, { months: 6 });
  const [placement, other] = [await inHouse(unit, "2027-05-01", "2027-10-01"), await inHouse(unit, "2027-05-01", "2027-10-01")];
  const stricter = await rule(unit, { months: 3 }, { validFrom: "2027-05-15" });
  expect(await choices(placement)).toMatchObject([{ latestExit: "2027-08-01", isBeyond: true }, { isBeyond: false }]);
  expect(await move(placement, { ruleId: stricter.id })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-08-01" } });
  expect(await move(placement, { ruleId: stricter.id, exit: "2027-08-01" })).toMatchObject({ status: 200, body: { exit: "2027-08-01", latestExit: "2027-08-01", override: null } });
  expect(await move(other, { ruleId: stricter.id, override: { reason: "Promesso prima" } })).toMatchObject({ status: 200, body: { exit: "2027-10-01", latestExit: "2027-08-01", override: { reason: "Promesso prima", codes: ["max_stay_exceeded"] } } });
});

test("extensions that were granted stay, and those of the new rule count on", async () => {
  const unit = await aUnit(manager, 1);
  await rule(unit, { months: 3 }, { maxExtensions: 1, extensionLength: { months: 1 } });
  const placement = await inHouse(unit, "2027-03-01", "2027-06-01");
  const asked = await manager<{ id: string }>("POST", `/placements/${placement.id}/extensions`, { body: { exit: "2027-07-01", reason: "health" } });
  expect((await colleague("POST", `/extensions/${asked.body.id}/decision`, { body: { approve: true } })).status).toBe(200);
  const shorter = await rule(unit, { months: 2 }, { validFrom: "2027-05-01", maxExtensions: 1, extensionLength: { months: 1 } });
  expect(await move(placement, { ruleId: shorter.id })).toMatchObject({ status: 200, body: { latestExit: "2027-07-01", extendedUntil: "2027-07-01" } });
  expect(await manager("POST", `/placements/${placement.id}/extensions`, { body: { exit: "2027-07-15", reason: "health" } })).toMatchObject({ status: 422, body: { code: "max_extensions_reached" } });
});

test("the turnaround of the new rule is held to what comes after, and search and booking know it at once", async () => {
  const unit = await aUnit(manager, 1);
  await rule(unit, { months: 6 });
  const placement = await inHouse(unit, "2027-05-01", "2027-06-10");
  const longer = await rule(unit, { months: 6 }, { validFrom: "2027-05-15", turnaround: { days: 3, working: false } });
  const next = await aPlacement(manager, unit, "2027-06-11", "2027-06-20", { turnaround: { days: 0, working: false } });
  expect(await move(placement, { ruleId: longer.id })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ placementId: next.id }] } });
  await step(manager, next, "cancellation", { reason: "other" });
  expect((await move(placement, { ruleId: longer.id })).status).toBe(200);
  const booking = async (arrival: string) => manager("POST", "/placements", { body: { householdId: (await aHousehold(manager)).id, unitId: unit.id, arrival, exit: "2027-06-20" } });
  expect(await booking("2027-06-12")).toMatchObject({ status: 409, body: { code: "bed_taken" } });
  expect(await booking("2027-06-13")).toMatchObject({ status: 201 });
});

test("nights of other placements count under a cumulative rule", async () => {
  const unit = await aUnit(manager, 1);
  await rule(unit, { days: 60 }, { clockGroup: "insieme" });
  const household = await aHousehold(manager);
  const past = await inHouse(unit, "2027-04-01", "2027-05-01", { householdId: household.id });
  await step(manager, past, "departure", departure("2027-05-01"));
  const placement = await inHouse(unit, "2027-05-10", "2027-06-20", { householdId: household.id });
  const together = await rule(unit, { days: 60 }, { validFrom: "2027-05-20", counting: "cumulative", clockGroup: "insieme" });
  expect((await choices(placement)).map(({ latestExit, isBeyond }) => [latestExit, isBeyond])).toEqual([["2027-06-09", true], ["2027-07-09", false]]);
  expect(await move(placement, { ruleId: together.id })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-09", refusals: [{ clock: { usedNights: 30, allowanceNights: 60 } }] } });
  expect(await move(placement, { ruleId: together.id, exit: "2027-06-09" })).toMatchObject({ status: 200, body: { exit: "2027-06-09", latestExit: "2027-06-09" } });
});

test("a rule about another place, or of another municipality, is none of its", async () => {
  const [unit, elsewhere] = [await aUnit(manager, 1), await aUnit(manager, 1)];
  const placement = await aPlacement(manager, unit, "2027-07-01", "2027-07-10");
  const theirs = await rule(elsewhere, { months: 1 });
  expect(await move(placement, { ruleId: theirs.id })).toMatchObject({ status: 422, body: { code: "rule_not_for_place" } });
  const torino = await api.as("manager", TORINO);
  const { body: foreign } = await torino<Rule>("POST", "/stay-rules", { body: { municipality: TORINO, validFrom: "2020-01-01", maxStay: null } });
  expect((await move(placement, { ruleId: foreign.id })).status).toBe(404);
  expect(await choices(placement)).toEqual([]);
});

test("only managers move placements to another rule, or are told what it would be", async () => {
  const unit = await aUnit(manager, 1);
  const { id: ruleId } = await rule(unit, { months: 1 });
  const placement = await aPlacement(manager, unit, "2027-07-01", "2027-07-10");
  for (const role of ["operator", "social_worker"] as const) {
    const by = await api.as(role);
    expect([(await move(placement, { ruleId }, by)).status, (await by("GET", `/placements/${placement.id}/rules`)).status]).toEqual([403, 403]);
  }
});

test("conditions bind who is still to come, and are a manager's to set aside", async () => {
  const unit = await aUnit(manager, 1);
  await rule(unit, { months: 1 });
  const planned = await aPlacement(manager, unit, "2027-07-01", "2027-07-10");
  const families = await rule(unit, { months: 1 }, { validFrom: "2027-05-01", conditions: [{ code: "composition", anyOf: ["family_with_minors"] }] });
  expect(await move(planned, { ruleId: families.id })).toMatchObject({ status: 422, body: { code: "not_eligible", checks: [{ code: "composition", passed: false }] } });
  expect(await move(planned, { ruleId: families.id, override: { reason: "Accordo" } })).toMatchObject({ status: 200, body: { override: { codes: ["composition"] } } });
});
