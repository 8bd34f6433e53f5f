import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answered, type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

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

type Part = { personId: string; unitId: string; bedId: string; status: string; arrival: string; exit: string };
type Moved = BuiltPlacement & { unitId: string; beds: { bedId: string; personId: string }[] };

const transfer = (placement: { id: string }, body: object, headers = {}): Promise<Answered<Moved>> => manager<Moved>("POST", `/placements/${placement.id}/transfer`, { body, headers });
const parts = ({ stays }: BuiltPlacement) => (stays as unknown as Part[]).map(({ bedId, status, arrival, exit }) => [bedId, status, arrival, exit]);

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}): Promise<BuiltPlacement> {
  return step(manager, await aPlacement(manager, unit, arrival, exit, fields), "arrival", { date: arrival });
}

async function moved(placement: { id: string }, body: object): Promise<Moved> {
  const answer = await transfer(placement, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

const bedOf = (unit: BuiltUnit, index = 0) => unit.beds[index]?.id ?? "";

/** Night by night: nobody sleeps in two beds and no bed has two people. */
async function expectOneBedPerNight(placementId: string): Promise<void> {
  const [twice] = await api.owner`SELECT count(*)::int AS count FROM stay a JOIN stay b ON a.id < b.id AND (a.bed_id = b.bed_id OR a.person_id = b.person_id) AND a.during && b.during
    WHERE a.placement_id = ${placementId} AND a.status IN ('planned', 'in_house', 'ended') AND b.status IN ('planned', 'in_house', 'ended')`;
  expect(twice?.count).toBe(0);
}

describe("somebody in house", () => {
  test("moves to another unit: the night of the transfer counts there, the bed left has its turnaround, the clock goes on", async () => {
    const rule = { maxStay: { months: 6 }, maxExtensions: 0, validFrom: "2020-01-01", municipality: PERUGIA };
    const [from, to] = [await aUnit(manager, 1, {}, { turnaround: THREE_DAYS }), await aUnit(manager, 1, {}, { turnaround: { days: 1, working: false } })];
    for (const { facilityId } of [from, to]) expect((await manager("POST", "/stay-rules", { body: { ...rule, facilityId, ...(facilityId === to.facilityId && { maxStay: { days: 5 } }) } })).status).toBe(201);
    const placement = await inHouse(from, "2027-03-01", "2027-04-01");

    const after = await moved(placement, { date: TODAY, unitId: to.id });
    expect(after).toMatchObject({ status: "in_house", unitId: to.id, arrival: "2027-03-01", exit: "2027-04-01", latestExit: "2027-09-01", beds: [{ bedId: bedOf(to) }] });
    expect(parts(after)).toEqual([[bedOf(from), "ended", "2027-03-01", TODAY], [bedOf(to), "in_house", TODAY, "2027-04-01"]]);
    await expectOneBedPerNight(placement.id);

    expect(await freeBeds(manager, from, "2027-03-12", "2027-03-14")).toHaveLength(0);
    expect(await freeBeds(manager, from, "2027-03-13", "2027-03-14")).toHaveLength(1);
    expect(await freeBeds(manager, to, "2027-03-31", "2027-04-05")).toHaveLength(0);
    expect(await freeBeds(manager, to, "2027-04-02", "2027-04-05")).toHaveLength(1);

    const clock = (await manager<{ usedNights: number; allowanceNights: number; latestExit: string }>("GET", `/households/${String(placement.householdId)}/stay-clock`)).body;
    expect(clock).toMatchObject({ usedNights: 9, allowanceNights: 184, latestExit: "2027-09-01" });
  });

  test("is counted once by the occupancy, in the bed where each night was slept", async () => {
    const at = { id: (await aUnit(manager, 0)).facilityId };
    const [from, to] = [await aUnit(manager, 1, { name: "A" }, at), await aUnit(manager, 1, { name: "B" }, at)];
    const placement = await inHouse(from, "2027-03-01", "2027-04-01");
    await moved(placement, { date: "2027-03-06", unitId: to.id });
    const report = async (groupBy: string) => (await manager<{ items: { key: string }[] }>("GET", `/reports/occupancy?municipality=${PERUGIA}&facilityId=${at.id}&from=2027-03-01&until=${TODAY}&groupBy=${groupBy}`)).body.items;
    expect(await report("facility")).toMatchObject([{ occupiedNights: 9, persons: 1, arrivals: 1, exits: 0 }]);
    const units = await report("unit");
    expect(units.find(({ key }) => key === from.id)).toMatchObject({ occupiedNights: 5, arrivals: 1, exits: 1 });
    expect(units.find(({ key }) => key === to.id)).toMatchObject({ occupiedNights: 4, arrivals: 1, exits: 0 });
  });

  test("on this day has neither come nor left", async () => {
    const [from, to] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const placement = await inHouse(from, "2027-03-01", "2027-06-01");
    const people = async () => (await manager<{ people: { arrivals: unknown; departures: unknown } }>("GET", `/today?municipality=${PERUGIA}`)).body.people;
    const before = await people();
    await moved(placement, { date: TODAY, unitId: to.id });
    expect(await people()).toEqual(before);
  });

  test("moves within the room, back within the turnaround, and leaves in the end", async () => {
    const unit = await aUnit(manager, 2, {}, { turnaround: THREE_DAYS });
    const placement = await inHouse(unit, "2027-03-01", "2027-04-01", {});
    const [own, other] = [placement.stays[0]?.bedId ?? "", unit.beds.find(({ id }) => id !== placement.stays[0]?.bedId)?.id ?? ""];
    const personId = placement.stays[0]?.personId;
    await moved(placement, { date: "2027-03-05", unitId: unit.id, beds: [{ personId, bedId: other }] });
    const back = await moved(placement, { date: "2027-03-06", unitId: unit.id, beds: [{ personId, bedId: own }] });
    expect(parts(back)).toEqual([[own, "ended", "2027-03-01", "2027-03-05"], [other, "ended", "2027-03-05", "2027-03-06"], [own, "in_house", "2027-03-06", "2027-04-01"]]);
    const left = await step(manager, placement, "departure", departure(TODAY));
    expect(left).toMatchObject({ status: "ended", arrival: "2027-03-01", exit: TODAY });
    expect((await freeBeds(manager, unit, TODAY, "2027-03-11")).map(({ id }) => id)).toEqual([other]);
  });

  test("on the day of the arrival has slept in one bed only", async () => {
    const [from, to] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const after = await moved(await inHouse(from, TODAY, "2027-04-01"), { date: TODAY, unitId: to.id });
    expect(parts(after)).toEqual([[bedOf(to), "in_house", TODAY, "2027-04-01"]]);
    expect(await freeBeds(manager, from, TODAY, "2027-04-01")).toHaveLength(1);
  });

  test("goes alone when a reason is given, and the others follow without one", async () => {
    const [from, to] = [await aUnit(manager, 2), await aUnit(manager, 2)];
    const { id: householdId, members: [ada, bea] } = await aHousehold(manager, [{}, {}]);
    const placement = await inHouse(from, "2027-03-01", "2027-04-01", { householdId });
    const alone = { date: "2027-03-05", unitId: to.id, beds: [{ personId: bea?.personId, bedId: bedOf(to) }] };
    expect(await transfer(placement, alone)).toMatchObject({ status: 422, body: { code: "household_incomplete", missing: [ada?.personId] } });
    expect(await moved(placement, { ...alone, split: { reason: "malattia" } })).toMatchObject({ unitId: from.id, split: { reason: "malattia" } });
    expect((await moved(placement, { date: "2027-03-06", unitId: to.id })).unitId).toBe(to.id);
    await expectOneBedPerNight(placement.id);
    const changed = await manager<BuiltPlacement>("PATCH", `/placements/${placement.id}`, { body: { exit: "2027-04-10" } });
    expect(changed).toMatchObject({ status: 200, body: { exit: "2027-04-10" } });
    expect(await freeBeds(manager, to, "2027-04-05", "2027-04-09")).toHaveLength(0);
  });

  test("exchanges beds with another of the household, and does not get the bed of one who stays", async () => {
    const unit = await aUnit(manager, 3, {}, { turnaround: THREE_DAYS });
    const { id: householdId, members: [ada, bea] } = await aHousehold(manager, [{}, {}]);
    const beds = [{ personId: ada?.personId, bedId: bedOf(unit, 0) }, { personId: bea?.personId, bedId: bedOf(unit, 1) }];
    const placement = await inHouse(unit, "2027-03-01", "2027-04-01", { householdId, beds });
    const taking = await transfer(placement, { date: TODAY, unitId: unit.id, beds: [{ personId: ada?.personId, bedId: bedOf(unit, 1) }] });
    expect(taking).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    const after = await moved(placement, { date: TODAY, unitId: unit.id, beds: [{ personId: ada?.personId, bedId: bedOf(unit, 1) }, { personId: bea?.personId, bedId: bedOf(unit, 0) }] });
    expect(after.beds).toHaveLength(2);
    await expectOneBedPerNight(placement.id);
  });

  test("leaves a unit let whole, comes back, and holds all of it only while there", async () => {
    const [whole, other] = [await aUnit(manager, 3, { letting: "whole_unit" }, { turnaround: { days: 1, working: false } }), await aUnit(manager, 1)];
    const placement = await inHouse(whole, "2027-03-01", "2027-04-01");
    await moved(placement, { date: "2027-03-04", unitId: other.id });
    const between = await inHouse(whole, "2027-03-05", "2027-03-07");
    await step(manager, between, "departure", departure("2027-03-07"));
    await moved(placement, { date: "2027-03-09", unitId: whole.id });
    await expectOneBedPerNight(placement.id);
    expect(await freeBeds(manager, whole, "2027-03-20", "2027-03-21")).toHaveLength(0);
    const rows = await api.owner`SELECT bed_id FROM bed_block WHERE placement_id = ${placement.id} AND unit_id = ${whole.id} AND during @> '2027-03-15'::date`;
    expect(rows).toHaveLength(3);
  });

  test("over the planned exit is asked for tonight too", async () => {
    const [from, to] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const overdue = await inHouse(from, "2027-03-01", "2027-03-05");
    await aPlacement(manager, to, TODAY, "2027-03-20");
    expect(await transfer(overdue, { date: "2027-03-04", unitId: to.id })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    expect(await transfer(overdue, { date: TODAY, unitId: to.id })).toMatchObject({ status: 422, body: { code: "exit_before_arrival", arrival: TODAY, exit: "2027-03-05" } });
  });
});

describe("a plan", () => {
  test("has another unit from its arrival on, and is held to the conditions there", async () => {
    const [from, to, forMen] = [await aUnit(manager, 1, {}, { turnaround: THREE_DAYS }), await aUnit(manager, 1), await aUnit(manager, 1, {}, { genderPolicy: "men" })];
    const plan = await aPlacement(manager, from, "2027-04-01", "2027-05-01");
    const refused = await transfer(plan, { date: "2027-04-01", unitId: forMen.id });
    expect(refused).toMatchObject({ status: 422, body: { code: "not_eligible" } });
    expect(await transfer(plan, { date: "2027-04-10", unitId: to.id })).toMatchObject({ status: 422, body: { code: "transfer_before_arrival", arrival: "2027-04-01" } });
    const after = await moved(plan, { date: "2027-04-01", unitId: to.id });
    expect(parts(after)).toEqual([[bedOf(to), "planned", "2027-04-01", "2027-05-01"]]);
    expect(await freeBeds(manager, from, "2027-04-01", "2027-05-10")).toHaveLength(1);
    itIs("2027-04-01");
    expect(await step(manager, plan, "arrival", { date: "2027-04-01" })).toMatchObject({ status: "in_house", unitId: to.id });
  });

  test("that lost its bed is given another, and its task is done", async () => {
    itIs("2027-03-01");
    const [unit, to] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const first = await inHouse(unit, "2027-03-01", "2027-03-05");
    const displaced = await aPlacement(manager, unit, "2027-03-09", "2027-03-20");
    itIs(TODAY);
    await step(manager, first, "departure", departure(TODAY));
    expect(await moved(displaced, { date: "2027-03-09", unitId: to.id })).toMatchObject({ status: "planned", beds: [{ bedId: bedOf(to) }] });
    expect(await api.owner`SELECT id FROM task WHERE placement_id = ${displaced.id} AND done_at IS NULL`).toHaveLength(0);
  });
});

test("of eight transfers into one bed one is made, and the others learn who has it until when", async () => {
  const to = await aUnit(manager, 1);
  const placements = [];
  for (let index = 0; index < 8; index += 1) placements.push(await inHouse(await aUnit(manager, 1), "2027-03-01", "2027-04-01"));
  const answers = await Promise.all(placements.map((placement) => transfer(placement, { date: TODAY, unitId: to.id })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const winner = placements[answers.findIndex(({ status }) => status === 200)];
  for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
    expect([status, body]).toMatchObject([409, { code: "bed_taken", blockedBy: [{ placementId: winner?.id, kind: "stay", from: TODAY, until: "2027-04-01" }] }]);
  }
});

test("two households that go for each other's unit at once wait for one another and neither is stuck", async () => {
  const [one, two] = [await aUnit(manager, 2), await aUnit(manager, 2)];
  const [here, there] = [await inHouse(one, "2027-03-01", "2027-04-01"), await inHouse(two, "2027-03-01", "2027-04-01")];
  const answers = await Promise.all([transfer(here, { date: TODAY, unitId: two.id }), transfer(there, { date: TODAY, unitId: one.id })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("a person who was in a protected facility stays hidden until the placement ends", async () => {
  const organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Rifugio" } })).body.id;
  const [secret, open] = [await aUnit(manager, 1, {}, { addressProtected: true, organisationId: organisation }), await aUnit(manager, 2)];
  const operator = await api.as("operator");
  const placement = await inHouse(open, "2027-03-01", "2027-04-01");
  expect((await operator("POST", `/placements/${placement.id}/transfer`, { body: { date: TODAY, unitId: secret.id } })).status).toBe(403);
  await moved(placement, { date: "2027-03-05", unitId: secret.id });
  const found = async () => (await operator("GET", `/placements/${placement.id}`)).status;
  expect(await found()).toBe(404);
  await moved(placement, { date: TODAY, unitId: open.id });
  expect(await found()).toBe(404);
  expect((await operator("GET", `/households/${String(placement.householdId)}`)).status).toBe(404);
  await step(manager, placement, "departure", departure(TODAY));
  expect((await operator("GET", `/households/${String(placement.householdId)}`)).status).toBe(200);
});

test("who asks again with the same key is answered once; a stale version is told", async () => {
  const [from, to] = [await aUnit(manager, 1), await aUnit(manager, 1)];
  const placement = await inHouse(from, "2027-03-01", "2027-04-01");
  const body = { date: TODAY, unitId: to.id };
  expect((await transfer(placement, body, { "if-match": "1" })).status).toBe(412);
  const [first, again] = [await transfer(placement, body, { "idempotency-key": placement.id }), await transfer(placement, body, { "idempotency-key": placement.id })];
  expect([first.status, again.body]).toEqual([200, first.body]);
  expect(await transfer(placement, body)).toMatchObject({ status: 409, body: { code: "already_there" } });
  expect(await api.owner`SELECT id FROM audit_entry WHERE subject_id = ${placement.id} AND action = 'placement.transferred'`).toHaveLength(1);
});
