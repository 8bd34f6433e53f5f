import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltUnit, departure, step } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("placing");
const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;
let worker: Caller;
let otherOrganisation: Caller;
/** For women, and for a month. */
let shelter: { organisationId: string; genderPolicy: "women" };
let elsewhere: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  shelter = { organisationId: await organisation("Nostra"), genderPolicy: "women" };
  otherOrganisation = await api.as("operator", PERUGIA, await organisation("Loro"));
});
beforeEach(async () => {
  elsewhere = await aUnit(manager, 2);
});
afterAll(() => api.close());

async function aUnitForAMonth(beds: { name: string; closesOn?: string }[]): Promise<BuiltUnit> {
  const unit = await aUnit(manager, 0, { beds }, shelter);
  const rule = await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 1 } } });
  expect(rule.status).toBe(201);
  return unit;
}

async function closed(bedId: string | undefined, from: string): Promise<void> {
  expect((await manager("POST", "/closures", { body: { bedId, from, until: "2027-12-31", reason: "other" } })).status).toBe(201);
}

test("placing a household", async () => {
  const unit = await aUnitForAMonth([{ name: "1", closesOn: "2027-04-01" }]);
  const bedId = unit.beds[0]?.id;
  await closed(bedId, "2027-03-28");
  const household = await aHousehold(manager, [{ gender: "male" }, {}, {}]);
  const [man, woman] = household.members.map(({ personId }) => personId);
  const stranger = newId();
  await aPlacement(manager, elsewhere, "2027-06-01", "2027-06-05", { householdId: household.id, split: { reason: "why" }, beds: [{ bedId: elsewhere.beds[0]?.id, personId: man }] });

  const named = [{ bedId, personId: man }, { bedId: elsewhere.beds[0]?.id, personId: woman }, { bedId: elsewhere.beds[1]?.id, personId: stranger }];
  const body = { surprise: 1, householdId: newId(), unitId: newId(), arrival: TODAY, exit: "2027-06-10", beds: named, override: { reason: "why", approvedBy: newId() } };
  await inTurn("post /placements", { by: worker, body }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { body: { householdId: household.id } }],
    ["404 not_found", { body: { unitId: unit.id } }],
    ["404 not_found", { body: { override: undefined } }],
    ["403 other_organisation", { by: manager }],
    ["422 bed_not_in_unit", { body: { beds: [{ bedId, personId: stranger }] } }],
    ["422 not_a_member", { body: { beds: undefined } }],
    ["422 unit_too_small", { body: { beds: [{ bedId, personId: man }] } }],
    ["422 household_incomplete", { body: { split: { reason: "why" } } }],
    ["422 person_already_placed", { body: { exit: "2027-05-10" } }],
    ["422 max_stay_exceeded", { body: { exit: "2027-04-05" } }],
    ["422 not_eligible", { body: { beds: [{ bedId, personId: woman }] } }],
    ["409 bed_not_open", { body: { exit: "2027-04-01" } }],
    ["409 bed_taken", { body: { exit: "2027-03-28" } }],
  ], 201);
});

test("everything that is wrong with a placement is told, in order", async () => {
  const unit = await aUnitForAMonth([{ name: "1", closesOn: "2027-04-01" }]);
  await closed(unit.beds[0]?.id, "2027-03-28");
  const household = await aHousehold(manager, [{ gender: "male" }, {}, {}]);
  const [man, woman] = household.members.map(({ personId }) => personId);
  await aPlacement(manager, elsewhere, "2027-06-01", "2027-06-05", { householdId: household.id, split: { reason: "why" }, beds: [{ bedId: elsewhere.beds[0]?.id, personId: man }] });
  const told = async (beds: object[]) => {
    const { body } = await manager<{ refusals: { code: string }[] }>("POST", "/placements", { body: { householdId: household.id, unitId: unit.id, arrival: TODAY, exit: "2027-06-10", beds } });
    return body.refusals.map(({ code }) => code);
  };
  const [here, there] = [{ bedId: unit.beds[0]?.id, personId: man }, elsewhere.beds.map(({ id }) => id)];
  const rules = ["household_incomplete", "person_already_placed", "max_stay_exceeded", "not_eligible"];
  expect(await told([here, { bedId: there[0], personId: woman }, { bedId: there[1], personId: newId() }])).toEqual(["bed_not_in_unit", "not_a_member", "unit_too_small", ...rules]);
  expect(await told([here])).toEqual([...rules, "bed_not_open", "bed_taken"]);
});

test("changing a placement", async () => {
  const unit = await aUnitForAMonth([{ name: "1" }, { name: "2", closesOn: "2027-03-27" }]);
  const ended = await aPlacement(manager, elsewhere, "2027-03-01", "2027-03-05");
  await step(manager, ended, "arrival", { date: "2027-03-01" });
  await step(manager, ended, "departure", departure("2027-03-05"));
  const inHouse = await aPlacement(manager, elsewhere, "2027-03-06", "2027-03-12");
  await step(manager, inHouse, "arrival", { date: "2027-03-06" });

  // He may stay with his mother until he comes of age.
  const household = await aHousehold(manager, [{}, { gender: "male", birthDate: "2009-03-28" }]);
  const planned = await aPlacement(manager, unit, "2027-03-20", "2027-03-25", { householdId: household.id });
  await closed(unit.beds[0]?.id, "2027-03-26");
  await aPlacement(manager, elsewhere, "2027-06-01", "2027-06-05", { householdId: household.id });

  await inTurn("patch /placements/{id}", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, exit: "2027-03-01" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: planned.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined, id: ended.id }],
    ["409 wrong_state", { id: inHouse.id }],
    ["422 exit_before_arrival", { body: { exit: "2027-03-08" } }],
    ["422 exit_before_today", { id: planned.id, body: { exit: "2027-06-10" } }],
    ["422 person_already_placed", { body: { exit: "2027-05-10" } }],
    ["422 max_stay_exceeded", { body: { exit: "2027-04-10" } }],
    ["422 not_eligible", { body: { exit: "2027-03-28" } }],
    ["409 bed_not_open", { body: { exit: "2027-03-27" } }],
    ["409 bed_taken", { body: { exit: "2027-03-26" } }],
  ], 200);
});

test("moving a placement to another rule", async () => {
  const unit = await aUnitForAMonth([{ name: "1" }, { name: "2", closesOn: "2027-03-27" }]);
  const [ended, inHouse] = [await aPlacement(manager, elsewhere, "2027-03-01", "2027-03-05"), await aPlacement(manager, elsewhere, "2027-03-06", "2027-03-12")];
  await step(manager, ended, "arrival", { date: "2027-03-01" });
  await step(manager, ended, "departure", departure("2027-03-05"));
  await step(manager, inHouse, "arrival", { date: "2027-03-06" });
  const household = await aHousehold(manager, [{}, { gender: "male", birthDate: "2009-03-28" }]);
  const planned = await aPlacement(manager, unit, "2027-03-20", "2027-03-25", { householdId: household.id });
  await closed(unit.beds[0]?.id, "2027-03-26");
  await aPlacement(manager, elsewhere, "2027-06-01", "2027-06-05", { householdId: household.id });
  const rule = async (body: object) => (await manager<{ id: string }>("POST", "/stay-rules", { body: { municipality: PERUGIA, validFrom: "2027-03-11", maxStay: { weeks: 3 }, ...body } })).body.id;
  const [stricter, another] = [await rule({ facilityId: unit.facilityId }), await rule({ kind: "hotel" })];

  await inTurn("post /placements/{id}/rule", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, ruleId: another, exit: "2027-03-01" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: planned.id }],
    ["412 stale", { ifMatch: undefined, id: ended.id }],
    ["409 wrong_state", { id: inHouse.id, body: { ruleId: newId() } }],
    ["404 not_found", { body: { ruleId: another } }],
    ["422 exit_before_arrival", { body: { exit: "2027-03-08" } }],
    ["422 exit_before_today", { id: planned.id, body: { exit: "2027-06-10" } }],
    ["422 rule_not_for_place", { body: { ruleId: stricter } }],
    ["422 person_already_placed", { body: { exit: "2027-05-10" } }],
    ["422 max_stay_exceeded", { body: { exit: "2027-04-01" } }],
    ["422 not_eligible", { body: { exit: "2027-03-28" } }],
    ["409 bed_not_open", { body: { exit: "2027-03-27" } }],
    ["409 bed_taken", { body: { exit: "2027-03-26" } }],
  ], 200);
});

test("every refusal of these operations was told first once", expectAllMet);
