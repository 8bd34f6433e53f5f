import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import type { Role } from "@/domain/actor";
import type { LiveEvent } from "@/domain/live";
import { api as routes } from "@/server/http/app";
import { keepTasks } from "@/server/tasks/keep";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltUnit, departure, step } from "@/test/builders";
import { aToken, aUser } from "@/test/callers";
import { MOST_OF_ONE, openStreams, startLive } from "./streams";

let api: Api;
let manager: Caller;
let database: Database;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await api.as("manager");
  database = connect(process.env.DATABASE_URL ?? "", 2);
  startLive(process.env.DATABASE_URL ?? "");
});
beforeEach(async () => {
  itIs("2027-03-10");
  for (const listener of open.splice(0)) await listener.close();
});
afterAll(async () => {
  for (const listener of open) await listener.close();
  await database.end();
  await api.close();
});

type Who = { role?: Role; municipality?: string | null; organisationId?: string | null };
type Listener = { heard: LiveEvent[]; userId: string; ended: Promise<void>; close(): Promise<void> };

/** Somebody who listens from now on; what was before is not told, since the screen is as old as `age` says. */
async function listen({ role = "operator", municipality = PERUGIA, organisationId = null }: Who = {}, query = "", user?: string): Promise<Listener> {
  const userId = user ?? (await aUser(api.owner, { role, municipality, organisationId }));
  const response = await routes.request(`/api/v1/events${query}`, { headers: { authorization: `Bearer ${await aToken(api.owner, userId)}` } });
  if (response.status !== 200 || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
  expect(response.headers.get("cache-control")).toContain("no-transform");
  const [heard, reader] = [[] as LiveEvent[], response.body.pipeThrough(new TextDecoderStream() as never).getReader() as ReadableStreamDefaultReader<string>];
  const ended = (async () => {
    // What was told at once is read in one piece.
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (const [, data] of piece.value.matchAll(/^event: change\ndata: (.+)$/gm)) heard.push(JSON.parse(data ?? "") as LiveEvent);
    }
  })();
  const listener = { heard, userId, ended, close: async () => { await reader.cancel().catch(() => undefined); await ended; } };
  open.push(listener);
  return listener;
}

const within = <T>(value: () => T) => expect.poll(value, { timeout: 5_000, interval: 20 });
/** A change that everybody hears, so that what did not come before it does not come. */
async function theEnd(unit: BuiltUnit): Promise<string> {
  expect((await manager("PATCH", `/units/${unit.id}`, { body: { name: `Stanza ${Math.random()}` } })).status).toBe(200);
  return unit.id;
}
const told = ({ heard }: Listener) => heard.map(({ topics, id }) => `${topics.join(" ")} ${id ?? "-"}`);

describe("a change", () => {
  test("is told as it is committed, with the record and no more, to whoever may find it", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId } = await aHousehold(manager);
    const [operator, coordinator, administrator, torinese] = [await listen(), await listen({ role: "coordinator", municipality: null }), await listen({ role: "administrator" }), await listen({ role: "manager", municipality: TORINO })];
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20", { householdId });
    await within(() => told(operator)).toContain(`places people tasks ${placement.id}`);
    await step(manager, placement, "arrival", { date: "2027-03-10" });
    const last = await theEnd(unit);
    await within(() => told(coordinator)).toContain(`places ${last}`);
    expect(new Set(told(coordinator))).toEqual(new Set(["places -", `places ${last}`]));
    expect([administrator.heard, torinese.heard]).toEqual([[], []]);
    for (const { heard } of [operator, coordinator]) for (const event of heard) expect(Object.keys(event).toSorted()).toEqual(["id", "municipality", "topics"]);
  });

  test("that was refused or undone is told to nobody, nor is a reading", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20");
    const listener = await listen();
    const { id: householdId } = await aHousehold(manager);
    expect((await manager("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: "2027-03-12", exit: "2027-03-14" } })).status).toBe(409);
    await manager("GET", `/placements/${placement.id}`);
    await manager("GET", `/households/${householdId}`);
    const last = await theEnd(unit);
    await within(() => told(listener)).toContain(`places ${last}`);
    expect(told(listener)).toEqual([`people tasks ${householdId}`, `places ${last}`]);
  });

  test("of a household in a protected facility is to others one of places", async () => {
    const organisation = await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Antiviolenza" } });
    const refuge = await aUnit(manager, 1, {}, { addressProtected: true, organisationId: organisation.body.id });
    const [worker, ours, theManager] = [await listen({ role: "social_worker" }), await listen({ organisationId: organisation.body.id }), await listen({ role: "manager" })];
    const placement = await aPlacement(manager, refuge, "2027-03-10", "2027-03-20");
    const last = await theEnd(refuge);
    for (const listener of [worker, ours, theManager]) await within(() => told(listener)).toContain(`places ${last}`);
    expect(JSON.stringify(worker.heard)).not.toContain(placement.id);
    expect(told(worker)).toContain("places -");
    for (const listener of [ours, theManager]) expect(told(listener)).toContain(`places people tasks ${placement.id}`);
  });

  test("by a job is told too: tasks that came with the day", async () => {
    const unit = await aUnit(manager, 1);
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20");
    await step(manager, placement, "arrival", { date: "2027-03-10" });
    const listener = await listen();
    itIs("2027-03-25");
    await keepTasks(database);
    await within(() => told(listener)).toContain("tasks -");
    await step(manager, placement, "departure", departure("2027-03-25"));
  });
});

describe("a stream", () => {
  test("tells at once that something was missed, and nothing where nothing was", async () => {
    await theEnd(await aUnit(manager, 1));
    const [old, fresh] = [await listen({}, "?age=60000"), await listen({}, "?age=0")];
    await within(() => old.heard).toEqual([{ topics: ["places", "people", "tasks"], municipality: null, id: null }]);
    expect(fresh.heard).toEqual([]);
  });

  test("of one municipality is silent about another", async () => {
    const torino = await api.as("manager", TORINO);
    const [perugia, everywhere] = [await listen({ role: "coordinator", municipality: null }, `?municipality=${PERUGIA}`), await listen({ role: "coordinator", municipality: null })];
    const unit = await aUnit(torino, 1, {}, { municipality: TORINO });
    await within(() => everywhere.heard.length).toBeGreaterThan(0);
    expect(perugia.heard).toEqual([]);
    expect(everywhere.heard.every(({ municipality }) => municipality === TORINO)).toBe(true);
    expect(unit.id).toBeTruthy();
    expect((await manager("GET", `/events?municipality=${TORINO}`)).status).toBe(404);
  });

  test("ends when its user gets another role or is shut out", async () => {
    const administrator = await api.as("administrator", null);
    const listener = await listen();
    expect((await administrator("POST", `/users/${listener.userId}/disable`)).status).toBe(200);
    await listener.ended;
  });

  test("is one of few for each person, and closing one makes room", async () => {
    const first = await listen();
    for (let more = 1; more < MOST_OF_ONE; more += 1) await listen({}, "", first.userId);
    await expect(listen({}, "", first.userId)).rejects.toThrow("429");
    await first.close();
    await within(openStreams).toBe(MOST_OF_ONE - 1);
    await listen({}, "", first.userId);
  });

  test("goes on after the database closed its connection, and says that anything may have changed", async () => {
    const listener = await listen();
    await database.sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'postoletto live' AND datname = current_database()`;
    await within(() => listener.heard).toEqual([{ topics: ["places", "people", "tasks"], municipality: null, id: null }]);
    const last = await theEnd(await aUnit(manager, 1));
    await within(() => told(listener)).toContain(`places ${last}`);
  });
});
