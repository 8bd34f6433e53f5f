import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, type Cells, csv, dataOf, everything, look } from "@/test/import-files";

let fresh: FreshDatabase;
let database: Database;
let data: ReturnType<typeof dataOf>;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 2);
  data = dataOf(database);
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
});

let made = 0;
let rows: Cells[];

beforeEach(() => {
  made += 1;
  const facility = { facility_id: `F${made}`, unit_id: `F${made}-U`, facility_name: `Casa "del Sole", ${made}; bis` };
  rows = [1, 2].map((bed) => aBedRow({ ...facility, bed_id: `F${made}-B${bed}`, bed_name: String(bed) }));
});

describe("the same file comes in many forms", () => {
  test.each([
    ["with commas", {}, (text: string) => text],
    ["with semicolons", { delimiter: ";" }, (text: string) => text],
    ["with CRLF", { end: "\r\n" }, (text: string) => text],
    ["with a byte order mark", { delimiter: ";", end: "\r\n" }, (text: string) => `\uFEFF${text}`],
    ["with every cell quoted", {}, (text: string) => text.replace(/^[a-z_,]+/, (header) => header.split(",").map((name) => `"${name}"`).join(","))],
    ["without an end of line at the end", {}, (text: string) => text.trimEnd()],
    ["with empty lines and rows of empty cells", {}, (text: string) => `${text.replace("\n", "\n\n")},,,,,,,,,,,,\n\n`],
    ["with columns nobody knows", {}, (text: string) => text.split("\n").map((line, index) => (line ? `${line},${index}` : line)).join("\n").replace(",0", ",colore")],
  ])("%s", async (_form, options, changed) => {
    expect(await data.import("facilities", changed(csv(rows, options)))).toMatchObject({ rows: 2, created: 2, updated: 0, rejected: [] });
    const [facility] = await look(database, `SELECT name FROM facility WHERE external_id = 'F${made}'`);
    expect(facility).toEqual({ name: rows[0]?.facility_name });
  });

  test("cut into pieces in the middle of letters", async () => {
    const file = Buffer.from(csv(rows.map((row) => ({ ...row, facility_name: "Città dei Però 🏠" }))));
    await data.import("facilities", Readable.from([...file].map((byte) => Buffer.of(byte))));
    expect(await look(database, `SELECT name FROM facility WHERE external_id = 'F${made}'`)).toEqual([{ name: "Città dei Però 🏠" }]);
  });
});

describe("a file that cannot be read", () => {
  const nothing = { created: 0, updated: 0 };

  test("in another encoding: the row is named", async () => {
    const file = Buffer.from(csv([rows[0] ?? {}, { ...rows[1], facility_name: "Città" }]), "latin1");
    expect(await data.import("facilities", file)).toEqual({ rows: 1, ...nothing, rejected: [{ row: 3, column: null, code: "wrong_encoding" }], rejectedRows: 1 });
  });

  test("without some of its columns: each is named", async () => {
    const without = rows.map(({ bed_id: _bed, kind: _kind, ...row }) => row);
    const { rejected, ...counts } = await data.import("facilities", csv(without));
    expect(counts).toEqual({ rows: 0, ...nothing, rejectedRows: 2 });
    expect(rejected).toEqual(["kind", "bed_id"].map((column) => ({ row: 1, column, code: "missing_column" })));
  });

  test.each([
    ["empty", "", "missing_column"],
    ["with a column twice", "facility_id,facility_id\n", "duplicate_column"],
    ["with a quotation mark left open", null, "malformed_csv"],
  ])("%s", async (_case, text, code) => {
    const result = await data.import("facilities", text ?? csv(rows).replace("cohousing", '"cohousing'));
    expect(result).toMatchObject(nothing);
    expect(result.rejected.map((rejection) => rejection.code)).toContain(code);
  });

  test("the connection is as good as new afterwards, and nothing is left of it", async () => {
    const before = await everything(database);
    const broken = Readable.from((function* () {
      yield csv(rows);
      throw new Error("the line was cut");
    })());
    await expect(data.import("facilities", broken)).rejects.toThrow("the line was cut");
    expect(await everything(database)).toEqual(before);
    expect(await data.import("facilities", csv(rows))).toMatchObject({ created: 2 });
  });
});

describe("what is wrong with a row", () => {
  test.each([
    ["a value that is missing", { bed_name: " " }, "bed_name", { code: "missing_value" }],
    ["a day that does not exist", { opens_on: "2026-02-30" }, "opens_on", { code: "invalid_date" }],
    ["a day written another way", { opens_on: "01/02/2026" }, "opens_on", { code: "invalid_date" }],
    ["an unknown code", { letting: "intero" }, "letting", { code: "invalid_code", allowed: ["by_bed", "whole_unit"] }],
    ["a code left out", { kind: "" }, "kind", { code: "missing_value" }],
    ["an end before the beginning", { closes_on: "2025-12-31" }, "closes_on", { code: "until_before_from" }],
    ["a list of something else", { features: "step_free|Piano Terra" }, "features", { code: "invalid_list" }],
    ["a text too long", { bed_name: "x".repeat(201) }, "bed_name", { code: "too_long" }],
    ["a municipality that does not exist", { municipality: "Z999" }, "municipality", { code: "unknown_municipality" }],
  ])("%s is told with its column, and nothing is imported", async (_case, cells, column, refusal) => {
    const result = await data.import("facilities", csv([rows[0] ?? {}, { ...rows[1], ...cells }]));
    expect(result).toEqual({ rows: 2, created: 0, updated: 0, rejected: [{ row: 3, column, ...refusal }], rejectedRows: 1 });
  });

  test("too few cells", async () => {
    const result = await data.import("facilities", `${csv(rows)}F1,Casa\n`);
    expect(result.rejected).toEqual([{ row: 4, column: null, code: "wrong_cell_count", expected: 13, found: 2 }]);
  });

  test("of many wrong rows a thousand are listed and all are counted", async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => ({ ...rows[0], bed_id: `B${index}`, bed_name: `${index}`, kind: index < 1_200 ? "villa" : "cohousing", opens_on: index < 1_200 ? "2026-01-01" : "no" }));
    const result = await data.import("facilities", csv(many));
    expect(result).toMatchObject({ rows: 2_500, created: 0, rejectedRows: 2_500 });
    expect(result.rejected).toHaveLength(1_000);
  });
});

test("a trial run answers as the real one and keeps nothing", async () => {
  const before = await everything(database);
  expect(await data.import("facilities", csv(rows), { dryRun: true })).toMatchObject({ rows: 2, created: 2, rejected: [] });
  expect(await everything(database)).toEqual(before);
});
