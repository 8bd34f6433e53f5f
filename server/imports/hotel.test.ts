import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { dataOf, everything, hotelFile, look, textOf } from "@/test/import-files";

const STAYS = 75_166;
const WITHOUT_NIGHT = 680;
const NIGHTS = 255_040;
/** Two cores, shared with other test files: this bounds a hang, not the speed. */
const PATIENCE = 600_000;

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 1).toString("base64");
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 2);
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
});

describe.sequential("75,166 real stays in exactly as many beds as the peak night", () => {
  test("go in, whole, with progress shown", { timeout: PATIENCE }, async () => {
    const steps: string[] = [];
    const data = dataOf(database);
    const all = { updated: 0, rejected: [], rejectedRows: 0 };

    expect(await data.import("facilities", hotelFile("facilities"))).toEqual({ rows: 413, created: 413, ...all });
    expect(await data.import("households", hotelFile("households"))).toEqual({ rows: STAYS, created: STAYS, ...all });
    const onProgress = (step: string, rows: number) => rows % 10_000 === 0 && steps.push(`${step} ${rows}`);
    expect(await data.import("stays", hotelFile("stays"), { onProgress })).toEqual({ rows: STAYS, created: STAYS, ...all });
    expect(steps).toEqual(expect.arrayContaining(["read 10000", "read 70000", "write 10000", "write 70000"]));
  });

  test("on every night as many people are present as were counted", { timeout: PATIENCE }, async () => {
    const expected = linesOf(await textOf(hotelFile("expected_nights"))).slice(1);
    const counted = await look<{ line: string }>(database, `
      SELECT f.external_id || ',' || night::date || ',' || count(*) AS line
      FROM stay s JOIN unit u ON u.id = s.unit_id JOIN facility f ON f.id = u.facility_id, generate_series(s.arrival, s.exit - 1, interval '1 day') AS night
      WHERE s.status = 'ended' GROUP BY f.external_id, night`);
    expect(differing(counted.map(({ line }) => line), expected)).toEqual([]);
  });

  test("every night is blocked in its bed, stays without a night block nothing", { timeout: PATIENCE }, async () => {
    const [blocks] = await look(database, `SELECT count(*)::int AS blocks, sum(until_day - from_day)::int AS nights FROM bed_block WHERE kind = 'stay' AND NOT whole_unit`);
    expect(blocks).toEqual({ blocks: STAYS - WITHOUT_NIGHT, nights: NIGHTS });
    const [wrong] = await look(database, `
      SELECT count(*)::int AS wrong FROM bed_block b FULL JOIN stay s ON s.id = b.stay_id
      WHERE (b.bed_id, b.from_day, b.until_day, b.placement_id) IS DISTINCT FROM (s.bed_id, s.arrival, s.exit, s.placement_id) AND (s.id IS NULL OR s.exit > s.arrival)`);
    expect(wrong).toEqual({ wrong: 0 });
  });

  test("households are numbered without a gap in each municipality, and every import left its trace", { timeout: PATIENCE }, async () => {
    expect(await look(database, `SELECT municipality_id, count(*)::int AS households, min(number) AS first, max(number) AS last FROM household GROUP BY 1 ORDER BY 1`)).toEqual([
      { municipality_id: "F205", households: 46_228, first: 1, last: 46_228 },
      { municipality_id: "G478", households: 28_938, first: 1, last: 28_938 },
    ]);
    const entries = await look<{ facts: object }>(database, `SELECT municipality_id, actor_id, facts FROM audit_entry WHERE action = 'import.stays' ORDER BY municipality_id`);
    expect(entries).toMatchObject([
      { municipality_id: "F205", actor_id: "cli", facts: { rows: 46_228, created: 46_228, updated: 0, sha256: "38e4b52793c30a79a3cc505d42a1bbe11e0187df1c5bdf2e0020b28660a572dd" } },
      { municipality_id: "G478", facts: { created: 28_938 } },
    ]);
  });

  test("the same files again change nothing", { timeout: PATIENCE }, async () => {
    const before = await everything(database);
    const data = dataOf(database);
    expect(await data.import("facilities", hotelFile("facilities"))).toMatchObject({ rows: 413, created: 0, updated: 0, rejected: [] });
    expect(await data.import("households", hotelFile("households"))).toMatchObject({ rows: STAYS, created: 0, updated: 0, rejected: [] });
    expect(await data.import("stays", hotelFile("stays"))).toMatchObject({ rows: STAYS, created: 0, updated: 0, rejected: [] });
    expect(await everything(database)).toEqual(before);
  });

  test("with one exit a day later both colliding rows are named and nothing is imported", { timeout: PATIENCE }, async () => {
    const before = await everything(database);
    const lines = linesOf(await textOf(hotelFile("stays")));
    const { moved, met } = aTightPair(lines);
    const shifted = lines.with(moved, (lines[moved] ?? "").replaceAll(exitOf(lines[moved]), dayAfter(exitOf(lines[moved]))));

    const result = await dataOf(database).import("stays", Readable.from([shifted.join("\r\n")]));
    expect(result).toMatchObject({ created: 0, updated: 0, rejectedRows: 2 });
    expect(result.rejected.map(({ row, code }) => ({ row, code }))).toEqual([moved, met].sort((a, b) => a - b).map((line) => ({ row: line + 1, code: "bed_taken" })));
    expect(await everything(database)).toEqual(before);
  });

  test("what is exported is what was imported", { timeout: PATIENCE }, async () => {
    const imported = linesOf(await textOf(hotelFile("stays")));
    const exported = linesOf(await dataOf(database).export("stays"));
    const told = exported.map((line) => line.split(",").slice(0, 9).join(","));
    expect(differing(told, imported)).toEqual([]);
  });
});

/** The first lines only one of them has: a comparison of all would take minutes to print. */
function differing(found: readonly string[], expected: readonly string[]): string[] {
  const [inFound, inExpected] = [new Set(found), new Set(expected)];
  expect(found).toHaveLength(expected.length);
  return [...found.filter((line) => !inExpected.has(line)), ...expected.filter((line) => !inFound.has(line))].slice(0, 10);
}

const linesOf = (text: string) => text.trim().split("\r\n");

const exitOf = (line: string | undefined) => line?.split(",")[5] ?? "";

/** A stay, and the one that arrives in its bed on the day of its exit and stays for a night at least. */
function aTightPair(lines: readonly string[]): { moved: number; met: number } {
  const arrivals = new Map<string, number>();
  lines.forEach((line, index) => {
    const [, , , bed, arrival, exit] = line.split(",");
    if (exit !== undefined && arrival !== exit) arrivals.set(`${bed} ${arrival}`, index);
  });
  for (let moved = 30_000; moved < lines.length; moved += 1) {
    const [, , , bed, arrival, exit] = (lines[moved] ?? "").split(",");
    const met = arrivals.get(`${bed} ${exit}`);
    if (met !== undefined && arrival !== exit) return { moved, met };
  }
  throw new Error("no two stays follow each other");
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
