import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, aPersonRow, csv, dataOf, everything, headerOf } from "@/test/import-files";
import { CsvReader } from "./csv";
import { escapeFormula, unescapeFormula } from "./formula-cells";

let fresh: FreshDatabase;
let database: Database;
let data: ReturnType<typeof dataOf>;
let nothing: unknown[];

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 1).toString("base64");
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 2);
  data = dataOf(database);
  nothing = await everything(database);
});
afterAll(async () => {
  await database.end();
  await fresh.drop();
});

const file = csv([aBedRow()]);
const MEGABYTE = 1024 * 1024;
const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("a file in another encoding is told so, with the row", () => {
  test.each<[string, Buffer, number]>([
    ["UTF-16, little end first", Buffer.from(`\ufeff${file}`, "utf16le"), 1],
    ["UTF-16, big end first", bigEndian(`\ufeff${file}`), 1],
    ["UTF-16 without a mark", Buffer.from(file, "utf16le"), 1],
    ["Latin-1", Buffer.from(file.replace("Casa", "Città"), "latin1"), 2],
    ["Windows-1252 with the euro sign", Buffer.concat([Buffer.from(file.split("Casa")[0] ?? ""), Buffer.of(0x80), Buffer.from(`Casa${file.split("Casa")[1]}`)]), 2],
    ["UTF-8 with half a surrogate pair", Buffer.concat([Buffer.from(file.split("Casa")[0] ?? ""), Buffer.of(0xed, 0xa0, 0x80), Buffer.from(`Casa${file.split("Casa")[1]}`)]), 2],
    ["UTF-8 with NUL", Buffer.from(file.replace("Casa", "Ca\0sa")), 2],
    ["no text at all", Buffer.from("PK\u0003\u0004\0\0\0\0" + "\0".repeat(100), "latin1"), 1],
  ])("%s", async (_encoding, bytes, row) => {
    expect(await data.import("facilities", bytes)).toMatchObject({ created: 0, rejected: [{ row, code: "wrong_encoding" }] });
  });
});

describe("a file out of bounds is refused, and nothing of it kept", () => {
  test.each<[string, () => string, string]>([
    ["a row of ten thousand cells", () => `${file}${",".repeat(9_999)}x\n`, "wrong_cell_count"],
    ["a header of ten thousand columns, all alike", () => `${"x,".repeat(10_000)}\n`, "missing_column"],
    ["ten thousand rows of one cell", () => `${headerOf("facilities")}\n${"x\n".repeat(10_000)}`, "wrong_cell_count"],
    ["a header and no line end", () => headerOf("facilities").replace("facility_id", "id"), "missing_column"],
    ["quotes in the middle of a cell", () => file.replace("Casa", 'Ca"sa'), "malformed_csv"],
    ["text after the closing quote", () => file.replace("Casa del Sole", '"Casa" del Sole'), "malformed_csv"],
    ["another separator", () => file.replaceAll(",", "|"), "missing_column"],
    ["lists of lists", () => file.replace("mixed,", `mixed,${"a|".repeat(1_500)}`), "too_long"],
    ["a column twice", () => file.replace("unit_name", "unit_id"), "duplicate_column"],
  ])("%s", async (_what, text, code) => {
    const result = await data.import("facilities", text());
    expect(result.rejected.map((rejection) => rejection.code)).toContain(code);
    expect(await everything(database)).toEqual(nothing);
  });

  test("more rows than anybody has, with the row where it was given up", async () => {
    const rows = async (text: string) => {
      const read: number[] = [];
      for await (const { row } of new CsvReader(Readable.from([text]), 100).rows()) read.push(row);
      return read.length;
    };
    expect(await rows("a\n".repeat(100))).toBe(100);
    for (const piece of ["a\n", ",,\n"]) await expect(rows(`a\n${piece.repeat(100)}`)).rejects.toMatchObject({ rejection: { row: 101, code: "too_many_rows", most: 100 } });
  });

  test("a header alone imports nothing and refuses nothing", async () => {
    expect(await data.import("facilities", `${headerOf("facilities")}\r\n`)).toEqual({ rows: 0, created: 0, updated: 0, rejected: [], rejectedRows: 0 });
  });

  test.each<[string, string, string]>([
    ["one cell of fifty megabytes", `${headerOf("facilities")}\n"`, "x"],
    ["a header of fifty megabytes", "", "facility_id,"],
    ["fifty megabytes of nothing but lines", `${headerOf("facilities")}\n`, "\n"],
    ["fifty megabytes of quotes", `${headerOf("facilities")}\n`, '""'],
  ])("%s never stands in memory", async (_what, start, piece) => {
    const chunk = Buffer.from(piece.repeat(Math.floor(MEGABYTE / piece.length)));
    const held: number[] = [];
    const read = Readable.from((function* () {
      yield Buffer.from(start);
      for (let sent = 0; sent < 50; sent += 1) {
        const { heapUsed, external } = process.memoryUsage();
        held.push(heapUsed + external);
        yield chunk;
      }
    })());
    expect(await data.import("facilities", read)).toMatchObject({ created: 0 });
    expect(Math.max(...held) - (held[0] ?? 0)).toBeLessThan(200 * MEGABYTE);
    expect(await everything(database)).toEqual(nothing);
  });
});

describe("cells that a spreadsheet would run", () => {
  const cell = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", "\t", "\r", "\n", "a", "1", ";", ",", '"', " "), maxLength: 8 });

  test("are never written so, and come back as they were", () => {
    fc.assert(fc.property(cell, (text) => {
      expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(unescapeFormula(escapeFormula(text))).toBe(text);
    }), { seed: 1, numRuns: 2_000 });
  });

  test("are escaped in every export, also behind what another country's spreadsheet takes for a separator", async () => {
    const names = ["=HYPERLINK(1)", "+39", "-1", "@SUM(A1)", "a;=1+1", 'say "=1"', "\t=1"];
    const people = names.map((name, index) => aPersonRow({ household_id: `H${index}`, person_id: `P${index}`, given_name: "Ada", family_name: name }));
    expect(await data.import("households", csv(people))).toMatchObject({ created: names.length, rejected: [] });
    const exported = await data.export("households");
    for (const line of exported.split("\r\n")) {
      for (const part of line.split(/[,;\t](?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(part).not.toMatch(/^"?[=+\-@\t]/);
    }
    expect(await data.import("households", exported)).toMatchObject({ created: 0, updated: 0, rejected: [] });
  });
});
