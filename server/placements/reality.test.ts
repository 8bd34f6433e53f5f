import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltPlacement, type BuiltUnit, departure, freeBeds, step } from "@/test/builders";

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
const threeDays = { turnaround: { days: 3, working: false } };

async function inHouse(unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}) {
  const placement = await aPlacement(manager, unit, arrival, exit, fields);
  return step(manager, placement, "arrival", { date: arrival });
}

async function gone(unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}) {
  return step(manager, await inHouse(unit, arrival, exit, fields), "departure", departure(exit));
}

async function freeOn(unit: BuiltUnit, night: string, until: string): Promise<string[]> {
  return (await freeBeds(manager, unit, night, until)).map(({ name }) => name);
}

describe("an arrival before the planned day", () => {
  test("goes over another household's plan, which needs a bed, and a task says so", async () => {
    const unit = await aUnit(manager, 1);
    const planned = await aPlacement(manager, unit, "2027-03-08", "2027-03-12");
    const early = await aPlacement(manager, unit, "2027-03-12", "2027-03-20");
    expect(await step(manager, early, "arrival", { date: "2027-03-10" })).toMatchObject({ status: "in_house", arrival: "2027-03-10", exit: "2027-03-20", displaced: [{ placementId: planned.id }] });
    expect(await read(planned)).toMatchObject({ status: "needs_bed", stays: [{ bedId: null }] });
    const { body } = await manager<{ items: { kind: string; placementId: string }[] }>("GET", "/tasks?municipality=G478&limit=200");
    expect(body.items).toContainEqual(expect.objectContaining({ kind: "needs_bed", placementId: planned.id }));
  });

  test("is refused over nights somebody really spent", async () => {
    const unit = await aUnit(manager, 1);
    const real = await gone(unit, "2027-03-01", "2027-03-08");
    const early = await aPlacement(manager, unit, "2027-03-09", "2027-03-20");
    expect(await post(early, "arrival", { date: "2027-03-07" })).toMatchObject({ status: 409, body: { code: "bed_taken", blockedBy: [{ kind: "stay", placementId: real.id, from: "2027-03-01", until: "2027-03-08" }] } });
    expect(await read(early)).toMatchObject({ status: "planned", arrival: "2027-03-09" });
    await step(manager, early, "arrival", { date: "2027-03-08" });
  });

  test("cuts turnaround", async () => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    await gone(unit, "2027-03-01", "2027-03-06");
    const early = await aPlacement(manager, unit, "2027-03-09", "2027-03-12");
    await step(manager, early, "arrival", { date: "2027-03-07" });
    const blocks = await api.owner`SELECT kind, from_day::text AS from, until_day::text AS until FROM bed_block WHERE bed_id = ${unit.beds[0]?.id ?? ""} ORDER BY from_day`;
    expect(blocks.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ["stay", "2027-03-01", "2027-03-06"], ["turnaround", "2027-03-06", "2027-03-07"], ["stay", "2027-03-07", "2027-03-12"], ["turnaround", "2027-03-12", "2027-03-15"],
    ]);
  });

  test("makes one's own plans elsewhere yield, and is refused while one is really elsewhere", async () => {
    const [here, there] = [await aUnit(manager, 1), await aUnit(manager, 1)];
    const { id: householdId } = await aHousehold(manager);
    const elsewhere = await aPlacement(manager, there, "2027-03-05", "2027-03-12", { householdId });
    const later = await aPlacement(manager, here, "2027-03-12", "2027-03-20", { householdId });
    expect(await step(manager, later, "arrival", { date: "2027-03-10" })).toMatchObject({ displaced: [{ placementId: elsewhere.id }] });

    const other = await aHousehold(manager);
    const real = await inHouse(await aUnit(manager, 1), "2027-03-05", "2027-03-12", { householdId: other.id });
    const next = await aPlacement(manager, await aUnit(manager, 1), "2027-03-12", "2027-03-20", { householdId: other.id });
    expect(await post(next, "arrival", { date: "2027-03-10" })).toMatchObject({ status: 422, body: { code: "person_already_placed", placementId: real.id } });
  });
});

describe("six months in Perugia", () => {
  test.each([
    ["on the day", "2027-08-31", "2028-02-29", "2028-02-29", "2028-03-01"],
    ["a day late", "2027-09-01", "2028-02-29", "2028-03-01", "2028-03-02"],
    ["a fortnight late", "2027-09-14", "2028-02-29", "2028-03-14", "2028-03-15"],
    ["a day early: the month's end again", "2027-08-30", "2028-02-29", "2028-02-29", "2028-03-01"],
    ["three days early: the exit yields", "2027-08-28", "2028-02-28", "2028-02-28", "2028-02-29"],
  ])("counted from an arrival %s", async (_case, date, exit, latestExit, tooLong) => {
    const unit = await aUnit(manager, 1);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 } } });
    const placement = await aPlacement(manager, unit, "2027-08-31", "2028-02-29");
    expect(placement.latestExit).toBe("2028-02-29");
    itIs("2027-09-15");
    const arrived = await step(manager, placement, "arrival", { date });
    expect(arrived).toMatchObject({ status: "in_house", arrival: date, exit, latestExit });
    const warnings = (arrived as unknown as { warnings: { code: string }[] }).warnings.map(({ code }) => code);
    expect(warnings).toEqual(exit === "2028-02-29" ? [] : ["exit_shortened"]);

    const change = (to: string) => manager("PATCH", `/placements/${placement.id}`, { body: { exit: to } });
    expect(await change(tooLong)).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit } });
    expect(await change(latestExit)).toMatchObject({ status: 200, body: { exit: latestExit } });
    itIs("2028-03-20");
    const left = await step(manager, placement, "departure", departure("2028-03-18"));
    expect((left.stays[0] as unknown as { overstayNights: number }).overstayNights).toBeGreaterThan(0);
  });
});

describe("a turnaround that was cut", () => {
  test.each([["before", ["2027-03-11", "2027-03-10"]], ["in the same step", ["2027-03-10"]]])("%s stays so when its household loses another bed to who came early", async (_when, days) => {
    const unit = await aUnit(manager, 2, {}, { turnaround: { days: 1, working: false } });
    const two = async () => (await aHousehold(manager, [{}, {}])).id;
    const planned = await aPlacement(manager, unit, "2027-03-07", "2027-03-11", { householdId: await two() });
    const early = await aPlacement(manager, unit, "2027-03-12", "2027-03-12", { householdId: await two() });
    itIs("2027-03-11");
    for (const [index, date] of days.entries()) {
      const personIds = days.length > 1 ? [early.stays[index]?.personId] : undefined;
      await step(manager, early, "arrival", { date, personIds });
    }
    expect(await read(planned)).toMatchObject({ status: "needs_bed" });
  });
});

describe("a stay beyond the limit", () => {
  type Told = { overstayNights: number; overstay: { authorised: boolean; note: string } | null };

  async function leftOn(day: string, overstay?: object): Promise<Told[]> {
    const unit = await aUnit(manager, 1);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 10 } } });
    const placement = await inHouse(unit, "2027-03-01", "2027-03-11");
    itIs("2027-03-20");
    return (await step(manager, placement, "departure", { ...departure(day), ...(overstay && { overstay }) })).stays as unknown as Told[];
  }

  test("is kept with whether somebody had agreed to it and why, or without a word", async () => {
    const overstay = { authorised: true, note: "In attesa delle chiavi della casa" };
    expect(await leftOn("2027-03-14", overstay)).toMatchObject([{ overstayNights: 3, overstay }]);
    itIs("2027-03-10");
    expect(await leftOn("2027-03-14")).toMatchObject([{ overstayNights: 3, overstay: null }]);
  });

  test("is none where the limit was kept, whatever is said of it", async () => {
    expect(await leftOn("2027-03-11", { authorised: false, note: "Non era d’accordo" })).toMatchObject([{ overstayNights: 0, overstay: null }]);
  });

  test("is explained in full or not at all", async () => {
    await expect(leftOn("2027-03-14", { authorised: true })).rejects.toThrow("400");
    itIs("2027-03-10");
    await expect(leftOn("2027-03-14", { authorised: false, note: " " })).rejects.toThrow("400");
  });
});

describe("members leaving one by one", () => {
  test("in a room let by the bed each bed is free at once", async () => {
    const unit = await aUnit(manager, 2);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await inHouse(unit, "2027-03-05", "2027-03-20", { householdId });
    const first = placement.stays.find(({ personId }) => personId === members[0]?.personId);
    const left = await step(manager, placement, "departure", { ...departure("2027-03-10"), personIds: [members[0]?.personId] });
    expect(left.status).toBe("in_house");
    expect((await freeBeds(manager, unit, "2027-03-10", "2027-03-20")).map(({ id }) => id)).toEqual([first?.bedId]);
    expect((await step(manager, placement, "departure", departure("2027-03-10"))).status).toBe("ended");
    expect(await freeOn(unit, "2027-03-10", "2027-03-20")).toHaveLength(2);
  });

  test("a unit let whole is free after the last only, its spare beds too", async () => {
    const unit = await aUnit(manager, 4, { letting: "whole_unit" }, threeDays);
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await inHouse(unit, "2027-03-01", "2027-03-20", { householdId });
    await step(manager, placement, "departure", { ...departure("2027-03-05"), personIds: [members[0]?.personId] });
    expect(await freeOn(unit, "2027-03-09", "2027-03-10")).toEqual([]);
    expect(await freeOn(unit, "2027-03-22", "2027-03-25")).toEqual([]);
    await step(manager, placement, "departure", departure("2027-03-10"));
    expect(await freeOn(unit, "2027-03-12", "2027-03-13")).toEqual([]);
    expect(await freeOn(unit, "2027-03-13", "2027-03-20")).toHaveLength(4);
  });

  test("who never came does not keep the place once all others have left", async () => {
    const unit = await aUnit(manager, 2, { letting: "whole_unit" });
    const { id: householdId, members } = await aHousehold(manager, [{}, {}]);
    const placement = await aPlacement(manager, unit, "2027-03-05", "2027-03-20", { householdId });
    await step(manager, placement, "arrival", { date: "2027-03-06", personIds: [members[0]?.personId] });
    expect((await step(manager, placement, "departure", departure("2027-03-10"))).status).toBe("ended");
    expect(await freeOn(unit, "2027-03-10", "2027-03-20")).toHaveLength(2);
  });

  test("a unit let whole whose beds were closed in turn makes a plan in its other bed yield", async () => {
    const unit = await aUnit(manager, 2, { letting: "whole_unit" });
    const [first, second] = unit.beds;
    itIs("2027-03-08");
    await manager("POST", "/closures", { body: { bedId: second?.id, from: "2027-03-01", until: "2027-03-09", reason: "damage" } });
    const running = await inHouse(unit, "2027-03-01", "2027-03-09");
    await manager("POST", "/closures", { body: { bedId: first?.id, from: "2027-03-09", until: "2027-04-01", reason: "damage" } });
    const planned = await aPlacement(manager, unit, "2027-03-09", "2027-03-20");
    itIs("2027-03-10");
    expect(await step(manager, running, "departure", departure("2027-03-10"))).toMatchObject({ status: "ended", displaced: [{ placementId: planned.id }] });
  });
});

describe("a stay of no night", () => {
  test("counts as a stay, occupies nothing and has no turnaround", async () => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    const other = await aPlacement(manager, unit, "2027-03-10", "2027-03-12");
    const passing = await aPlacement(manager, unit, "2027-03-10", "2027-03-10");
    await step(manager, passing, "arrival", { date: "2027-03-10" });
    expect(await post(other, "arrival", { date: "2027-03-10" })).toMatchObject({ status: 409, body: { code: "bed_occupied" } });
    expect(await step(manager, passing, "departure", departure("2027-03-10"))).toMatchObject({ status: "ended", arrival: "2027-03-10", exit: "2027-03-10" });
    expect(await step(manager, other, "arrival", { date: "2027-03-10" })).toMatchObject({ status: "in_house", displaced: [] });
  });

  test("holds the bed from the next day on when nobody leaves", async () => {
    const unit = await aUnit(manager, 1);
    await inHouse(unit, "2027-03-10", "2027-03-10");
    itIs("2027-03-11");
    expect(await freeOn(unit, "2027-03-11", "2027-03-12")).toEqual([]);
  });
});

describe("an overdue stay", () => {
  test.each([
    ["the day before the exit", "2027-03-09", "2027-03-10", "2027-03-12", true, { restsOnExit: true }],
    ["the day before, from that day", "2027-03-09", "2027-03-09", "2027-03-12", false, {}],
    ["the exit day itself", "2027-03-10", "2027-03-10", "2027-03-12", true, { awaitsDeparture: true }],
    ["the day after, tonight", "2027-03-11", "2027-03-11", "2027-03-12", false, {}],
    ["the day after, tomorrow", "2027-03-11", "2027-03-12", "2027-03-14", true, { restsOnExit: true }],
    ["a week after, yesterday and today", "2027-03-17", "2027-03-16", "2027-03-18", false, {}],
    ["a week after, tomorrow", "2027-03-17", "2027-03-18", "2027-03-20", true, { restsOnExit: true }],
    ["a week after, before the arrival", "2027-03-17", "2027-02-20", "2027-03-01", true, {}],
  ] as const)("%s", async (_case, today, from, until, isFree, expectation) => {
    const unit = await aUnit(manager, 1);
    itIs("2027-03-01");
    await inHouse(unit, "2027-03-01", "2027-03-10");
    itIs(today);
    const beds = await freeBeds(manager, unit, from, until);
    expect(beds).toHaveLength(isFree ? 1 : 0);
    if (isFree) expect(beds[0]).toEqual({ id: unit.beds[0]?.id, name: "1", kind: "single", ...expectation });
  });

  test("blocks until tomorrow and the turnaround after it, and lets go when the departure is told", async () => {
    const unit = await aUnit(manager, 1, {}, threeDays);
    itIs("2027-03-01");
    const overdue = await inHouse(unit, "2027-03-01", "2027-03-10");
    itIs("2027-03-20");
    expect(await freeOn(unit, "2027-03-23", "2027-03-25")).toEqual([]);
    expect(await freeOn(unit, "2027-03-24", "2027-03-25")).toEqual(["1"]);
    const { id: householdId } = await aHousehold(manager);
    const tooSoon = await manager("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: "2027-03-23", exit: "2027-03-25" } });
    expect(tooSoon).toMatchObject({ status: 409, body: { code: "bed_taken" } });
    await step(manager, overdue, "departure", departure("2027-03-10"));
    expect(await freeOn(unit, "2027-03-13", "2027-03-25")).toEqual(["1"]);
    expect(await freeOn(unit, "2027-03-12", "2027-03-25")).toEqual([]);
  });

  test("lets nobody be checked into its bed, nor into its unit let whole", async () => {
    for (const letting of ["by_bed", "whole_unit"]) {
      const unit = await aUnit(manager, 2, { letting });
      itIs("2027-03-01");
      await inHouse(unit, "2027-03-01", "2027-03-10", letting === "by_bed" ? { householdId: (await aHousehold(manager, [{}, {}])).id } : {});
      const next = await aPlacement(manager, unit, "2027-03-10", "2027-03-20");
      itIs("2027-03-12");
      expect(await post(next, "arrival", { date: "2027-03-12" })).toMatchObject({ status: 409, body: { code: "bed_occupied", blockedBy: [{ kind: "stay" }] } });
    }
  });
});

test("a unit let whole that was entered for no night is taken whole by who stays longer", async () => {
  const unit = await aUnit(manager, 2, { letting: "whole_unit" });
  itIs("2027-03-10");
  const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-10");
  await step(manager, placement, "arrival", { date: "2027-03-10" });
  itIs("2027-03-14");
  await step(manager, placement, "departure", departure("2027-03-13"));
  const rows = await api.owner<{ kind: string; from: string; until: string }[]>`SELECT kind, from_day::text AS from, until_day::text AS until FROM bed_block WHERE unit_id = ${unit.id} ORDER BY kind`;
  expect(rows).toEqual([{ kind: "spare", from: "2027-03-10", until: "2027-03-13" }, { kind: "stay", from: "2027-03-10", until: "2027-03-13" }]);
});
