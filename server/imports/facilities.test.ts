import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { findUnits } from "@/db/units";
import { systemActor } from "@/server/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, aPersonRow, aStayRow, type Cells, csv, dataOf, everything, look } from "@/test/import-files";

let fresh: FreshDatabase;
let database: Database;
let data: ReturnType<typeof dataOf>;

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 1).toString("base64");
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 2);
  data = dataOf(database);
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
});

let made = 0;
let name: string;
/** Two rooms of two beds. */
let rows: Cells[];

beforeEach(() => {
  name = `F${++made}`;
  rows = ["A-1", "A-2", "B-1", "B-2"].map((bed) => {
    const [unit = "", number = ""] = bed.split("-");
    return aBedRow({ facility_id: name, unit_id: `${name}-${unit}`, unit_name: `Stanza ${unit}`, bed_id: `${name}-${bed}`, bed_name: number });
  });
});

const put = (changed: (row: Cells, index: number) => Cells = (row) => row) => data.import("facilities", csv(rows.map((row, index) => ({ ...row, ...changed(row, index) }))));

/** The units of the facility as search and booking see them. */
const units = async () => {
  const [facility] = await look<{ id: string }>(database, `SELECT id FROM facility WHERE external_id = '${name}'`);
  return asActor(database, systemActor("cli"), (db) => findUnits(db, { facilityId: facility?.id ?? "" }));
};

describe("what holds for a bed", () => {
  test("is said at the facility when all agree, else by the unit or the bed", async () => {
    await put((_row, index) => ({
      flat: index < 2 ? "Piano terra" : "", bed_kind: index === 0 ? "cot" : "",
      gender_policy: index < 2 ? "women" : "men", features: index < 2 ? "kitchen|step_free" : "kitchen",
      opens_on: index === 3 ? "2026-02-01" : "2026-01-01", closes_on: index === 0 ? "2026-12-01" : "2027-01-01",
    }));
    const bed = (number: string, given: object = {}) => expect.objectContaining({ name: number, kind: "single", opensOn: "2026-01-01", closesOn: "2027-01-01", ...given });
    expect(await units()).toMatchObject([
      { name: "Stanza A", flatName: "Piano terra", genderPolicy: "women", features: expect.arrayContaining(["kitchen", "step_free"]), beds: [bed("1", { kind: "cot", closesOn: "2026-12-01" }), bed("2")] },
      { name: "Stanza B", flatName: null, genderPolicy: "men", features: ["kitchen"], beds: [bed("1"), bed("2", { opensOn: "2026-02-01" })] },
    ]);
    expect(await look(database, `SELECT opens_on, closes_on, gender_policy, features FROM facility WHERE external_id = '${name}'`)).toEqual([
      { opens_on: "2026-01-01", closes_on: "2027-01-01", gender_policy: null, features: ["kitchen"] },
    ]);
    expect(await look(database, `SELECT opens_on, closes_on FROM bed WHERE external_id = '${name}-B-1'`)).toEqual([{ opens_on: null, closes_on: null }]);
  });

  test("comes back equal, and a file brought back changes nothing", async () => {
    await put((_row, index) => ({ flat: index < 2 ? "Piano terra" : "", bed_kind: index === 0 ? "cot" : "single", gender_policy: index < 2 ? "women" : "", features: index < 2 ? "kitchen|step_free" : "", opens_on: index === 3 ? "2026-02-01" : "2026-01-01" }));
    const before = await everything(database);
    const exported = await data.export("facilities");
    expect(await data.import("facilities", exported)).toMatchObject({ created: 0, updated: 0, rejected: [] });
    expect(await everything(database)).toEqual(before);

    const other = await freshDatabase();
    const elsewhere = connect(other.appUrl, 2);
    try {
      expect(await dataOf(elsewhere).import("facilities", exported)).toMatchObject({ updated: 0, rejected: [] });
      expect((await dataOf(elsewhere).export("facilities")).split("\r\n").sort()).toEqual(exported.split("\r\n").sort());
    } finally {
      await elsewhere.end();
      await other.drop();
    }
  });
});

describe("a file about what is known already", () => {
  beforeEach(() => put());

  test("renames, closes and adds, and counts the rows that changed something", async () => {
    rows.push(aBedRow({ facility_id: name, unit_id: `${name}-C`, unit_name: "Stanza C", bed_id: `${name}-C-1` }));
    expect(await put((_row, index) => (index === 0 ? { closes_on: "2026-12-31" } : {}))).toMatchObject({ rows: 5, created: 1, updated: 1, rejected: [] });
    expect(await put((_row, index) => ({ facility_name: "Casa Nuova", ...(index === 0 ? { closes_on: "2026-12-31" } : {}) }))).toMatchObject({ created: 0, updated: 5 });
    expect(await look(database, `SELECT name, version FROM facility WHERE external_id = '${name}'`)).toEqual([{ name: "Casa Nuova", version: 2 }]);
    expect((await units()).map((unit) => [unit.name, unit.beds.map(({ closesOn }) => closesOn)])).toEqual([["Stanza A", ["2026-12-31", null]], ["Stanza B", [null, null]], ["Stanza C", [null]]]);
  });

  test("lets two beds take each other's names", async () => {
    expect(await put((_row, index) => (index < 2 ? { bed_name: index === 0 ? "2" : "1" } : {}))).toMatchObject({ updated: 2, rejected: [] });
  });

  test("moves the dates of the facility when it tells of all its beds, and refuses to when it does not", async () => {
    const only = await data.import("facilities", csv([{ ...rows[0], opens_on: "2025-01-01" }]));
    expect(only.rejected).toEqual([{ row: 2, column: "opens_on", code: "facility_incomplete" }]);
    expect(await put(() => ({ opens_on: "2025-01-01" }))).toMatchObject({ updated: 4, rejected: [] });
    expect((await units()).flatMap(({ beds }) => beds.map(({ opensOn }) => opensOn))).toEqual(Array(4).fill("2025-01-01"));
  });

  test("does not move beds or units, nor give a name twice", async () => {
    const other = aBedRow({ facility_id: `${name}-bis`, unit_id: `${name}-Z`, bed_id: `${name}-Z-1` });
    const result = await data.import("facilities", csv([
      other,
      { ...other, bed_id: `${name}-A-1`, bed_name: "9" },
      { ...other, unit_id: `${name}-B`, bed_id: `${name}-new`, unit_name: "Stanza B", bed_name: "9" },
      { ...rows[0], bed_id: `${name}-twin` },
      { ...other, bed_id: `${name}-Z-2` },
    ]));
    expect(result.rejected).toEqual([
      { row: 3, column: "bed_id", code: "bed_in_other_unit", other: `${name}-A` },
      { row: 4, column: "unit_id", code: "unit_in_other_facility", other: name },
      { row: 5, column: "bed_name", code: "name_taken", other: `${name}-A-1` },
      { row: 6, column: "bed_name", code: "name_taken", other: `${name}-Z-1`, otherRow: 2 },
    ]);
    expect(result.created).toBe(0);
  });

  test("wants rows of one facility and unit to agree, and each bed once", async () => {
    const result = await put((row, index) => ({ kind: index === 3 ? "bridge" : "cohousing", letting: index === 1 ? "whole_unit" : "by_bed", bed_id: index === 3 ? `${name}-B-1` : (row.bed_id ?? "") }));
    expect(result.rejected.filter(({ code }) => code !== "name_taken")).toEqual([
      { row: 3, column: "letting", code: "differs_from_row", otherRow: 2 },
      { row: 5, column: "kind", code: "differs_from_row", otherRow: 2 },
      { row: 5, column: "bed_id", code: "duplicate", otherRow: 4 },
    ]);
  });

  test("does not close a bed that is taken after that day, nor change the letting of a unit that has been let", async () => {
    await data.import("households", csv([aPersonRow({ household_id: `${name}-N`, person_id: `${name}-P` })]));
    await data.import("stays", csv([aStayRow({ placement_id: `${name}-I`, household_id: `${name}-N`, person_id: `${name}-P`, bed_id: `${name}-A-1` })]));
    expect((await put((_row, index) => (index === 0 ? { closes_on: "2026-02-15" } : {}))).rejected).toEqual([
      { row: 2, column: "closes_on", code: "bed_in_use", from: "2026-02-01", until: "2026-03-01" },
    ]);
    expect((await put((_row, index) => (index < 2 ? { letting: "whole_unit" } : {}))).rejected.map(({ code }) => code)).toEqual(["letting_in_use", "letting_in_use"]);
    expect(await put((_row, index) => (index === 0 ? { closes_on: "2026-03-01" } : {}))).toMatchObject({ updated: 1, rejected: [] });
  });
});

test("with partial the good rows go in and the bad ones are told", async () => {
  const result = await data.import("facilities", csv(rows.map((row, index) => ({ ...row, opens_on: index === 2 ? "mai" : "2026-01-01" }))), { partial: true });
  expect(result).toEqual({ rows: 4, created: 3, updated: 0, rejected: [{ row: 4, column: "opens_on", code: "invalid_date" }], rejectedRows: 1 });
  expect((await units()).map(({ beds }) => beds.length)).toEqual([2, 1]);
});
