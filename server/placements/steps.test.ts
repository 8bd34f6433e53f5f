import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isAllowed, PLACEMENT_STATUSES, type PlacementStatus, type Step, STEPS } from "@/domain/placement";
import { operations } from "@/server/http/operation";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, departure, freeBeds, step } from "@/test/builders";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await api.as("manager");
});
beforeEach(() => itIs("2027-03-10"));
afterAll(() => api.close());

const post = (placement: { id: string }, name: string, body: unknown) => manager("POST", `/placements/${placement.id}/${name}`, { body });
const read = async (placement: { id: string }) => (await manager<BuiltPlacement>("GET", `/placements/${placement.id}`)).body;
const inHouse = async (unit: Parameters<typeof aPlacement>[1], arrival: string, exit: string, fields = {}) => {
  const placement = await aPlacement(manager, unit, arrival, exit, fields);
  return step(manager, placement, "arrival", { date: arrival });
};

type State = PlacementStatus;

async function aPlacementThatIs(state: State): Promise<{ id: string }> {
  // A second bed, for a member who joins.
  const unit = await aUnit(manager, state === "needs_bed" ? 1 : 2);
  // Nights enough for the plan, and no more: beyond them an extension can be asked for.
  const rule = { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 10 }, maxExtensions: 1, extensionLength: { days: 5 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  if (state === "needs_bed") {
    const first = await inHouse(unit, "2027-03-01", "2027-03-05");
    const displaced = await aPlacement(manager, unit, "2027-03-11", "2027-03-20");
    itIs("2027-03-14");
    await step(manager, first, "departure", departure("2027-03-13"));
    itIs("2027-03-10");
    return displaced;
  }
  const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20");
  if (state === "cancelled") await step(manager, placement, "cancellation", { reason: "found_other" });
  if (state === "no_show") await step(manager, placement, "no-show", { reason: "no_contact" });
  if (state === "in_house" || state === "ended") await step(manager, placement, "arrival", { date: "2027-03-10" });
  if (state === "ended") await step(manager, placement, "departure", departure("2027-03-10"));
  return placement;
}

type Asked = { method?: "PATCH"; path?: string; body: unknown; done?: number };

/** How each step is asked for so that nothing but the state can refuse it. A new step of the domain does not compile without its line. */
const ASKED: Record<Step, (placement: { id: string }) => Promise<Asked>> = {
  arrival: async () => ({ path: "arrival", body: { date: "2027-03-10" } }),
  departure: async () => ({ path: "departure", body: departure("2027-03-10") }),
  no_show: async () => ({ path: "no-show", body: { reason: "other" } }),
  cancellation: async () => ({ path: "cancellation", body: { reason: "other" } }),
  change: async () => ({ method: "PATCH", body: { exit: "2027-03-15" } }),
  extension: async () => ({ path: "extensions", body: { exit: "2027-03-22", reason: "health" }, done: 201 }),
  swap: async () => ({ path: "swap", body: { date: "2027-03-10", withPlacementId: (await aPlacement(manager, await aUnit(manager, 1), "2027-03-11", "2027-03-20")).id } }),
  joining: async (placement) => {
    const { arrival, householdId } = (await read(placement)) as BuiltPlacement & { householdId: string };
    const member = { givenName: "Ida", familyName: "Prova", birthDate: "1991-01-01", gender: "female", role: "other", from: "2027-01-01" };
    const { body } = await manager<{ members: { personId: string }[] }>("POST", `/households/${householdId}/members`, { body: member });
    return { path: "joining", body: { date: arrival, personId: body.members.at(-1)?.personId } };
  },
  // Under the rule it has: its limit is counted again.
  rule: async (placement) => ({ path: "rule", body: { ruleId: (await read(placement)).ruleId } }),
  correction: async () => ({ path: "correction", body: { note: "Era il giorno prima", arrival: "2027-03-09" } }),
  transfer: async (placement) => ({ path: "transfer", body: { date: (await read(placement)).arrival, unitId: (await aUnit(manager, 1)).id } }),
};

/** What becomes of the placement where a step changes its state. */
const BECOMES: Partial<Record<Step, State>> = { arrival: "in_house", departure: "ended", no_show: "no_show", cancellation: "cancelled" };

describe("every step from every state", () => {
  const pairs = (Object.keys(STEPS) as Step[]).flatMap((name) => PLACEMENT_STATUSES.map((state) => [name, state] as const));

  test.each(pairs)("%s of a placement that is %s", async (name, state) => {
    const placement = await aPlacementThatIs(state);
    const { method = "POST", path, body, done = 200 } = await ASKED[name](placement);
    const answer = await manager(method, `/placements/${placement.id}${path ? `/${path}` : ""}`, { body });
    // Whoever is in house has arrived, all of them: nobody is left to come.
    const goesThrough = isAllowed(name, state) && !(name === "arrival" && state === "in_house");
    if (goesThrough) expect(answer.status, JSON.stringify(answer.body)).toBe(done);
    else expect(answer).toMatchObject({ status: 409, body: { code: "wrong_state", presentStatus: state, detail: expect.any(String) } });
    const found = name === "transfer" && state === "needs_bed" ? "planned" : state;
    expect((await read(placement)).status).toBe(goesThrough ? (BECOMES[name] ?? found) : state);
  });

  test("every path of a placement that changes it is one of them", async () => {
    const paths = operations.filter(({ method, path }) => method === "post" && /^\/placements\/\{id\}\/[^/]+$/.test(path)).map(({ path }) => path.split("/").at(-1));
    const asked = await Promise.all(Object.values(ASKED).map(async (ask) => (await ask(await aPlacementThatIs("planned"))).path));
    expect(paths.toSorted()).toEqual(asked.filter((path) => path !== undefined).toSorted());
  });

  test("somebody who has arrived arrives once", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20", { householdId });
    const first = { date: "2027-03-10", personIds: [members[0]?.personId] };
    await step(manager, placement, "arrival", first);
    expect(await post(placement, "arrival", first)).toMatchObject({ status: 409, body: { code: "wrong_state", presentStatus: "in_house" } });
    await step(manager, placement, "departure", { ...departure("2027-03-10"), personIds: first.personIds });
    expect(await post(placement, "departure", { ...departure("2027-03-10"), personIds: first.personIds })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });
});

describe("order of refusals", () => {
  test("stale comes before the wrong state, the wrong state before the date", async () => {
    const placement = await aPlacementThatIs("ended");
    const { version } = await read(placement);
    const arrive = (match: string) => manager("POST", `/placements/${placement.id}/arrival`, { body: { date: "2027-03-11" }, headers: { "if-match": match } });
    expect(await arrive(`"${version - 1}"`)).toMatchObject({ status: 412, body: { code: "stale", version } });
    expect(await arrive("not-a-version")).toMatchObject({ status: 412 });
    expect(await arrive(`W/"${version}"`)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  test("the version counts every step, bare or quoted", async () => {
    const placement = await aPlacementThatIs("planned");
    const { version } = await read(placement);
    const change = (match: string, exit: string) => manager("PATCH", `/placements/${placement.id}`, { body: { exit }, headers: { "if-match": match } });
    expect(await change(`${version}`, "2027-03-18")).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(await change(`${version}`, "2027-03-17")).toMatchObject({ status: 412, body: { code: "stale" } });
    expect(await change(`"${version + 1}"`, "2027-03-17")).toMatchObject({ status: 200, body: { version: version + 2 } });
  });

  test("every rule that says no is told, rules before conflicts", async () => {
    const unit = await aUnit(manager, 1, { genderPolicy: "men" });
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 5 } } });
    const man = await aHousehold(manager, [{ gender: "male" }]);
    await aPlacement(manager, unit, "2027-03-20", "2027-03-22", { householdId: man.id });

    const couple = await aHousehold(manager, [{}, {}]);
    await aPlacement(manager, await aUnit(manager, 2), "2027-03-19", "2027-03-21", { householdId: couple.id });
    const answer = await manager<{ code: string; refusals: { code: string }[] }>("POST", "/placements", {
      body: { householdId: couple.id, unitId: unit.id, arrival: "2027-03-18", exit: "2027-04-01", beds: [{ bedId: unit.beds[0]?.id, personId: couple.members[0]?.personId }] },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe("household_incomplete");
    expect(answer.body.refusals.map(({ code }) => code)).toEqual(["household_incomplete", "person_already_placed", "max_stay_exceeded", "not_eligible", "bed_taken"]);

    const whole = await manager<{ refusals: { code: string }[] }>("POST", "/placements", { body: { householdId: couple.id, unitId: unit.id, arrival: "2027-03-25", exit: "2027-03-26" } });
    expect(whole.body.refusals.map(({ code }) => code)).toEqual(["unit_too_small", "not_eligible"]);
  });

  test("a bed of another unit and a stranger are no part of the placement", async () => {
    const [unit, other] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const [household, stranger] = [await aHousehold(manager), await aHousehold(manager)];
    const place = (bedId?: string, personId?: string) => manager("POST", "/placements", { body: { householdId: household.id, unitId: unit.id, arrival: "2027-03-20", exit: "2027-03-22", beds: [{ bedId, personId }] } });
    expect(await place(other.beds[0]?.id, household.members[0]?.personId)).toMatchObject({ status: 422, body: { code: "bed_not_in_unit" } });
    expect(await place(unit.beds[0]?.id, stranger.members[0]?.personId)).toMatchObject({ status: 422, body: { code: "not_a_member" } });
  });
});

describe("the same request twice", () => {
  const headers = (key: string) => ({ "idempotency-key": key });

  test("is answered as the first time, another body is a conflict", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId } = await aHousehold(manager);
    const body = { householdId, unitId: unit.id, arrival: "2027-04-01", exit: "2027-04-05" };
    const first = await manager("POST", "/placements", { body, headers: headers("once") });
    expect(first.status).toBe(201);
    expect(await manager("POST", "/placements", { body, headers: headers("once") })).toMatchObject({ status: 201, body: first.body });
    expect(await manager("POST", "/placements", { body: { ...body, exit: "2027-04-06" }, headers: headers("once") })).toMatchObject({ status: 409, body: { code: "idempotency_conflict" } });
    expect(await manager("POST", "/placements", { body })).toMatchObject({ status: 422, body: { code: "person_already_placed" } });
  });

  test("a refusal is remembered too, a step is taken once, and keys are each caller's own", async () => {
    const placement = await aPlacement(manager, await aUnit(manager, 1), "2027-03-10", "2027-03-20");
    const arrive = (caller: Caller, key: string, date: string) => caller("POST", `/placements/${placement.id}/arrival`, { body: { date }, headers: headers(key) });
    expect(await arrive(manager, "early", "2027-03-11")).toMatchObject({ status: 422, body: { code: "date_in_future" } });
    itIs("2027-03-11");
    expect(await arrive(manager, "early", "2027-03-11")).toMatchObject({ status: 422, body: { code: "date_in_future" } });
    expect(await arrive(manager, "now", "2027-03-11")).toMatchObject({ status: 200 });
    expect(await arrive(manager, "now", "2027-03-11")).toMatchObject({ status: 200, body: { status: "in_house" } });
    expect(await arrive(await api.as("manager"), "now", "2027-03-11")).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });

  test("at the same moment makes one placement", async () => {
    const unit = await aUnit(manager, 20);
    const { id: householdId } = await aHousehold(manager);
    const body = { householdId, unitId: unit.id, arrival: "2027-04-01", exit: "2027-04-05" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => manager("POST", "/placements", { body, headers: headers("race") })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
  });
});

describe("dates", () => {
  test.each([
    ["arrival tomorrow", "planned", "arrival", { date: "2027-03-11" }, "date_in_future"],
    ["arrival after the planned exit", "planned", "arrival", { date: "2027-03-21" }, "date_in_future"],
    ["departure tomorrow", "in_house", "departure", departure("2027-03-11"), "date_in_future"],
    ["departure before the arrival", "in_house", "departure", departure("2027-03-09"), "exit_before_arrival"],
  ] as const)("%s is refused", async (_case, state, name, body, code) => {
    const placement = await aPlacementThatIs(state);
    expect(await post(placement, name, body)).toMatchObject({ status: 422, body: { code } });
  });

  test("a no-show is one from the arrival day on, a cancellation any day", async () => {
    const placement = await aPlacement(manager, await aUnit(manager, 1), "2027-03-12", "2027-03-20");
    itIs("2027-03-11");
    expect(await post(placement, "no-show", { reason: "no_contact" })).toMatchObject({ status: 422, body: { code: "date_in_future" } });
    itIs("2027-03-12");
    expect(await post(placement, "no-show", { reason: "no_contact" })).toMatchObject({ status: 200, body: { status: "no_show", closingReason: "no_contact" } });
    const late = await aPlacement(manager, await aUnit(manager, 1), "2027-03-01", "2027-03-05");
    expect(await post(late, "no-show", { reason: "no_contact" })).toMatchObject({ status: 200, body: { status: "no_show" } });
  });

  test("after a no-show or a cancellation the bed is free at once", async () => {
    for (const name of ["no-show", "cancellation"]) {
      const unit = await aUnit(manager, 1, {}, { turnaround: { days: 3, working: false } });
      const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-20");
      expect(await freeBeds(manager, unit, "2027-03-10", "2027-03-20")).toHaveLength(0);
      await step(manager, placement, name, { reason: "other" });
      expect(await freeBeds(manager, unit, "2027-03-10", "2027-03-20")).toHaveLength(1);
    }
  });
});

describe("entering the past", () => {
  test.each([
    ["an arrival today with a document missing", "2027-03-10", "2027-03-12", 422, "not_eligible"],
    ["an arrival yesterday with a document missing", "2027-03-09", "2027-03-12", 201, "not_eligible"],
    ["a stay over the maximum that is over", "2027-03-01", "2027-03-10", 201, "max_stay_exceeded"],
    ["a stay over the maximum that goes on", "2027-03-01", "2027-03-11", 422, "max_stay_exceeded"],
    ["a stay over the maximum from today", "2027-03-10", "2027-03-20", 422, "max_stay_exceeded"],
  ])("%s", async (_case, arrival, exit, status, code) => {
    const unit = await aUnit(manager, 1);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 6 }, conditions: [{ code: "lawful_residence" }] } });
    const { id: householdId } = await aHousehold(manager, [{ citizenship: code === "not_eligible" ? null : "IT" }]);
    const answer = await manager<{ code?: string; warnings?: { code: string; detail: string }[] }>("POST", "/placements", { body: { householdId, unitId: unit.id, arrival, exit } });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.code).toBe(code);
    else expect(answer.body.warnings).toMatchObject([{ code, detail: expect.stringMatching(/\S/) }]);
  });

  test("warns of rules and never gives a bed that is taken", async () => {
    const unit = await aUnit(manager, 1);
    const first = await inHouse(unit, "2027-03-01", "2027-03-05");
    await step(manager, first, "departure", departure("2027-03-05"));
    const { id: householdId } = await aHousehold(manager);
    expect(await manager("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: "2027-03-04", exit: "2027-03-08" } })).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    await aPlacement(manager, unit, "2027-03-05", "2027-03-08", { householdId });
  });
});
