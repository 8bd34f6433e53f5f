import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { findParty } from "@/db/parties";
import { systemActor } from "@/server/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aPersonRow, type Cells, csv, dataOf, everything, look, TODAY } from "@/test/import-files";
import { BOLOGNA, grant, PERUGIA, somebody } from "@/test/people";

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
let key: string;
let mother: Cells;
let child: Cells;

beforeEach(() => {
  key = `N${++made}`;
  mother = aPersonRow({ household_id: key, person_id: `${key}-1`, given_name: "Sara" });
  child = aPersonRow({ household_id: key, person_id: `${key}-2`, given_name: "Leo", birth_date: "2020-02-02", gender: "male", role: "child" });
});

const put = (...rows: Cells[]) => data.import("households", csv(rows));
const idOf = async (household: string) => (await look<{ id: string }>(database, `SELECT id FROM household WHERE external_id = '${household}'`))[0]?.id ?? "";
const party = async () => {
  const id = await idOf(key);
  return asActor(database, systemActor("cli"), (db) => findParty(db, id, TODAY));
};

describe("a household", () => {
  test("has its members in order and the needs of all its rows, those of health encrypted", async () => {
    expect(await put({ ...mother, needs: "wheelchair|cot" }, { ...child, needs: "step_free" })).toMatchObject({ rows: 2, created: 2, rejected: [] });
    const found = await party();
    expect(found.members.map(({ role, birthDate, gender }) => [role, birthDate, gender])).toEqual([["head", "1990-05-01", "female"], ["child", "2020-02-02", "male"]]);
    expect(found.needs).toEqual(["cot", "step_free", "wheelchair"]);
    expect(await look(database, `SELECT needs FROM household WHERE external_id = '${key}'`)).toEqual([{ needs: ["cot", "step_free"] }]);
  });

  test("is numbered on from the last one of its municipality", async () => {
    const last = `SELECT max(number) AS number FROM household WHERE municipality_id = '${PERUGIA}'`;
    await put(mother);
    const [before] = await look<{ number: number }>(database, last);
    await put({ ...mother, household_id: `${key}-b`, person_id: `${key}-b1` }, { ...mother, household_id: `${key}-c`, person_id: `${key}-c1` });
    expect(await look(database, last)).toEqual([{ number: (before?.number ?? 0) + 2 }]);
  });

  test("is changed by what differs, and by nothing else", async () => {
    await put({ ...mother, needs: "cot" }, child);
    expect(await put({ ...mother, needs: "cot" }, child)).toMatchObject({ created: 0, updated: 0 });
    expect(await put({ ...mother, needs: "cot" }, { ...child, given_name: "Leone" })).toMatchObject({ created: 0, updated: 1 });
    expect(await put({ ...mother, needs: "" }, { ...child, given_name: "Leone" })).toMatchObject({ updated: 2 });
    const baby = { ...child, person_id: `${key}-3`, given_name: "Ida", birth_date: "2026-01-01" };
    expect(await put({ ...mother }, { ...child, given_name: "Leone" }, baby)).toMatchObject({ created: 1, updated: 0 });
    expect(await look(database, `SELECT version FROM household WHERE external_id = '${key}'`)).toEqual([{ version: 4 }]);
  });

  test("keeps needs of health the file does not speak of, and takes new ones", async () => {
    await put({ ...mother, needs: "wheelchair" });
    expect(await put(mother)).toMatchObject({ updated: 0 });
    expect((await party()).needs).toEqual(["wheelchair"]);
    expect(await put({ ...mother, needs: "addiction_support" })).toMatchObject({ updated: 1 });
    expect(await put({ ...mother, needs: "addiction_support" })).toMatchObject({ updated: 0 });
    expect((await party()).needs).toEqual(["addiction_support"]);
  });
});

describe("is refused, household by household", () => {
  test("without a head, or with two", async () => {
    const other = { ...mother, household_id: `${key}-b`, person_id: `${key}-b1` };
    const result = await put({ ...mother, role: "partner" }, child, other, { ...other, person_id: `${key}-b2` });
    expect(result.rejected).toEqual([
      { row: 2, column: "role", code: "head_missing", id: key },
      { row: 3, column: null, code: "group_rejected", otherRow: 2 },
      { row: 4, column: "role", code: "several_heads", id: `${key}-b` },
      { row: 5, column: "role", code: "several_heads", id: `${key}-b` },
    ]);
    expect(result).toMatchObject({ created: 0, rejectedRows: 4 });
  });

  test("with somebody who belongs to another one, in the file or already", async () => {
    await put(mother, child);
    const other = { ...mother, household_id: `${key}-b`, person_id: `${key}-b1` };
    expect((await put(other, { ...child, household_id: `${key}-b` })).rejected).toContainEqual({ row: 3, column: "household_id", code: "person_in_other_household", other: key });
    const twice = { ...mother, household_id: `${key}-c`, person_id: `${key}-c1` };
    expect((await put(twice, { ...twice, household_id: `${key}-d` })).rejected).toEqual([
      { row: 2, column: "person_id", code: "person_in_other_household", otherRow: 3, other: `${key}-d` },
      { row: 3, column: "person_id", code: "person_in_other_household", otherRow: 2, other: `${key}-c` },
    ]);
  });

  test("with partial the others go in", async () => {
    const good = { ...mother, household_id: `${key}-b`, person_id: `${key}-b1` };
    const result = await data.import("households", csv([mother, { ...child, birth_date: "2120-01-01" }, good]), { partial: true });
    expect(result).toMatchObject({ created: 1, rejectedRows: 2, rejected: [{ row: 2, code: "group_rejected", otherRow: 3 }, { row: 3, column: "birth_date", code: "date_in_future" }] });
    expect(await look(database, `SELECT external_id FROM household WHERE external_id LIKE '${key}%'`)).toEqual([{ external_id: `${key}-b` }]);
  });
});

describe("who belonged where, and when", () => {
  test("somebody may leave one household for another, when the dates say so", async () => {
    const dates = { member_from: "", member_until: "" };
    const away = { ...child, ...dates, member_until: "2026-03-01" };
    const grandfather = { ...mother, ...dates, household_id: `${key}-b`, person_id: `${key}-b1` };
    const now = { ...child, ...dates, household_id: `${key}-b`, member_from: "2026-03-01" };
    expect(await put({ ...mother, ...dates }, away, grandfather, now)).toMatchObject({ created: 4, rejected: [] });
    expect((await party()).members).toHaveLength(1);
    expect(await data.import("households", await data.export("households"))).toMatchObject({ created: 0, updated: 0, rejected: [] });
  });
});

describe("cells that spreadsheets would run", () => {
  test.each(["=1+1", "+39 075", "-x", "@SUM(A1)", "'=1", "''=2", "'Ndrangheta"])("%s leaves with an apostrophe and comes back equal", async (name) => {
    await put({ ...mother, family_name: name.startsWith("'=") || name.startsWith("''") ? `'${name}` : name });
    expect(await look(database, `SELECT family_name FROM person WHERE external_id = '${key}-1'`)).toEqual([{ family_name: name }]);

    const before = await everything(database);
    const exported = await data.export("households");
    const cell = exported.split("\r\n").find((line) => line.startsWith(`${key},`))?.split(",")[4];
    expect(cell).toBe(/^'*[=+\-@]/.test(name) ? `'${name}` : name);
    expect(await data.import("households", exported)).toMatchObject({ created: 0, updated: 0, rejected: [] });
    expect(await everything(database)).toEqual(before);
  });
});

describe("by somebody of one municipality", () => {
  test("rows of another are refused and nothing goes in; what is exported is one's own", async () => {
    const manager = dataOf(database, await somebody(database, grant("manager"), grant("operator", BOLOGNA)));
    const foreign = { ...mother, household_id: `${key}-b`, person_id: `${key}-b1`, municipality: BOLOGNA };
    expect(await manager.import("households", csv([mother, foreign]))).toMatchObject({ created: 0, rejected: [{ row: 3, column: "municipality", code: "not_allowed" }] });
    expect(await manager.import("households", csv([mother]))).toMatchObject({ created: 1 });
    await data.import("households", csv([foreign]));
    expect(await manager.export("households")).not.toContain(`${key}-b`);
    expect(await data.export("households", BOLOGNA)).toContain(`${key}-b`);
    expect(await look(database, `SELECT municipality_id FROM audit_entry WHERE action = 'export.households' ORDER BY id DESC LIMIT 1`)).toEqual([{ municipality_id: BOLOGNA }]);
  });

  test("an operator may neither import nor export", async () => {
    const operator = dataOf(database, await somebody(database, grant("operator")));
    await expect(operator.import("households", csv([mother]))).rejects.toThrow("not allowed");
    await expect((async () => operator.export("households"))()).rejects.toThrow("not allowed");
  });
});
