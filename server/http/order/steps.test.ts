import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("steps");
const LONG_BEFORE = "2027-02-20";
const TODAY = "2027-03-10";
const FUTURE = "2027-12-01";

let api: Api;
let manager: Caller;
let worker: Caller;
let otherOrganisation: Caller;
let ours: string;
let unit: BuiltUnit;
let elsewhere: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  ours = await organisation("Nostra");
  otherOrganisation = await api.as("operator", PERUGIA, await organisation("Loro"));
});
beforeEach(async () => {
  itIs(TODAY);
  [unit, elsewhere] = [await aUnit(manager, 2, {}, { organisationId: ours }), await aUnit(manager, 1)];
});
afterAll(() => api.close());

type Two = { householdId: string; first: string; second: string };

async function twoPeople(): Promise<Two> {
  const { id, members } = await aHousehold(manager, [{}, {}]);
  return { householdId: id, first: members[0]?.personId ?? "", second: members[1]?.personId ?? "" };
}

function aPlaceOfTwo({ householdId, first, second }: Two, arrival: string, exit: string): Promise<BuiltPlacement> {
  return aPlacement(manager, unit, arrival, exit, { householdId, beds: [{ bedId: unit.beds[0]?.id, personId: first }, { bedId: unit.beds[1]?.id, personId: second }] });
}

const alone = ({ householdId }: Two, personId: string) => ({ householdId, split: { reason: "why" }, beds: [{ bedId: elsewhere.beds[0]?.id, personId }] });
const inBed = (index: number) => async () => {
  const { id, members } = await aHousehold(manager);
  return { householdId: id, beds: [{ bedId: unit.beds[index]?.id, personId: members[0]?.personId }] };
};

test("arrival", async () => {
  itIs(LONG_BEFORE);
  const two = await twoPeople();
  const placement = await aPlaceOfTwo(two, "2027-03-05", "2027-03-08");
  const slept = await aPlacement(manager, elsewhere, "2027-03-01", "2027-03-03", alone(two, two.second));
  const before = await aPlacement(manager, unit, LONG_BEFORE, "2027-02-25", await inBed(1)());
  await step(manager, before, "arrival", { date: LONG_BEFORE });

  itIs(TODAY);
  await step(manager, slept, "arrival", { date: "2027-03-01" });
  await step(manager, slept, "departure", departure("2027-03-03"));
  await step(manager, placement, "arrival", { date: "2027-03-05", personIds: [two.first] });

  const stranger = newId();
  const body = { surprise: 1, date: FUTURE, personIds: [two.first, two.second, stranger] };
  await inTurn("post /placements/{id}/arrival", { by: worker, id: newId(), ifMatch: STALE, body }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: placement.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { body: { personIds: [two.second, stranger] } }],
    ["422 date_in_future", { body: { date: "2027-03-09" } }],
    ["422 exit_before_arrival", { body: { date: "2027-03-02" } }],
    ["422 not_a_member", { body: { personIds: [two.second] } }],
    ["422 person_already_placed", { body: { date: "2027-03-03" } }],
    ["409 bed_occupied", { doing: () => step(manager, before, "departure", departure("2027-03-04")) }],
    ["409 bed_taken", { body: { date: "2027-03-05" } }],
  ], 200);
});

test("arrival after the time that began when others of the household came earlier than planned", async () => {
  itIs(LONG_BEFORE);
  const rule = await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 5 } } });
  expect(rule.status).toBe(201);
  const two = await twoPeople();
  const before = await aPlacement(manager, unit, LONG_BEFORE, "2027-02-25", await inBed(1)());
  await step(manager, before, "arrival", { date: LONG_BEFORE });
  const placement = await aPlaceOfTwo(two, "2027-03-07", "2027-03-12");

  itIs(TODAY);
  await step(manager, placement, "arrival", { date: "2027-03-03", personIds: [two.first] });
  await inTurn("post /placements/{id}/arrival", { by: manager, id: placement.id, body: { date: FUTURE, personIds: [two.second, newId()] } }, [
    ["422 date_in_future", { body: { date: TODAY } }],
    ["422 not_a_member", { body: { personIds: [two.second] } }],
    ["422 max_stay_exceeded", { body: { date: "2027-03-07" } }],
    ["409 bed_occupied", { doing: () => step(manager, before, "departure", departure("2027-03-01")) }],
  ], 200);
});

test("an arrival that is told with the departure, in the nights of somebody overdue", async () => {
  itIs(LONG_BEFORE);
  const before = await aPlacement(manager, unit, LONG_BEFORE, "2027-02-25", await inBed(0)());
  await step(manager, before, "arrival", { date: LONG_BEFORE });
  const placement = await aPlacement(manager, unit, "2027-03-05", "2027-03-08", await inBed(0)());
  itIs(TODAY);
  await inTurn("post /placements/{id}/arrival", { by: manager, id: placement.id, body: { date: "2027-03-05", departure: departure(FUTURE) } }, [
    ["422 date_in_future", { body: { departure: departure("2027-03-07") } }],
    ["409 bed_taken", { doing: () => step(manager, before, "departure", departure("2027-03-05")) }],
  ], 200);
});

test("departure", async () => {
  itIs("2027-03-05");
  const two = await twoPeople();
  const placement = await aPlaceOfTwo(two, "2027-03-05", "2027-03-06");

  itIs(TODAY);
  await step(manager, placement, "arrival", { date: "2027-03-05", personIds: [two.first] });

  const stranger = newId();
  const body = { surprise: 1, ...departure(FUTURE), personIds: [two.first, two.second, stranger] };
  await inTurn("post /placements/{id}/departure", { by: worker, id: newId(), ifMatch: STALE, body }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: placement.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { body: { personIds: [two.first, stranger] } }],
    ["422 date_in_future", { body: { date: "2027-03-01" } }],
    ["422 exit_before_arrival", { body: { date: "2027-03-09" } }],
    ["422 not_a_member", { body: { personIds: [two.first] } }],
  ], 200);
});

test("a correction", async () => {
  itIs("2027-03-05");
  const two = await twoPeople();
  const placement = await aPlaceOfTwo(two, "2027-03-05", "2027-03-08");
  const before = await aPlacement(manager, elsewhere, "2027-03-01", "2027-03-03", alone(two, two.first));
  await step(manager, before, "arrival", { date: "2027-03-01" });
  await step(manager, before, "departure", departure("2027-03-03"));
  const slept = await aPlacement(manager, unit, "2027-03-03", "2027-03-04", await inBed(0)());
  await step(manager, slept, "arrival", { date: "2027-03-03" });
  await step(manager, slept, "departure", departure("2027-03-04"));
  await step(manager, placement, "arrival", { date: "2027-03-05", personIds: [two.first] });

  itIs(TODAY);
  const stranger = newId();
  await inTurn("post /placements/{id}/correction", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, note: "why", arrival: FUTURE, personIds: [two.first, two.second, stranger] } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: placement.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    // The other has not come yet.
    ["409 wrong_state", { body: { personIds: [two.first, stranger] } }],
    ["422 date_in_future", { body: { arrival: "2027-03-09" } }],
    ["422 exit_before_arrival", { body: { arrival: "2027-03-05" } }],
    ["422 not_a_member", { body: { personIds: [two.first], arrival: "2027-03-02" } }],
    ["422 person_already_placed", { body: { arrival: "2027-03-05" } }],
    ["409 nothing_to_correct", { body: { arrival: "2027-03-03" } }],
    ["409 bed_taken", { body: { arrival: "2027-03-04" } }],
  ], 200);
});

test("a correction that somebody has not left, or never came", async () => {
  const two = await twoPeople();
  const placement = await aPlaceOfTwo(two, TODAY, "2027-03-20");
  await step(manager, placement, "arrival", { date: TODAY });
  await step(manager, placement, "departure", departure(TODAY));
  const here = await aPlacement(manager, unit, TODAY, "2027-03-12", await inBed(0)());
  await step(manager, here, "arrival", { date: TODAY });
  await inTurn("post /placements/{id}/correction", { by: manager, id: placement.id, body: { note: "why", departure: null } }, [
    ["409 bed_occupied", { doing: () => step(manager, here, "correction", { note: "why", arrival: null }) }],
  ], 200);

  await step(manager, placement, "correction", { note: "why", arrival: "2027-03-09" });
  await step(manager, placement, "transfer", { date: TODAY, unitId: (await aUnit(manager, 2)).id });
  await inTurn("post /placements/{id}/correction", { by: manager, id: placement.id, body: { note: "why", arrival: null } }, [["422 transferred_since", { body: { arrival: "2027-03-08" } }]], 200);
  const unmoved = await aPlacement(manager, await aUnit(manager, 1), "2027-03-09", "2027-03-20");
  await step(manager, unmoved, "arrival", { date: "2027-03-09" });
  await inTurn("post /placements/{id}/correction", { by: manager, id: unmoved.id, body: { note: "why", transfer: { date: "2027-03-09" } } }, [["422 no_transfer", { id: placement.id }]], 200);
});

describe("calling off", () => {
  const doors = (id: string) => [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
  ] satisfies Parameters<typeof inTurn>[2];

  test("a no-show", async () => {
    const [cancelled, planned] = [await aPlacement(manager, unit, "2027-03-12", "2027-03-20"), await aPlacement(manager, unit, "2027-03-12", "2027-03-20")];
    await step(manager, cancelled, "cancellation", { reason: "other" });
    await inTurn("post /placements/{id}/no-show", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, reason: "other" } }, [
      ...doors(cancelled.id),
      ["409 wrong_state", { id: planned.id }],
      ["422 date_in_future", { doing: async () => itIs("2027-03-12") }],
    ], 200);
  });

  test("a cancellation", async () => {
    const [arrived, planned] = [await aPlacement(manager, unit, TODAY, "2027-03-20"), await aPlacement(manager, unit, TODAY, "2027-03-20")];
    await step(manager, arrived, "arrival", { date: TODAY });
    await inTurn("post /placements/{id}/cancellation", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, reason: "other" } }, [
      ...doors(arrived.id),
      ["409 wrong_state", { id: planned.id }],
    ], 200);
  });
});

/** Placements in a state the step does not start from, and requests that are wrong in every other way as well. */
test.each<[string, (placement: BuiltPlacement) => Promise<unknown>, object]>([
  ["arrival", (placement) => step(manager, placement, "cancellation", { reason: "other" }), { date: FUTURE, personIds: [newId()] }],
  ["departure", async () => undefined, { ...departure(FUTURE), personIds: [newId()] }],
])("%s tells the state of the placement before anything about day or people", async (name, before, body) => {
  const placement = await aPlacement(manager, unit, TODAY, "2027-04-10");
  await before(placement);
  const answer = await manager<{ refusals: { code: string }[] }>("POST", `/placements/${placement.id}/${name}`, { body });
  expect(answer.status).toBe(409);
  expect(answer.body.refusals.map(({ code }) => code)).toEqual(["wrong_state"]);
});

test("every refusal of these operations was told first once", expectAllMet);
