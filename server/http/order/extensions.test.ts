import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("extensions");
const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;
let otherManager: Caller;
let worker: Caller;
let otherOrganisation: Caller;
let ours: string;
let elsewhere: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, otherManager, worker] = [await api.as("manager"), await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  ours = await organisation("Nostra");
  otherOrganisation = await api.as("operator", PERUGIA, await organisation("Loro"));
});
beforeEach(async () => {
  itIs(TODAY);
  elsewhere = await aUnit(manager, 2);
});
afterAll(() => api.close());

/** For women, for a month, and so many extensions of twenty days. */
async function aUnitForAMonth(maxExtensions: number, beds: { name: string; closesOn?: string }[] = [{ name: "1" }]): Promise<BuiltUnit> {
  const unit = await aUnit(manager, 0, { beds }, { organisationId: ours, genderPolicy: "women" });
  const rule = { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 1 }, maxExtensions, extensionLength: { days: 20 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  return unit;
}

async function asked(by: Caller, { id }: BuiltPlacement, exit: string, more: object = {}): Promise<string> {
  const answer = await by<{ id: string }>("POST", `/placements/${id}/extensions`, { body: { exit, reason: "health", ...more } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

const closed = async (bedId: string | undefined, from: string) => (await manager<{ id: string }>("POST", "/closures", { body: { bedId, from, until: "2027-12-31", reason: "other" } })).body.id;

test("asking", async () => {
  const ended = await aPlacement(manager, elsewhere, "2027-03-01", "2027-03-05");
  await step(manager, ended, "arrival", { date: "2027-03-01" });
  await step(manager, ended, "departure", departure("2027-03-05"));
  const inHouse = await aPlacement(manager, elsewhere, "2027-03-06", "2027-03-12");
  await step(manager, inHouse, "arrival", { date: "2027-03-06" });

  const busy = await aHousehold(manager);
  const never = await aPlacement(manager, await aUnitForAMonth(0), "2027-03-20", "2027-03-25", { householdId: busy.id });
  await aPlacement(manager, elsewhere, "2027-06-01", "2027-06-05", { householdId: busy.id });

  // Her son may stay with her until he comes of age.
  const family = await aHousehold(manager, [{}, { gender: "male", birthDate: "2009-05-03" }]);
  const unit = await aUnitForAMonth(1, [{ name: "1" }, { name: "2", closesOn: "2027-05-02" }]);
  const once = await aPlacement(manager, unit, "2027-03-20", "2027-03-25", { householdId: family.id });
  const waiting = await asked(manager, once, "2027-04-22");
  await closed(unit.beds[0]?.id, "2027-04-28");
  const takenBack = async () => void (await manager("POST", `/extensions/${waiting}/withdrawal`));

  await inTurn("post /placements/{id}/extensions", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, exit: "2027-03-05", reason: "other" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["400 malformed", { body: { note: "Lavori in casa" } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: once.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined, id: ended.id }],
    ["409 wrong_state", { id: inHouse.id }],
    ["422 exit_before_arrival", { body: { exit: "2027-03-08" } }],
    ["422 exit_before_today", { id: never.id, body: { exit: "2027-06-10" } }],
    ["422 person_already_placed", { body: { exit: "2027-04-20" } }],
    ["422 extension_not_needed", { body: { exit: "2027-04-21" } }],
    ["422 max_extensions_reached", { id: once.id, body: { exit: "2027-05-11" } }],
    ["422 max_stay_exceeded", { body: { exit: "2027-05-10" } }],
    ["422 not_eligible", { body: { exit: "2027-05-03" } }],
    ["409 extension_pending", { doing: takenBack }],
    ["409 bed_not_open", { body: { exit: "2027-05-02" } }],
    ["409 bed_taken", { body: { exit: "2027-04-28" } }],
  ], 201);
});

test("deciding", async () => {
  const settled = await asked(otherManager, await aPlacement(manager, await aUnitForAMonth(1), "2027-03-20", "2027-03-25"), "2027-04-30");
  await manager("POST", `/extensions/${settled}/decision`, { body: { approve: false } });
  const overdue = await aPlacement(manager, await aUnitForAMonth(1), TODAY, "2027-03-12");
  await step(manager, overdue, "arrival", { date: TODAY });
  const tooLate = await asked(otherManager, overdue, "2027-04-11");
  const override = { override: { reason: "Casa assegnata a giugno" } };
  const oneTooMany = await asked(otherManager, await aPlacement(manager, await aUnitForAMonth(0), "2027-03-20", "2027-03-25"), "2027-05-05", override);

  const household = await aHousehold(manager);
  const unit = await aUnitForAMonth(1);
  const [bedId] = unit.beds.map(({ id }) => id);
  const placement = await aPlacement(manager, unit, "2027-04-20", "2027-04-25", { householdId: household.id });
  const own = await asked(manager, placement, "2027-05-30");
  await manager("POST", `/extensions/${own}/withdrawal`);
  const tooLong = await asked(otherManager, placement, "2027-06-30", override);
  const other = await aPlacement(manager, elsewhere, "2027-06-20", "2027-06-25", { householdId: household.id });
  const forMen = async (genderPolicy: string) => void (await manager("PATCH", `/facilities/${unit.facilityId}`, { body: { genderPolicy } }));
  await forMen("men");
  await manager("PATCH", `/beds/${bedId}`, { body: { closesOn: "2027-08-01" } });
  const closure = await closed(bedId, "2027-06-28");
  await api.owner`UPDATE bed SET closes_on = '2027-06-29' WHERE id = ${bedId ?? ""}`;

  itIs("2027-04-12");
  await inTurn("post /extensions/{id}/decision", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, approve: true } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: own }],
    ["403 own_request", { id: settled }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: tooLate }],
    ["422 exit_before_today", { id: tooLong }],
    ["422 person_already_placed", { doing: () => step(manager, other, "cancellation", { reason: "other" }), id: oneTooMany }],
    ["422 max_extensions_reached", { id: tooLong }],
    ["422 max_stay_exceeded", { body: { override: override.override } }],
    ["422 not_eligible", { doing: () => forMen("women") }],
    ["409 bed_not_open", { doing: () => api.owner`UPDATE bed SET closes_on = NULL WHERE id = ${bedId ?? ""}` }],
    ["409 bed_taken", { doing: () => manager("DELETE", `/closures/${closure}`) }],
  ], 200);
});

test("taking it back", async () => {
  const unit = await aUnitForAMonth(1, [{ name: "1" }, { name: "2" }]);
  const [first, second] = [await aPlacement(manager, unit, "2027-03-20", "2027-03-25"), await aPlacement(manager, unit, "2027-03-20", "2027-03-25")];
  const [refused, waiting] = [await asked(otherManager, first, "2027-04-30"), await asked(otherManager, second, "2027-04-30")];
  await manager("POST", `/extensions/${refused}/decision`, { body: { approve: false } });
  await inTurn("post /extensions/{id}/withdrawal", { by: worker, id: newId(), ifMatch: STALE }, [
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: refused }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: waiting }],
  ], 200);
});

test("every refusal of these operations was told first once", expectAllMet);
