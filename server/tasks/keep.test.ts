import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { runOnce } from "@/server/jobs/runner";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";
import type { TaskLine } from "../today/work";
import { taskJobs } from "./jobs";
import { keepTasks } from "./keep";

const ARRIVAL = "2027-03-10";

let api: Api;
let manager: Caller;
let database: Database;
let elsewhere: Database;
let unit: BuiltUnit;

type Row = { kind: string; cause: string; is_open: boolean };

beforeAll(async () => {
  api = await startApi({ today: ARRIVAL });
  manager = await api.as("manager");
  const url = process.env.DATABASE_URL ?? "";
  [database, elsewhere] = [connect(url, 4), connect(url, 4)];
});
beforeEach(async () => {
  await api.owner`DELETE FROM task`;
  await api.owner`UPDATE placement SET status = 'cancelled'`;
  await api.owner`UPDATE stay SET status = 'cancelled'`;
  await api.owner`DELETE FROM bed_block`;
  itIs(ARRIVAL);
  unit = await aUnit(manager, 4);
  const rule = { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
});
afterAll(async () => {
  await Promise.all([database.end(), elsewhere.end()]);
  await api.close();
});

const rows = () => api.owner<Row[]>`SELECT kind, cause, done_at IS NULL AS is_open FROM task ORDER BY created_at, id`;
const openKinds = async () => (await rows()).filter(({ is_open }) => is_open).map(({ kind }) => kind);
const lines = async (kind: string, by = manager) => (await by<{ items: TaskLine[] }>("GET", `/tasks?municipality=${PERUGIA}&kind=${kind}&limit=200`)).body.items;
async function on(day: string): Promise<string[]> {
  itIs(day);
  await keepTasks(database);
  return openKinds();
}

async function inHouse(exit = "2027-09-10", fields: Record<string, unknown> = {}): Promise<BuiltPlacement> {
  return step(manager, await aPlacement(manager, unit, ARRIVAL, exit, fields), "arrival", { date: ARRIVAL });
}

test("of any number of runs at once, in two processes, each cause becomes one task", async () => {
  await inHouse();
  await aPlacement(manager, unit, ARRIVAL, "2027-04-10");
  itIs("2027-08-11");
  await Promise.all([keepTasks(database), keepTasks(elsewhere), keepTasks(database), keepTasks(elsewhere)]);
  await keepTasks(elsewhere);
  expect((await rows()).map(({ kind }) => kind).toSorted()).toEqual(["arrival", "ending"]);
});

test("as a job it runs beside itself in another process", async () => {
  await inHouse();
  itIs("2027-08-11");
  await Promise.all(taskJobs.flatMap((job) => [runOnce(database, job), runOnce(elsewhere, job)]));
  expect(await rows()).toHaveLength(1);
});

test("a second task of the same cause is refused by the database", async () => {
  await inHouse();
  await on("2027-08-11");
  await expect(api.owner`INSERT INTO task (id, municipality_id, kind, cause) SELECT gen_random_uuid(), municipality_id, kind, cause FROM task`).rejects.toThrow("task_one_per_cause");
});

test("where nothing changed nothing is written", async () => {
  await inHouse();
  await on("2027-08-11");
  const version = () => api.owner`SELECT id, version, xmin::text FROM task`;
  const before = await version();
  await keepTasks(database);
  expect(await version()).toEqual(before);
});

test("a stay goes down the ladder, is over, and ends: each step one task, closed by itself when the next begins", async () => {
  const placement = await inHouse();
  expect(await on("2027-07-11")).toEqual([]);
  for (const [day, within] of [["2027-07-12", 60], ["2027-08-11", 30], ["2027-08-26", 15], ["2027-09-03", 7]] as const) {
    expect(await on(day)).toEqual(["ending"]);
    expect(await lines("ending")).toMatchObject([{ within, stored: true, placementId: placement.id, day: "2027-09-10" }]);
  }
  expect(await on("2027-09-10")).toEqual(["departure"]);
  expect(await on("2027-09-12")).toEqual(["overdue"]);
  const { version } = (await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body;
  expect(await lines("overdue")).toMatchObject([{ placementVersion: version }]);
  await step(manager, placement, "departure", departure("2027-09-12"));
  expect(await lines("overdue")).toEqual([]);
  expect(await on("2027-09-12")).toEqual([]);
  expect(await rows()).toHaveLength(6);
});

test("what somebody marked done does not come back with the same cause; what ended by itself does", async () => {
  const placement = await inHouse();
  await on("2027-08-11");
  const exit = (to: string) => manager("PATCH", `/placements/${placement.id}`, { body: { exit: to } });
  expect((await exit("2027-08-20")).status).toBe(200);
  expect(await on("2027-08-11")).toEqual(["ending"]);
  expect((await exit("2027-09-10")).status).toBe(200);
  expect(await on("2027-08-11")).toEqual(["ending"]);
  expect(await rows()).toHaveLength(2);

  const [line] = await lines("ending");
  expect(line?.steps).toContain("done");
  expect((await manager("POST", `/tasks/${line?.id}/done`, { headers: { "if-match": `${line?.version}` } })).status).toBe(200);
  expect(await lines("ending")).toEqual([]);
  expect(await on("2027-08-12")).toEqual([]);
  expect(await on("2027-08-26")).toEqual(["ending"]);
});

test("a task whose cause has gone is no line, also before the next turn, and what is not yet stored is one already", async () => {
  const placement = await aPlacement(manager, unit, ARRIVAL, "2027-04-10");
  expect(await lines("arrival")).toMatchObject([{ stored: false, id: placement.id }]);
  await on(ARRIVAL);
  expect(await lines("arrival")).toMatchObject([{ stored: true, createdAt: expect.any(String) }]);
  await step(manager, placement, "arrival", { date: ARRIVAL });
  expect(await lines("arrival")).toEqual([]);
});

test("a permit is a task sixty days before it expires, until its renewal is asked for", async () => {
  const household = await aHousehold(manager, [{ citizenship: "PE", residencePermit: { kind: "asylum", expiresOn: "2027-06-01" } }]);
  await inHouse("2027-09-10", { householdId: household.id });
  expect(await on("2027-04-01")).toEqual([]);
  expect(await on("2027-04-02")).toEqual(["permit"]);
  expect(await lines("permit")).toMatchObject([{ day: "2027-06-01", householdId: household.id, steps: ["done"] }]);
  const renewed = { residencePermit: { kind: "asylum", expiresOn: "2027-06-01", renewalRequestedOn: "2027-04-02" } };
  expect((await manager("PATCH", `/households/${household.id}/members/${household.members[0]?.personId}`, { body: renewed })).status).toBe(200);
  expect(await on("2027-04-02")).toEqual([]);
});

describe("an 18th birthday inside a stay", () => {
  const born = async (household: BuiltHousehold, birthDate: string) => manager("PATCH", `/households/${household.id}/members/${household.members[1]?.personId}`, { body: { birthDate } });

  async function withMinor(): Promise<{ household: BuiltHousehold; placement: BuiltPlacement }> {
    const household = await aHousehold(manager, [{}, { birthDate: "2009-06-01", role: "child" }]);
    return { household, placement: await inHouse("2027-09-10", { householdId: household.id }) };
  }

  test("is one task from sixty days before, however often and from wherever it is looked for, and stays done by whoever did it", async () => {
    const { household, placement } = await withMinor();
    expect(await on("2027-04-01")).toEqual([]);
    itIs("2027-04-02");
    await Promise.all([keepTasks(database), keepTasks(elsewhere), keepTasks(database)]);
    await keepTasks(elsewhere);
    expect(await openKinds()).toEqual(["of_age"]);
    const [line] = await lines("of_age");
    expect(line).toMatchObject({ day: "2027-06-01", householdId: household.id, placementId: placement.id, steps: ["done"], beds: [unit.beds.find(({ id }) => id === placement.stays[1]?.bedId)?.name] });

    const done = await manager<{ doneAt: string | null }>("POST", `/tasks/${line?.id}/done`, { headers: { "if-match": `${line?.version}` } });
    expect(done.body.doneAt).not.toBeNull();
    expect(await api.owner`SELECT kind, done_by IS NOT NULL AS by_somebody FROM task`).toMatchObject([{ kind: "of_age", by_somebody: true }]);
    expect(await on("2027-06-02")).toEqual([]);
    expect(await lines("of_age")).toEqual([]);
  });

  test("ends by itself when the birth date is put right, and comes back with it", async () => {
    const { household } = await withMinor();
    expect(await on("2027-04-02")).toEqual(["of_age"]);
    expect((await born(household, "2010-06-01")).status).toBe(200);
    expect(await on("2027-04-02")).toEqual([]);
    expect((await born(household, "2009-05-20")).status).toBe(200);
    expect(await on("2027-04-02")).toEqual(["of_age"]);
    expect(await lines("of_age")).toMatchObject([{ day: "2027-05-20" }]);
    expect(await rows()).toHaveLength(2);
  });

  test("ends by itself when the stay ends before, and is told where the person is when they come back", async () => {
    const { household, placement } = await withMinor();
    expect(await on("2027-04-02")).toEqual(["of_age"]);
    await step(manager, placement, "departure", departure("2027-04-02"));
    expect(await on("2027-04-02")).toEqual([]);
    const back = await aPlacement(manager, unit, "2027-04-10", "2027-09-10", { householdId: household.id });
    itIs("2027-04-10");
    await step(manager, back, "arrival", { date: "2027-04-10" });
    expect(await on("2027-04-10")).toEqual(["of_age"]);
    expect(await api.owner`SELECT placement_id FROM task`).toEqual([{ placement_id: back.id }]);
  });

  test("in a protected facility is no line of whoever may not find the household", async () => {
    const { householdId } = (await withMinor()).placement;
    await on("2027-04-02");
    const worker = await api.as("social_worker");
    expect(await lines("of_age", worker)).toHaveLength(1);
    const organisation = await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Casa Rosa" } });
    for (const table of ["household", "placement", "stay", "person"]) await api.owner.unsafe(`UPDATE ${table} SET protected_for = '${organisation.body.id}'`);
    expect(await lines("of_age", worker)).toEqual([]);
    expect(await lines("of_age")).toMatchObject([{ householdId }]);
  });
});

test("a request is a task of the managers who did not ask, until somebody decides it", async () => {
  const [operator, other] = [await api.as("operator"), await api.as("manager")];
  const placement = await inHouse();
  itIs("2027-06-01");
  const asked = await manager<{ id: string }>("POST", `/placements/${placement.id}/extensions`, { body: { exit: "2027-10-10", reason: "health" } });
  expect(await on("2027-06-01")).toEqual(["extension"]);
  for (const [by, steps, isMine] of [[manager, [], false], [operator, [], false], [other, ["decision"], true]] as const) {
    expect(await lines("extension", by)).toMatchObject([{ extensionId: asked.body.id, day: "2027-10-10", exit: "2027-09-10", steps, isMine }]);
  }
  const waiting = async (by: Caller) => (await by<{ people: { requests: object } }>("GET", `/today?municipality=${PERUGIA}`)).body.people.requests;
  expect([await waiting(manager), await waiting(other)]).toEqual([{ all: 1, mine: 0 }, { all: 1, mine: 1 }]);
  await other("POST", `/extensions/${asked.body.id}/decision`, { body: { approve: false } });
  expect(await lines("extension", other)).toEqual([]);
  expect(await on("2027-06-01")).toEqual([]);
});

describe("a plan that lost its bed", () => {
  /** Whoever is in the only bed stays on, so that the next plan finds no bed. */
  async function aLostPlan(people: object[] = [{}]): Promise<{ householdId: string; placementId: string }> {
    const room = await aUnit(manager, people.length);
    const first = await aPlacement(manager, room, ARRIVAL, "2027-03-20", { householdId: (await aHousehold(manager, people)).id });
    await step(manager, first, "arrival", { date: ARRIVAL });
    const { id: householdId } = await aHousehold(manager, people);
    const planned = await aPlacement(manager, room, "2027-03-20", "2027-04-10", { householdId });
    itIs("2027-03-22");
    await step(manager, first, "departure", departure("2027-03-22"));
    return { householdId, placementId: planned.id };
  }
  const statusOf = async (id: string) => (await manager<BuiltPlacement>("GET", `/placements/${id}`)).body;

  test("is a task at once, and ends with it when the household finds another place", async () => {
    const { householdId, placementId } = await aLostPlan();
    expect(await openKinds()).toEqual(["needs_bed"]);
    expect(await lines("needs_bed")).toMatchObject([{ placementId, stored: true, steps: ["find_place", "cancellation"] }]);
    await aPlacement(manager, unit, "2027-03-22", "2027-04-10", { householdId });
    expect(await openKinds()).toEqual([]);
    expect(await statusOf(placementId)).toMatchObject({ status: "cancelled", closingReason: "replaced" });
    expect(await lines("needs_bed")).toEqual([]);
    expect(await on("2027-03-22")).toEqual(["arrival"]);
  });

  test("still waits when the place found is for other nights, or for one of two alone", async () => {
    const { householdId, placementId } = await aLostPlan([{}, {}]);
    await aPlacement(manager, unit, "2027-05-01", "2027-05-10", { householdId });
    expect(await openKinds()).toEqual(["needs_bed"]);
    const [first] = (await statusOf(placementId)).stays;
    const beds = [{ bedId: unit.beds[0]?.id, personId: first?.personId }];
    await aPlacement(manager, unit, "2027-03-22", "2027-04-10", { householdId, beds, split: { reason: "Un posto solo" } });
    expect(await openKinds()).toEqual(["needs_bed"]);
    expect(await statusOf(placementId)).toMatchObject({ status: "needs_bed", closingReason: null });
  });
});
