import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("moves");
const TODAY = "2027-03-10";
const FUTURE = "2027-12-01";

let api: Api;
let manager: Caller;
let worker: Caller;
let otherOrganisation: Caller;
let ours: string;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  ours = await organisation("Nostra");
  otherOrganisation = await api.as("operator", PERUGIA, await organisation("Loro"));
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}): Promise<BuiltPlacement> {
  return step(manager, await aPlacement(manager, unit, arrival, exit, fields), "arrival", { date: arrival });
}

async function closed(bedId: string | undefined, from: string, until: string): Promise<void> {
  expect((await manager("POST", "/closures", { body: { bedId, from, until, reason: "other" } })).status).toBe(201);
}

test("a transfer", async () => {
  itIs("2027-03-01");
  const from = await aUnit(manager, 3, {}, { organisationId: ours });
  const to = await aUnit(manager, 0, { beds: [{ name: "1" }, { name: "2", closesOn: "2027-03-15" }] }, { organisationId: ours, genderPolicy: "women" });
  const [first, second] = to.beds.map(({ id }) => id);
  const household = await aHousehold(manager, [{ gender: "male" }, {}, {}]);
  const [man, ada, bea] = household.members.map(({ personId }) => personId);
  const ended = await inHouse(from, "2027-03-01", "2027-03-01");
  await step(manager, ended, "departure", departure("2027-03-01"));
  // There since before, and to leave today.
  const guest = await aHousehold(manager);
  const leaving = await inHouse(to, "2027-03-01", TODAY, { householdId: guest.id, beds: [{ bedId: first, personId: guest.members[0]?.personId }] });
  const placement = await inHouse(from, "2027-03-01", "2027-03-20", { householdId: household.id });
  itIs(TODAY);
  const stranger = newId();
  const beds = [{ bedId: from.beds[0]?.id, personId: man }, { bedId: first, personId: ada }, { bedId: second, personId: stranger }];
  await inTurn("post /placements/{id}/transfer", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, date: FUTURE, unitId: newId(), beds } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: ended.id }],
    ["403 other_organisation", { by: manager }],
    ["404 not_found", { body: { unitId: to.id } }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: placement.id }],
    ["422 date_in_future", { body: { date: "2027-02-20" } }],
    ["422 exit_before_arrival", { body: { date: TODAY } }],
    ["422 bed_not_in_unit", { body: { beds: [{ bedId: second, personId: stranger }] } }],
    ["422 not_a_member", { body: { beds: undefined } }],
    ["422 unit_too_small", { body: { beds: [{ bedId: second, personId: man }] } }],
    ["422 household_incomplete", { body: { split: { reason: "why" } } }],
    ["422 not_eligible", { body: { beds: [{ bedId: second, personId: bea }] } }],
    ["409 bed_not_open", { body: { beds: [{ bedId: first, personId: bea }] } }],
    ["409 bed_occupied", { doing: () => step(manager, leaving, "departure", departure(TODAY)) }],
  ], 200);
});

test("a transfer of a plan, into nights somebody else has", async () => {
  const [from, to, elsewhere] = [await aUnit(manager, 1), await aUnit(manager, 1), await aUnit(manager, 1)];
  const plan = await aPlacement(manager, from, "2027-04-10", "2027-04-20");
  await closed(to.beds[0]?.id, "2027-04-15", "2027-04-16");
  await inTurn("post /placements/{id}/transfer", { by: manager, id: plan.id, body: { date: "2027-04-12", unitId: to.id } }, [
    ["422 transfer_before_arrival", { body: { date: "2027-04-10" } }],
    ["409 bed_taken", { body: { unitId: from.id } }],
    ["409 already_there", { body: { unitId: elsewhere.id } }],
  ], 200);
});

test("from an emergency shelter to a bridge the placement goes on only if a manager decides so", async () => {
  const operator = await api.as("operator", PERUGIA, ours);
  const [shelter, bridge, other] = [await aUnit(manager, 1, {}, { organisationId: ours, kind: "emergency_shelter" }), await aUnit(manager, 1, {}, { organisationId: ours, kind: "bridge" }), await aUnit(manager, 1, {}, { organisationId: ours, kind: "bridge" })];
  const [placement, there] = [await inHouse(shelter, "2027-03-01", "2027-03-20"), await inHouse(other, "2027-03-01", "2027-03-20")];
  await inTurn("post /placements/{id}/swap", { by: operator, id: placement.id, body: { date: TODAY, withPlacementId: there.id } }, [["422 new_placement_needed", { by: manager }]], 200);
  await step(manager, placement, "swap", { date: TODAY, withPlacementId: there.id });

  const offered = async (by: Caller) => (await by<{ items: { unitId: string; fits: boolean; checks: { code: string; passed: boolean }[] }[] }>("GET", `/availability?municipality=${PERUGIA}&placementId=${placement.id}&from=${TODAY}&until=2027-03-20&includeUnfit=true`)).body.items.find(({ unitId }) => unitId === bridge.id);
  expect(await offered(operator)).toMatchObject({ fits: false, checks: expect.arrayContaining([expect.objectContaining({ code: "going_on", passed: false })]) });
  expect((await offered(manager))?.fits).toBe(true);
  await inTurn("post /placements/{id}/transfer", { by: operator, id: placement.id, body: { date: TODAY, unitId: bridge.id } }, [["422 new_placement_needed", { by: manager }]], 200);
});

const doors = (ended: string) => [
  ["400 malformed", { body: { surprise: undefined } }],
  ["403 forbidden", { by: otherOrganisation }],
  ["404 not_found", { id: ended }],
  ["403 other_organisation", { by: manager }],
] satisfies Parameters<typeof inTurn>[2];

async function anEndedOne(): Promise<BuiltPlacement> {
  const ended = await inHouse(await aUnit(manager, 1, {}, { organisationId: ours }), "2027-03-01", "2027-03-01");
  return step(manager, ended, "departure", departure("2027-03-01"));
}

test("an exchange", async () => {
  itIs("2027-03-01");
  const ended = await anEndedOne();
  const [one, small] = [await aUnit(manager, 3, {}, { organisationId: ours }), await aUnit(manager, 1)];
  const forWomen = await aUnit(manager, 0, { beds: [{ name: "1" }, { name: "2", closesOn: "2027-03-15" }] }, { genderPolicy: "women" });
  const household = await aHousehold(manager, [{ gender: "male" }, {}]);
  const here = await inHouse(one, "2027-03-01", "2027-03-20", { householdId: household.id });
  const alone = await inHouse(small, "2027-03-01", "2027-03-20");
  const third = await inHouse(await aUnit(manager, 1), "2027-03-01", "2027-03-20");
  const there = await inHouse(forWomen, "2027-03-01", "2027-03-14");
  itIs(TODAY);
  await inTurn("post /placements/{id}/swap", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, date: FUTURE, withPlacementId: newId() } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: ended.id }],
    ["404 not_found", { body: { withPlacementId: alone.id } }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: here.id }],
    ["422 date_in_future", { body: { date: "2027-02-20" } }],
    ["422 exit_before_arrival", { body: { date: TODAY } }],
    ["422 unit_too_small", { body: { withPlacementId: there.id } }],
    ["422 not_eligible", { doing: () => manager("PATCH", `/households/${household.id}/members/${household.members[0]?.personId}`, { body: { gender: "female" } }) }],
    ["409 bed_not_open", { body: { withPlacementId: here.id } }],
    ["409 already_there", { id: alone.id, body: { withPlacementId: third.id } }],
  ], 200);
});

test("an exchange that needs more beds than the other leaves", async () => {
  itIs("2027-03-01");
  const [one, two] = [await aUnit(manager, 2), await aUnit(manager, 2)];
  const here = await inHouse(one, "2027-03-01", "2027-03-20", { householdId: (await aHousehold(manager, [{}, {}])).id });
  const guest = async (bedIndex: number, arrival: string, exit: string) => {
    const { id, members } = await aHousehold(manager);
    return { householdId: id, arrival, exit, beds: [{ bedId: two.beds[bedIndex]?.id, personId: members[0]?.personId }] };
  };
  const placed = async ({ arrival, exit, ...fields }: Awaited<ReturnType<typeof guest>>) => inHouse(two, arrival, exit, fields);
  const there = await placed(await guest(0, "2027-03-01", "2027-03-20"));
  const leaving = await placed(await guest(1, "2027-03-01", TODAY));
  const { arrival, exit, ...fields } = await guest(1, "2027-03-15", "2027-03-18");
  const plan = await aPlacement(manager, two, arrival, exit, fields);
  itIs(TODAY);
  const future = await aPlacement(manager, await aUnit(manager, 1), "2027-04-01", "2027-04-10");
  const another = await aPlacement(manager, await aUnit(manager, 1), "2027-04-01", "2027-04-10");
  await inTurn("post /placements/{id}/swap", { by: manager, id: future.id, body: { date: "2027-04-05", withPlacementId: another.id } }, [
    ["422 transfer_before_arrival", { id: here.id, body: { date: TODAY, withPlacementId: there.id } }],
    ["409 bed_taken", { doing: () => step(manager, plan, "cancellation", { reason: "other" }) }],
    ["409 bed_occupied", { doing: () => step(manager, leaving, "departure", departure(TODAY)) }],
  ], 200);
});

test("a member who joins", async () => {
  itIs("2027-03-01");
  const ended = await anEndedOne();
  const [unit, elsewhere] = [await aUnit(manager, 0, { beds: [{ name: "1" }, { name: "2" }, { name: "3", closesOn: "2027-03-15" }] }, { organisationId: ours, genderPolicy: "women" }), await aUnit(manager, 1)];
  const [first, second, third] = unit.beds.map(({ id }) => id);
  const household = await aHousehold(manager, [{}, {}, { gender: "male" }]);
  const [ada, bea, man] = household.members.map(({ personId }) => personId);
  const alone = { householdId: household.id, split: { reason: "why" } };
  const placement = await inHouse(unit, "2027-03-01", "2027-03-20", { ...alone, beds: [{ bedId: first, personId: ada }] });
  const busy = await aPlacement(manager, elsewhere, "2027-03-18", "2027-03-25", { ...alone, beds: [{ bedId: elsewhere.beds[0]?.id, personId: man }] });
  const guest = await aHousehold(manager);
  const leaving = await inHouse(unit, "2027-03-01", TODAY, { householdId: guest.id, beds: [{ bedId: second, personId: guest.members[0]?.personId }] });
  const later = await aHousehold(manager);
  const plan = await aPlacement(manager, unit, "2027-03-16", "2027-03-18", { householdId: later.id, beds: [{ bedId: second, personId: later.members[0]?.personId }] });
  itIs(TODAY);
  await inTurn("post /placements/{id}/joining", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, date: FUTURE, personId: newId(), bedId: elsewhere.beds[0]?.id } }, [
    ...doors(ended.id),
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: placement.id }],
    ["422 exit_before_arrival", { body: { date: TODAY } }],
    ["422 bed_not_in_unit", { body: { bedId: third } }],
    ["422 not_a_member", { body: { personId: man } }],
    ["422 person_already_placed", { doing: () => step(manager, busy, "cancellation", { reason: "other" }) }],
    ["422 not_eligible", { body: { personId: bea } }],
    ["409 bed_not_open", { body: { bedId: second } }],
    ["409 bed_taken", { doing: () => step(manager, plan, "cancellation", { reason: "other" }) }],
    ["409 bed_occupied", { doing: () => step(manager, leaving, "departure", departure(TODAY)) }],
  ], 200);
});

test("a division", async () => {
  itIs("2027-03-01");
  const operator = await api.as("operator", PERUGIA, ours);
  const [whole, other] = [await aUnit(manager, 4, { letting: "whole_unit" }, { organisationId: ours }), await aUnit(manager, 4, {}, { organisationId: ours })];
  const household = await aHousehold(manager, [{}, { role: "partner" }, { role: "child", birthDate: "2020-01-01" }]);
  const [ada, bea, child] = household.members.map(({ personId }) => personId);
  const placement = await inHouse(whole, "2027-03-01", "2027-03-20", { householdId: household.id });
  itIs(TODAY);
  const transferred = (unit: BuiltUnit, people: (string | undefined)[]) =>
    step(manager, placement, "transfer", { date: TODAY, unitId: unit.id, split: { reason: "why" }, beds: people.map((personId, index) => ({ personId, bedId: unit.beds[index]?.id })) });
  await inTurn("post /households/{id}/division", { by: await api.as("coordinator"), id: newId(), ifMatch: STALE, body: { surprise: 1, date: FUTURE, personIds: [ada, bea, child, newId()] } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: household.id }],
    ["403 other_organisation", { by: operator }],
    ["412 stale", { ifMatch: undefined }],
    ["422 date_in_future", { body: { date: "2027-02-20" } }],
    ["422 exit_before_arrival", { body: { date: TODAY } }],
    ["422 not_a_member", { body: { personIds: [ada, bea, child] } }],
    ["422 nobody_would_stay", { body: { personIds: [bea] } }],
    ["422 unit_let_whole", { doing: () => transferred(other, [ada, bea, child]) }],
    ["422 not_eligible", { doing: () => transferred(whole, [bea]) }],
  ], 201);
});

test("every refusal of these operations was told first once", expectAllMet);
