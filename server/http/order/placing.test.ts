import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Answered, type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";

const TODAY = "2027-03-10";

let api: Api;
let manager: Caller;
let worker: Caller;
let unit: BuiltUnit;
let otherOrganisation: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  const [ours, theirs] = [await organisation("Nostra"), await organisation("Loro")];
  otherOrganisation = await api.as("operator", PERUGIA, theirs);
  unit = await aUnit(manager, 12, {}, { organisationId: ours });
  await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 } } });
});
afterAll(() => api.close());

const problem = ({ status, body }: Answered) => `${status} ${String((body as { code?: string }).code)}`;
const FUTURE = "2027-12-01";
const STALE = { "if-match": "999" };

/** Placements in every state a step does not start from, and requests that are wrong in more ways than one. */
const STEPS: [string, (placement: BuiltPlacement) => Promise<unknown>, object][] = [
  ["arrival", (placement) => step(manager, placement, "cancellation", { reason: "other" }), { date: FUTURE, personIds: [newId()] }],
  ["departure", async () => undefined, { ...departure(FUTURE), personIds: [newId()] }],
  ["no-show", (placement) => step(manager, placement, "cancellation", { reason: "other" }), { reason: "other" }],
  ["cancellation", (placement) => step(manager, placement, "arrival", { date: TODAY }), { reason: "other" }],
];

describe.each(STEPS)("POST /placements/{id}/%s", (name, before, body) => {
  test("tells what is malformed, then the role, then what is not there, whose it is, the version, the state", async () => {
    const placement = await aPlacement(manager, unit, TODAY, "2027-04-10");
    await before(placement);
    const ask = (caller: Caller, id: string, sent: object, headers: Record<string, string> = {}) => caller("POST", `/placements/${id}/${name}`, { body: sent, headers });

    expect(problem(await ask(worker, newId(), { ...body, surprise: 1 }, STALE))).toBe("400 malformed");
    expect(problem(await ask(worker, newId(), body, STALE))).toBe("403 forbidden");
    expect(problem(await ask(otherOrganisation, newId(), body, STALE))).toBe("404 not_found");
    expect(problem(await ask(otherOrganisation, placement.id, body, STALE))).toBe("403 other_organisation");
    expect(problem(await ask(manager, placement.id, body, STALE))).toBe("412 stale");
    expect(problem(await ask(manager, placement.id, body))).toBe("409 wrong_state");
  });
});

describe("POST /placements", () => {
  const ask = (caller: Caller, body: object) => caller("POST", "/placements", { body });

  test("tells what is malformed, then the role, then what is not there, whose it is, the rules, at last what is in the way", async () => {
    const [small, household] = [await aUnit(manager, 1, { name: "Piccola" }, { id: unit.facilityId }), await aHousehold(manager, [{}, { role: "other" }])];
    await aPlacement(manager, small, TODAY, "2027-06-10");
    const tooLong = { householdId: household.id, unitId: small.id, arrival: TODAY, exit: "2028-06-10" };
    expect(problem(await ask(worker, { ...tooLong, householdId: newId(), exit: "2027-01-01" }))).toBe("400 malformed");
    expect(problem(await ask(worker, { ...tooLong, householdId: newId() }))).toBe("403 forbidden");
    expect(problem(await ask(otherOrganisation, { ...tooLong, householdId: newId() }))).toBe("404 not_found");
    expect(problem(await ask(otherOrganisation, tooLong))).toBe("403 other_organisation");

    const all = await ask(manager, tooLong);
    expect((all.body as { refusals: { code: string }[] }).refusals.map(({ code }) => code)).toEqual(["unit_too_small", "max_stay_exceeded"]);
    expect(problem(all)).toBe("422 unit_too_small");
    const split = { ...tooLong, split: { reason: "why" }, beds: [{ bedId: small.beds[0]?.id, personId: household.members[0]?.personId }] };
    expect(problem(await ask(manager, split))).toBe("422 max_stay_exceeded");
    expect(problem(await ask(manager, { ...split, exit: "2027-04-10" }))).toBe("409 bed_taken");
  });
});

describe("PATCH /placements/{id}", () => {
  test("tells the version before the rule, and the rule before what is in the way", async () => {
    const small = await aUnit(manager, 1, { name: "Stretta" }, { id: unit.facilityId });
    const placement = await aPlacement(manager, small, TODAY, "2027-04-10");
    await aPlacement(manager, small, "2027-04-10", "2027-06-10");
    const ask = (exit: string, headers: Record<string, string> = {}) => manager("PATCH", `/placements/${placement.id}`, { body: { exit }, headers });
    expect(problem(await ask("2028-04-10", STALE))).toBe("412 stale");
    expect(problem(await ask("2028-04-10"))).toBe("422 max_stay_exceeded");
    expect(problem(await ask("2027-05-10"))).toBe("409 bed_taken");
  });
});
