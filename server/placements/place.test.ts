import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, departure, step } from "@/test/builders";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  manager = await api.as("manager");
  // Every connection of the pool is open before anybody races.
  await Promise.all(Array.from({ length: 16 }, () => manager("GET", "/municipalities")));
});
afterAll(() => api.close());

describe("racing for beds", () => {
  test("of 200 placements for one bed and window one is made and 199 learn that the bed is taken", async () => {
    const unit = await aUnit(manager, 1);
    const households = [];
    for (let index = 0; index < 200; index += 1) households.push(await aHousehold(manager));
    const answers = await Promise.all(
      households.map(({ id }) => manager("POST", "/placements", { body: { householdId: id, unitId: unit.id, arrival: "2027-04-01", exit: "2027-05-01" } })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status, body }) => status === 409 && body.code === "bed_taken");
    expect(refused).toHaveLength(199);
    expect(refused[0]?.body.blockedBy).toMatchObject([{ bedId: unit.beds[0]?.id, kind: "stay", from: "2027-04-01", until: "2027-05-01", blockedUntil: "2027-05-01" }]);
  });

  test("over 20 beds with overlapping windows every answer is a placement or a taken bed, and no night is sold twice", async () => {
    const units = [await aUnit(manager, 10), await aUnit(manager, 10)];
    const windows = [["2027-04-01", "2027-04-20"], ["2027-04-10", "2027-05-10"], ["2027-04-19", "2027-04-25"], ["2027-05-01", "2027-06-01"]] as const;
    const households: BuiltHousehold[] = [];
    for (let index = 0; index < 200; index += 1) households.push(await aHousehold(manager));
    const answers = await Promise.all(
      households.map(({ id }, index) => {
        const [arrival, exit] = windows[index % windows.length] ?? windows[0];
        const unit = units[index % 2] ?? units[0];
        const bedId = unit?.beds[(index * 7) % 10]?.id;
        return manager("POST", "/placements", { body: { householdId: id, unitId: unit?.id, arrival, exit, ...(index % 3 === 0 ? { beds: [{ bedId, personId: households[index]?.members[0]?.personId }] } : {}) } });
      }),
    );
    expect(answers.filter(({ status, body }) => status !== 201 && body.code !== "bed_taken")).toEqual([]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(20);
    const [clash] = await api.owner`SELECT count(*)::int AS count FROM stay a JOIN stay b ON a.bed_id = b.bed_id AND a.id < b.id AND a.during && b.during WHERE a.status = 'planned' AND b.status = 'planned'`;
    expect(clash?.count).toBe(0);
  });

  test("one household into 20 units at once gets one of them", async () => {
    const units = [];
    for (let index = 0; index < 20; index += 1) units.push(await aUnit(manager, 1));
    const { id } = await aHousehold(manager);
    const answers = await Promise.all(units.map((unit) => manager("POST", "/placements", { body: { householdId: id, unitId: unit.id, arrival: "2027-04-01", exit: "2027-05-01" } })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 422 && body.code === "person_already_placed")).toHaveLength(19);
  });
});

test("a late departure goes over a planned stay, which is named and needs a bed", async () => {
  itIs("2027-03-01");
  const unit = await aUnit(manager, 1);
  const first = await aPlacement(manager, unit, "2027-03-01", "2027-03-10");
  await step(manager, first, "arrival", { date: "2027-03-01" });
  const planned = await aPlacement(manager, unit, "2027-03-12", "2027-03-20");

  itIs("2027-03-15");
  const occupied = await manager("POST", `/placements/${planned.id}/arrival`, { body: { date: "2027-03-15" } });
  expect(occupied).toMatchObject({ status: 409, body: { code: "bed_occupied" } });

  const left = await step(manager, first, "departure", departure("2027-03-14"));
  expect(left).toMatchObject({ status: "ended", exit: "2027-03-14", displaced: [{ placementId: planned.id }] });
  expect((await manager("GET", `/placements/${planned.id}`)).body).toMatchObject({ status: "needs_bed" });
});

test("six months in Perugia from 31 August 2027 end on 29 February 2028", async () => {
  itIs("2027-03-01");
  const unit = await aUnit(manager, 2, {}, { kind: "cohousing" });
  const rule = { municipality: "G478", kind: "cohousing", validFrom: "2020-01-01", maxStay: { months: 6 }, counting: "placement", maxExtensions: 0 };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  const { id: householdId } = await aHousehold(manager);
  const tooLong = await manager("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: "2027-08-31", exit: "2028-03-01" } });
  expect(tooLong).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2028-02-29" } });
  const placed = await aPlacement(manager, unit, "2027-08-31", "2028-02-29", { householdId });
  expect(placed.latestExit).toBe("2028-02-29");
});
