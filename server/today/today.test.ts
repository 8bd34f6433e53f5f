import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/domain/day";
import type { WorkKind } from "@/domain/day-work";
import { romeDay } from "../clock";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aPlacement, aUnit, type BuiltUnit, departure, step } from "@/test/builders";
import type { Today } from "./today";
import type { TaskLine } from "./work";

const TODAY = romeDay(new Date());
const day = (offset: number) => addDays(TODAY, offset);

let api: Api;
let manager: Caller;
let ours: string;
let theirs: string;
let unit: BuiltUnit;
let others: BuiltUnit;
let hidden: BuiltUnit;

/** Whoever came on a day before today, for so many nights more. */
async function inHouse(at: BuiltUnit, arrived: number, exit: number) {
  const placement = await aPlacement(manager, at, day(arrived), day(exit));
  return step(manager, placement, "arrival", { date: day(arrived) });
}

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  [ours, theirs] = [await organisation("Nostra"), await organisation("Loro")];
  [unit, others, hidden] = [
    await aUnit(manager, 12, {}, { name: "Casa nostra", organisationId: ours }), await aUnit(manager, 4, { name: "U2" }, { name: "Casa loro", organisationId: theirs }),
    await aUnit(manager, 3, { name: "U3" }, { name: "Rifugio", organisationId: ours, addressProtected: true }),
  ];
  await aPlacement(manager, unit, TODAY, day(40));
  await inHouse(unit, -10, 0);
  await inHouse(unit, -10, 20);
  await inHouse(others, -10, 6);
  await inHouse(hidden, -5, 3);
  await aPlacement(manager, unit, day(1), day(40));
  // Planned for two nights, and still here three days later.
  itIs(day(-10));
  const late = await aPlacement(manager, unit, day(-10), day(-3));
  await step(manager, late, "arrival", { date: day(-10) });
  itIs(TODAY);
  await manager("POST", "/closures", { body: { bedId: others.beds[3]?.id, from: TODAY, until: day(5), reason: "maintenance" } });
}, 120_000);
afterAll(() => api.close());

const today = async (caller: Caller, municipality = PERUGIA) => (await caller<Today>("GET", `/today?municipality=${municipality}`)).body;
const tasks = async (caller: Caller, more = "") => (await caller<{ items: TaskLine[] }>("GET", `/tasks?municipality=${PERUGIA}&limit=200${more}`)).body.items;
const kinds = (lines: TaskLine[]) => lines.map(({ kind }) => kind);

test("the numbers of the day, for the manager", async () => {
  const { day: told, beds, people, facilities } = await today(manager);
  expect(told).toBe(TODAY);
  expect(beds).toMatchObject({ open: 19, offline: 1, available: 18, occupied: 5, overdue: 1, free: 13, held: 0 });
  expect(people).toMatchObject({ arrivals: { expected: 1, registered: 0 }, departures: { expected: 1, registered: 0 }, overdue: { households: 1, nights: 3 }, endingSoon: 3 });
  expect(facilities.map(({ name, beds: own, daysUnconfirmed }) => [name, own.free, daysUnconfirmed])).toEqual([["Casa loro", 2, null], ["Casa nostra", 9, null], ["Rifugio", 2, null]]);
});

test("what is to be done, the most urgent first, each with where and what may be done", async () => {
  const lines = await tasks(manager);
  expect(kinds(lines)).toEqual(["overdue", "arrival", "departure", "ending", "ending", "ending", "unconfirmed", "unconfirmed", "unconfirmed"]);
  expect(lines[0]).toMatchObject({ day: day(-3), facilityName: "Casa nostra", unitName: "U1", people: { adults: 1, minors: 0 }, householdCode: expect.stringMatching(/^N-\d{4}$/), beds: [expect.any(String)], steps: ["departure", "letter"], stored: false });
  expect(lines.slice(3, 6).map(({ within }) => within)).toEqual([7, 7, 30]);
  expect((await today(manager)).people?.tasks.all).toBe(lines.length);
});

test("an operator is offered the steps of their own facilities alone, which come first", async () => {
  const operator = await api.as("operator", PERUGIA, ours);
  const lines = await tasks(operator);
  for (const line of lines) expect(line.steps.length > 0, `${line.kind} ${line.facilityName}`).toBe(line.facilityName !== "Casa loro");
  expect((await today(operator)).facilities.map(({ name, isOwn }) => [name, isOwn])).toEqual([["Casa nostra", true], ["Rifugio", true], ["Casa loro", false]]);
  const mine = await tasks(operator, "&mine=true");
  expect(new Set(mine.map(({ facilityName }) => facilityName))).toEqual(new Set(["Casa nostra", "Rifugio"]));
  expect((await today(operator)).people?.tasks).toEqual({ all: lines.length, mine: mine.length });
});

test("who may not see a protected household has no line and no number of it, and the same beds", async () => {
  const stranger = await api.as("operator", PERUGIA, theirs);
  expect((await tasks(stranger)).filter(({ kind, facilityName }) => kind === "ending" && facilityName === "Rifugio")).toEqual([]);
  const { beds, people } = await today(stranger);
  expect(people?.endingSoon).toBe(2);
  expect(beds).toEqual((await today(manager)).beds);
});

test("a social worker follows the households of their cases, and takes no step", async () => {
  const socialWorker = await api.as("social_worker");
  const { body: me } = await socialWorker<{ id: string }>("GET", "/me");
  const [line] = (await tasks(manager)).filter(({ kind }) => kind === "arrival");
  const { body: programme } = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: "LgNet2" } });
  expect((await manager("POST", `/households/${line?.householdId}/cases`, { body: { programmeId: programme.id, from: TODAY, socialWorkerId: me.id } })).status).toBe(201);
  expect((await tasks(socialWorker)).flatMap(({ steps }) => steps)).toEqual([]);
  expect((await tasks(socialWorker, "&mine=true")).map(({ id }) => id)).toEqual([line?.id]);
});

test("a coordinator is told of beds and of no household", async () => {
  const coordinator = await api.as("coordinator");
  expect((await today(coordinator)).people).toBeNull();
  expect((await coordinator("GET", `/tasks?municipality=${PERUGIA}`)).status).toBe(403);
});

test.each<[string, string, "operator" | "administrator" | "manager", string, number]>([
  ["the day of a municipality one has nothing to do with", "/today", "manager", TORINO, 404],
  ["its tasks", "/tasks", "operator", TORINO, 404],
  ["an administrator's day", "/today", "administrator", PERUGIA, 403],
  ["the network's day, for an operator", "/today/network", "operator", PERUGIA, 403],
])("%s is not told", async (_what, path, role, municipality, status) => {
  expect((await (await api.as(role))("GET", `${path}?municipality=${municipality}`)).status).toBe(status);
});

describe("once it is done, its line is gone:", () => {
  const path = (line: TaskLine, name: string) => (name === "confirmation" ? `/facilities/${line.facilityId}/confirmation` : `/placements/${line.placementId}/${name}`);

  // Somebody is to come into the bed of whoever is to leave.
  test.each<[WorkKind, string, object]>([
    ["departure", "departure", departure(TODAY)],
    ["arrival", "arrival", { date: TODAY }],
    ["overdue", "departure", departure(TODAY)],
    ["unconfirmed", "confirmation", {}],
  ])("%s", async (kind, name, body) => {
    const line = (await tasks(manager)).find((each) => each.kind === kind);
    if (!line) throw new Error(`no ${kind}`);
    expect((await manager("POST", path(line, name), { body, headers: { "if-match": `${line.version}` } })).status).toBe(200);
    expect((await tasks(manager)).map((each) => `${each.kind} ${each.id}`)).not.toContain(`${line.kind} ${line.id}`);
  });

  test("and the numbers say so", async () => {
    const { people, facilities } = await today(manager);
    expect(people).toMatchObject({ arrivals: { expected: 1, registered: 1 }, departures: { expected: 2, registered: 2 }, overdue: { households: 0, nights: 0 } });
    expect(facilities.filter(({ daysUnconfirmed }) => daysUnconfirmed === 0)).toHaveLength(1);
  });
});

test("a plan that lost its bed is a stored task, with a place to be found, and is done by its own id", async () => {
  const room = await aUnit(manager, 1, { name: "U9" }, await aFacility(manager, { name: "Piccola" }));
  const planned = await aPlacement(manager, room, day(2), day(9));
  const first = await aPlacement(manager, room, day(-4), day(1));
  await step(manager, first, "arrival", { date: day(-4) });
  await api.owner`UPDATE stay SET status = 'needs_bed', bed_id = NULL WHERE placement_id = ${planned.id}`;
  await api.owner`UPDATE placement SET status = 'needs_bed' WHERE id = ${planned.id}`;
  await api.owner`INSERT INTO task (id, municipality_id, kind, cause, placement_id, household_id) SELECT gen_random_uuid(), municipality_id, 'needs_bed', id, id, household_id FROM placement WHERE id = ${planned.id}`;
  const [line] = await tasks(manager, "&kind=needs_bed");
  expect(line).toMatchObject({ stored: true, placementId: planned.id, day: day(2), facilityName: "Piccola", steps: ["find_place", "cancellation"], doneAt: null, createdAt: expect.any(String) });
  expect((await manager("POST", `/tasks/${line?.id}/done`, { body: {} })).status).toBe(200);
  expect(await tasks(manager, "&kind=needs_bed")).toEqual([]);
});

test("page by page the list is the same", async () => {
  const whole = await tasks(manager);
  const found: TaskLine[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { items: TaskLine[]; nextCursor: string | null } = (await manager<{ items: TaskLine[]; nextCursor: string | null }>("GET", `/tasks?municipality=${PERUGIA}&limit=2${cursor && `&cursor=${cursor}`}`)).body;
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(found).toEqual(whole);
});
