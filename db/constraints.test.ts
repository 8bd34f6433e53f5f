import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, startApi } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltPlacement, type BuiltUnit } from "@/test/builders";
import { newId } from "./ids";

let api: Api;
let manager: Caller;
let owner: postgres.Sql;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  manager = await api.as("manager");
  owner = api.owner;
});
afterAll(() => api.close());

const EXCLUDED = "23P01";
const UNIQUE = "23505";

/** The SQLSTATE and constraint with which the owner's statement is refused; null when it went through. */
async function refusal(statement: postgres.PendingQuery<postgres.Row[]>): Promise<[string, string] | null> {
  try {
    await statement;
    return null;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return [error.code, error.constraint_name ?? ""];
    throw error;
  }
}

type Nights = [from: string, until: string];

async function aStayRow(placement: { id: string }, personId: string | undefined, unit: BuiltUnit, bedIndex: number, [from, until]: Nights, status = "planned") {
  return refusal(owner`INSERT INTO stay (id, municipality_id, placement_id, person_id, unit_id, bed_id, status, arrival, exit, planned_exit)
    VALUES (${newId()}, 'G478', ${placement.id}, ${personId ?? ""}, ${unit.id}, ${unit.beds[bedIndex]?.id ?? ""}, ${status}, ${from}, ${until}, ${until})`);
}

async function aBlock(placement: { id: string }, unit: BuiltUnit, bedIndex: number, kind: string, [from, until]: Nights, wholeUnit = false) {
  return refusal(owner`INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, whole_unit)
    VALUES (${newId()}, 'G478', ${unit.beds[bedIndex]?.id ?? ""}, ${unit.id}, ${kind}, ${from}, ${until}, ${placement.id}, ${wholeUnit})`);
}

async function aClosure(unit: BuiltUnit, bedIndex: number, [from, until]: Nights) {
  const [id, bedId] = [newId(), unit.beds[bedIndex]?.id ?? ""];
  await owner`INSERT INTO closure (id, municipality_id, bed_id, from_day, until_day, reason) VALUES (${id}, 'G478', ${bedId}, ${from}, ${until}, 'other')`;
  return refusal(owner`INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, closure_id) VALUES (${newId()}, 'G478', ${bedId}, ${unit.id}, 'closure', ${from}, ${until}, ${id})`);
}

/** A room of two beds in which one household holds the first from 10 to 20 March, and another one that holds nothing yet in March. */
async function aRoom(letting = "by_bed"): Promise<{ unit: BuiltUnit; taken: BuiltPlacement; other: BuiltPlacement; household: BuiltHousehold; stranger: BuiltHousehold }> {
  const unit = await aUnit(manager, 2, { letting });
  const [household, stranger] = [await aHousehold(manager), await aHousehold(manager)];
  const bedId = unit.beds[0]?.id;
  const taken = await aPlacement(manager, unit, "2027-03-10", "2027-03-20", { householdId: household.id, beds: [{ bedId, personId: household.members[0]?.personId }], turnaround: { days: 2, working: false } });
  const other = await aPlacement(manager, unit, "2027-06-01", "2027-06-02", { householdId: stranger.id });
  return { unit, taken, other, household, stranger };
}

describe("the database refuses even when the rules are skipped", () => {
  test.each<[string, string, Nights, boolean]>([
    ["a stay over a stay", "stay", ["2027-03-19", "2027-03-25"], true],
    ["a stay over turnaround", "stay", ["2027-03-21", "2027-03-25"], true],
    ["a turnaround over a stay", "turnaround", ["2027-03-08", "2027-03-11"], true],
    ["a spare bed over a stay", "spare", ["2027-03-12", "2027-03-13"], true],
    ["a stay after the turnaround", "stay", ["2027-03-22", "2027-03-25"], false],
    ["a stay up to the arrival", "stay", ["2027-03-05", "2027-03-10"], false],
  ])("in one bed: %s", async (_case, kind, nights, isRefused) => {
    const { unit, other } = await aRoom();
    expect(await aBlock(other, unit, 0, kind, nights)).toEqual(isRefused ? [EXCLUDED, "bed_block_one_at_a_time"] : null);
    expect(await aBlock(other, unit, 1, kind, nights)).toBeNull();
  });

  test("two people in one bed on a night, also when the block is forgotten", async () => {
    const { unit, other, stranger } = await aRoom();
    const person = stranger.members[0]?.personId;
    expect(await aStayRow(other, person, unit, 0, ["2027-03-19", "2027-03-21"])).toEqual([EXCLUDED, "stay_one_person_per_bed_night"]);
    expect(await aStayRow(other, person, unit, 0, ["2027-03-20", "2027-03-21"])).toBeNull();
  });

  test("a person in two places on a night", async () => {
    const { taken, household } = await aRoom();
    const elsewhere = await aUnit(manager, 1);
    const person = household.members[0]?.personId;
    expect(await aStayRow(taken, person, elsewhere, 0, ["2027-03-19", "2027-03-21"], "ended")).toEqual([EXCLUDED, "stay_one_place_per_person"]);
    expect(await aStayRow(taken, person, elsewhere, 0, ["2027-03-19", "2027-03-21"], "cancelled")).toBeNull();
    expect(await aStayRow(taken, person, elsewhere, 0, ["2027-03-20", "2027-03-21"])).toBeNull();
  });

  test("two people in house in one bed, and one person in house twice, whatever the planned nights", async () => {
    const { unit, taken, other, household, stranger } = await aRoom();
    const elsewhere = await aUnit(manager, 1);
    await owner`UPDATE stay SET status = 'in_house' WHERE placement_id = ${taken.id}`;
    expect(await aStayRow(other, stranger.members[0]?.personId, unit, 0, ["2027-04-01", "2027-04-05"], "in_house")).toEqual([UNIQUE, "stay_one_in_house_per_bed"]);
    expect(await aStayRow(taken, household.members[0]?.personId, elsewhere, 0, ["2027-04-01", "2027-04-05"], "in_house")).toEqual([UNIQUE, "stay_one_in_house_per_person"]);
  });

  test("another placement in a unit let whole, in whatever bed", async () => {
    const { unit, other, taken } = await aRoom("whole_unit");
    await owner`DELETE FROM bed_block WHERE placement_id = ${taken.id} AND kind = 'spare'`;
    expect(await aBlock(other, unit, 1, "stay", ["2027-03-12", "2027-03-13"], true)).toEqual([EXCLUDED, "bed_block_whole_unit_alone"]);
    expect(await aBlock(other, unit, 1, "stay", ["2027-04-12", "2027-04-13"], true)).toBeNull();
    expect(await aBlock(taken, unit, 1, "spare", ["2027-03-10", "2027-03-20"], true)).toBeNull();
  });

  test("a closure over a stay, not one over turnaround or another closure", async () => {
    const { unit } = await aRoom();
    expect(await aClosure(unit, 0, ["2027-03-19", "2027-03-25"])).toEqual([EXCLUDED, "bed_block_not_while_closed"]);
    expect(await aClosure(unit, 0, ["2027-03-20", "2027-03-25"])).toBeNull();
    expect(await aClosure(unit, 0, ["2027-03-22", "2027-03-30"])).toBeNull();
  });

  test("a stay over a closure", async () => {
    const { unit, other } = await aRoom();
    await aClosure(unit, 1, ["2027-03-12", "2027-03-14"]);
    expect(await aBlock(other, unit, 1, "stay", ["2027-03-13", "2027-03-16"])).toEqual([EXCLUDED, "bed_block_not_while_closed"]);
    expect(await aBlock(other, unit, 1, "turnaround", ["2027-03-13", "2027-03-16"])).toBeNull();
  });

  test("a block without a night, out of order, of two things or of none", async () => {
    const { unit, other } = await aRoom();
    expect(await aBlock(other, unit, 1, "stay", ["2027-03-13", "2027-03-13"])).toEqual(["23514", "bed_block_has_a_night"]);
    expect((await refusal(owner`UPDATE bed_block SET placement_id = NULL, stay_id = NULL WHERE placement_id = ${other.id}`))?.[1]).toBe("bed_block_of_one_thing");
    expect((await refusal(owner`UPDATE stay SET exit = '2027-05-01' WHERE placement_id = ${other.id}`))?.[0]).toMatch(/^2/);
    expect((await refusal(owner`UPDATE stay SET bed_id = NULL WHERE placement_id = ${other.id}`))?.[1]).toBe("stay_has_a_bed");
  });

  test("two versions of a rule in force on a day", async () => {
    const { facilityId } = await aUnit(manager, 1);
    const aRule = (from: string, until: string | null) => refusal(owner`INSERT INTO stay_rule (id, municipality_id, facility_id, valid_from, valid_until, counting, clock_scope, max_extensions, notice_days)
      VALUES (${newId()}, 'G478', ${facilityId}, ${from}, ${until}, 'placement', 'municipality', 0, '{}')`);
    expect(await aRule("2027-01-01", "2027-06-01")).toBeNull();
    expect(await aRule("2027-05-31", null)).toEqual([EXCLUDED, "stay_rule_one_in_force"]);
    expect(await aRule("2027-06-01", null)).toBeNull();
    expect(await aRule("2030-01-01", null)).toEqual([EXCLUDED, "stay_rule_one_in_force"]);
  });

  test("a person in two households at a time", async () => {
    const [one, two] = [await aHousehold(manager), await aHousehold(manager)];
    const person = one.members[0]?.personId ?? "";
    const join = (from: string) => refusal(owner`INSERT INTO membership (id, municipality_id, household_id, person_id, role, from_day, position) VALUES (${newId()}, 'G478', ${two.id}, ${person}, 'other', ${from}, 1)`);
    expect(await join("2027-03-01")).toEqual([EXCLUDED, "membership_one_household_at_a_time"]);
    await owner`UPDATE membership SET until_day = '2027-03-01' WHERE person_id = ${person}`;
    expect(await join("2027-03-01")).toBeNull();
  });

  test("a record that names another municipality's", async () => {
    const unit = await aUnit(manager, 1);
    const torino = await api.as("manager", "L219");
    const foreign = await aHousehold(torino, [{}], { municipality: "L219" });
    const placed = refusal(owner`INSERT INTO placement (id, municipality_id, household_id, unit_id, status, arrival, exit, created_by) VALUES (${newId()}, 'G478', ${foreign.id}, ${unit.id}, 'planned', '2027-03-01', '2027-03-02', 'test')`);
    expect((await placed)?.[0]).toBe("23503");
  });
});

test("a stay of no night blocks nothing", async () => {
  const { unit, other, stranger, taken } = await aRoom();
  expect(await aStayRow(other, stranger.members[0]?.personId, unit, 0, ["2027-03-12", "2027-03-12"])).toBeNull();
  const passing = await aPlacement(manager, unit, "2027-03-12", "2027-03-12", { turnaround: { days: 5, working: false } });
  expect(await owner`SELECT id FROM bed_block WHERE placement_id = ${passing.id}`).toHaveLength(0);
  expect(taken.status).toBe("planned");
});

test("what was done is only ever added to", async () => {
  const [{ count } = { count: 0 }] = await owner<{ count: number }[]>`SELECT count(*)::int AS count FROM audit_entry`;
  expect(count).toBeGreaterThan(0);
  expect((await refusal(owner`UPDATE audit_entry SET action = 'nothing'`))?.[0]).toBe("23001");
  expect((await refusal(owner`DELETE FROM audit_entry`))?.[0]).toBe("23001");
});
