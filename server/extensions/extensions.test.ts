import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

const ARRIVAL = "2027-03-10";

type Extension = { id: string; status: string; exit: string; version: number; override: { codes: string[] } | null };

let api: Api;
let operator: Caller;
let manager: Caller;
let otherManager: Caller;
let unit: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: ARRIVAL });
  [operator, manager, otherManager] = [await api.as("operator"), await api.as("manager"), await api.as("manager")];
});
beforeEach(async () => {
  itIs(ARRIVAL);
  unit = await aUnit(manager, 2);
  const rule = { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
});
afterAll(() => api.close());

const ask = (placement: BuiltPlacement, exit: string, more: object = {}, by = operator) => by<Extension & { code: string }>("POST", `/placements/${placement.id}/extensions`, { body: { exit, reason: "lease_bridge", ...more } });
const decide = (id: string, approve: boolean, by = manager, more: object = {}) => by<Extension & { code: string }>("POST", `/extensions/${id}/decision`, { body: { approve, ...more } });
const placementNow = async ({ id }: { id: string }) => (await manager<BuiltPlacement & { extendedUntil: string | null }>("GET", `/placements/${id}`)).body;
const asked = async (placement: BuiltPlacement, exit: string, more: object = {}, by = operator) => {
  const answer = await ask(placement, exit, more, by);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201, body: { status: "asked", exit } });
  return answer.body;
};

/** In the house since ARRIVAL, as long as the rule allows. */
async function aStayToTheLimit(): Promise<BuiltPlacement> {
  const placement = await aPlacement(operator, unit, ARRIVAL, "2027-09-10");
  return step(operator, placement, "arrival", { date: ARRIVAL });
}

describe("an extension", () => {
  test("asked, refused, asked again with a lease and granted, moves the exit and the limit, and holds the bed", async () => {
    const placement = await aStayToTheLimit();
    itIs("2027-08-10");
    const first = await asked(placement, "2027-11-10", { reason: "no_alternative" });
    expect(await placementNow(placement)).toMatchObject({ exit: "2027-09-10", latestExit: "2027-09-10" });
    expect(await freeBeds(operator, unit, "2027-09-15", "2027-09-20")).toHaveLength(2);
    expect(await decide(first.id, false, manager, { note: "Serve un percorso di uscita" })).toMatchObject({ status: 200, body: { status: "refused", decisionNote: "Serve un percorso di uscita" } });
    expect(await placementNow(placement)).toMatchObject({ exit: "2027-09-10", latestExit: "2027-09-10" });

    const second = await asked(placement, "2027-11-10", { note: "Contratto firmato dal 1° novembre" });
    expect(await decide(second.id, true)).toMatchObject({ status: 200, body: { status: "approved" } });
    expect(await placementNow(placement)).toMatchObject({ exit: "2027-11-10", latestExit: "2027-11-10", extendedUntil: "2027-11-10", stays: [{ exit: "2027-11-10" }] });
    expect(await freeBeds(operator, unit, "2027-11-09", "2027-11-10")).toHaveLength(1);
    expect(await freeBeds(operator, unit, "2027-11-10", "2027-11-11")).toHaveLength(2);

    expect(await ask(placement, "2028-01-10")).toMatchObject({ status: 422, body: { code: "max_extensions_reached" } });
    const { body } = await operator<{ items: Extension[] }>("GET", `/placements/${placement.id}/extensions`);
    expect(body.items.map(({ status }) => status)).toEqual(["refused", "approved"]);
  });

  test("is not needed within the rule, and reaches no further than the rule lets it: the answer says how far", async () => {
    const placement = await aPlacement(operator, unit, ARRIVAL, "2027-05-10");
    expect(await ask(placement, "2027-09-10")).toMatchObject({ status: 422, body: { code: "extension_not_needed", latestExit: "2027-09-10", detail: expect.stringContaining("10 settembre") } });
    expect(await ask(placement, "2027-12-11")).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-12-10" } });
    await asked(placement, "2027-12-10");
  });

  test("is decided by a manager who did not ask, and by nobody else", async () => {
    const placement = await aStayToTheLimit();
    const own = await asked(placement, "2027-10-10", {}, manager);
    expect(await decide(own.id, true)).toMatchObject({ status: 403, body: { code: "own_request" } });
    expect(await decide(own.id, true, operator)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await decide(own.id, true, await api.as("manager", "L219"))).toMatchObject({ status: 404 });
    expect(await decide(own.id, true, otherManager)).toMatchObject({ status: 200 });
    expect(await decide(own.id, false, otherManager)).toMatchObject({ status: 409, body: { code: "wrong_state", presentStatus: "approved" } });
  });

  test("that meets the next occupant is refused at asking, and at deciding: both see who is in the way and until when", async () => {
    const placement = await aStayToTheLimit();
    const waiting = await asked(placement, "2027-11-10");
    const bedId = placement.stays[0]?.bedId;
    const next = await aHousehold(operator);
    const following = await aPlacement(operator, unit, "2027-10-01", "2027-10-20", { householdId: next.id, beds: [{ bedId, personId: next.members[0]?.personId }] });
    const inTheWay = { status: 409, body: { code: "bed_taken", blockedBy: [{ bedId, kind: "stay", placementId: following.id, from: "2027-10-01", until: "2027-10-20" }] } };
    expect(await decide(waiting.id, true)).toMatchObject(inTheWay);
    expect(await placementNow(placement)).toMatchObject({ exit: "2027-09-10" });
    await operator("POST", `/extensions/${waiting.id}/withdrawal`);
    expect(await ask(placement, "2027-11-10")).toMatchObject(inTheWay);
    await asked(placement, "2027-10-01");
  });

  test("beyond number or length needs a manager's override twice, and says what was set aside", async () => {
    const placement = await aStayToTheLimit();
    const override = { override: { reason: "Casa popolare assegnata a febbraio" } };
    expect(await ask(placement, "2028-02-10", override)).toMatchObject({ status: 403 });
    const waiting = await asked(placement, "2028-02-10", override, manager);
    expect(await decide(waiting.id, true, otherManager)).toMatchObject({ status: 422, body: { code: "max_stay_exceeded" } });
    expect(await decide(waiting.id, true, otherManager, override)).toMatchObject({ status: 200, body: { override: { codes: ["max_stay_exceeded"] } } });
    expect(await placementNow(placement)).toMatchObject({ exit: "2028-02-10", latestExit: "2028-02-10" });
  });

  test("granted before the arrival is not lost by a late one, and the limit counts from it otherwise", async () => {
    const placement = await aPlacement(operator, unit, "2027-03-15", "2027-09-15");
    await decide((await asked(placement, "2027-10-01")).id, true);
    itIs("2027-03-18");
    expect(await step(operator, placement, "arrival", { date: "2027-03-18" })).toMatchObject({ exit: "2027-10-01", latestExit: "2027-10-01" });
  });

  test("that nobody decided ends with the placement", async () => {
    const placement = await aStayToTheLimit();
    const waiting = await asked(placement, "2027-10-10");
    itIs("2027-06-01");
    await step(operator, placement, "departure", departure("2027-06-01"));
    expect(await decide(waiting.id, true)).toMatchObject({ status: 409, body: { code: "wrong_state", presentStatus: "withdrawn" } });
    const planned = await aPlacement(operator, unit, "2027-07-01", "2027-12-31");
    const other = await asked(planned, "2028-01-10");
    await step(operator, planned, "cancellation", { reason: "other" });
    expect(await decide(other.id, true)).toMatchObject({ body: { presentStatus: "withdrawn" } });
  });

  test("decided by two at once is decided once; asked by two at once is asked once", async () => {
    const placement = await aStayToTheLimit();
    const asking = await Promise.all(Array.from({ length: 4 }, () => ask(placement, "2027-10-10")));
    expect(asking.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    const { id } = asking.find(({ status }) => status === 201)?.body ?? { id: "" };
    const decided = await Promise.all([decide(id, true), decide(id, false, otherManager), decide(id, true, otherManager), decide(id, false)]);
    expect(decided.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  test("is held to its laws by the database too", async () => {
    const placement = await aStayToTheLimit();
    const { id } = await asked(placement, "2027-10-10");
    const by = newId();
    await expect(api.owner`INSERT INTO extension (id, municipality_id, placement_id, exit, latest_exit_before, reason, asked_by) VALUES (${newId()}, ${PERUGIA}, ${placement.id}, '2027-10-10', '2027-09-10', 'health', ${by})`).rejects.toThrow("extension_one_awaiting");
    await expect(api.owner`UPDATE extension SET status = 'approved', decided_by = asked_by, decided_at = now() WHERE id = ${id}`).rejects.toThrow("extension_decided_by_another");
    await expect(api.owner`UPDATE extension SET exit = latest_exit_before WHERE id = ${id}`).rejects.toThrow("extension_prolongs");
  });
});
