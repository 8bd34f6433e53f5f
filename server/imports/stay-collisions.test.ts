import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { newId } from "@/db/ids";
import { driverOf } from "@/db/driver";
import { systemActor } from "@/server/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aPlaceWithPeople, blocksOfPlacement, type Cells, codesOf, csv, dataOf, everything, notOver, stayAt } from "@/test/import-files";
import { PERUGIA } from "@/test/people";

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
let stay: ReturnType<typeof stayAt>;

beforeEach(async () => {
  key = `K${++made}`;
  stay = stayAt(key);
  await aPlaceWithPeople(data, key);
});

const put = (rows: Cells[], options = {}) => data.import("stays", csv(rows), options);
const blocks = (placement: string) => blocksOfPlacement(database, `${key}-${placement}`);

describe("nobody is in two places, no bed has two people", () => {
  test("rows of the file: both are named, with the days", async () => {
    const result = await put([
      stay("I", "A", "1", "R1", "2026-02-01", "2026-05-01"), stay("J", "B", "3", "R1", "2026-03-01", "2026-03-05"),
      stay("L", "C", "4", "R1", "2026-05-01", "2026-05-10"), stay("M", "C", "4", "R2", "2026-05-09", "2026-05-12"),
    ]);
    expect(result).toEqual({
      rows: 4, created: 0, updated: 0, rejectedRows: 4,
      rejected: [
        { row: 2, column: "bed_id", code: "bed_taken", bed: `${key}-R1`, kind: "stay", otherRow: 3, other: `${key}-J`, from: "2026-03-01", until: "2026-03-05" },
        { row: 3, column: "bed_id", code: "bed_taken", bed: `${key}-R1`, kind: "stay", otherRow: 2, other: `${key}-I`, from: "2026-03-01", until: "2026-03-05" },
        { row: 4, column: "person_id", code: "person_already_placed", person: `${key}-P4`, otherRow: 5, other: `${key}-M`, from: "2026-05-09", until: "2026-05-10" },
        { row: 5, column: "person_id", code: "person_already_placed", person: `${key}-P4`, otherRow: 4, other: `${key}-L`, from: "2026-05-09", until: "2026-05-10" },
      ],
    });
  });

  test("stays without a night are in nobody's way", async () => {
    expect(await put([stay("I", "A", "1", "R1", "2026-02-01", "2026-02-10"), stay("J", "B", "3", "R1", "2026-02-05", "2026-02-05"), stay("L", "A", "1", "R2", "2026-02-07", "2026-02-07")])).toMatchObject({ created: 3, rejected: [] });
    expect(await blocks("J")).toEqual([]);
  });

  test("two placements in one unit let whole, in different beds", async () => {
    expect(codesOf(await put([stay("I", "B", "3", "W1", "2026-02-01", "2026-02-10"), stay("J", "C", "4", "W2", "2026-02-09", "2026-02-20")]))).toEqual([[2, "bed_taken"], [3, "bed_taken"]]);
    await put([stay("I", "B", "3", "W1", "2026-02-01", "2026-02-10")]);
    expect((await put([stay("J", "C", "4", "W2", "2026-02-09", "2026-02-20")])).rejected).toMatchObject([{ row: 2, code: "bed_taken", kind: "stay", other: `${key}-I`, from: "2026-02-09", until: "2026-02-10" }]);
  });

  test("rows against what is stored: the record is named", async () => {
    await put([stay("I", "A", "1", "R1", "2026-02-01", "2026-02-10")]);
    const before = await everything(database);
    const result = await put([stay("J", "B", "3", "R1", "2026-02-09", "2026-02-12"), stay("L", "A", "1", "R2", "2026-01-20", "2026-02-02")]);
    expect(result.rejected).toEqual([
      { row: 2, column: "bed_id", code: "bed_taken", bed: `${key}-R1`, kind: "stay", other: `${key}-I`, from: "2026-02-09", until: "2026-02-10" },
      { row: 3, column: "person_id", code: "person_already_placed", person: `${key}-P1`, other: `${key}-I`, from: "2026-02-01", until: "2026-02-02" },
    ]);
    expect(await everything(database)).toEqual(before);
  });

  test("closures are in the way, offers past their time are not", async () => {
    await asActor(database, systemActor("cli"), async (db) => {
      const sql = driverOf(db);
      const [bed] = await sql<{ id: string; unit: string }[]>`SELECT id, unit_id AS unit FROM bed WHERE external_id = ${`${key}-R1`}`;
      const block = (kind: string, from: string, until: string) => ({ id: newId(), municipality_id: PERUGIA, bed_id: bed?.id ?? "", unit_id: bed?.unit ?? "", kind, from_day: from, until_day: until });
      await sql`INSERT INTO bed_block ${sql({ ...block("closure", "2026-02-01", "2026-02-03"), closure_id: newId() })}`;
      await sql`INSERT INTO bed_block ${sql({ ...block("offer", "2026-04-01", "2026-04-03"), offer_id: newId(), expires_at: "2020-01-01T00:00:00Z" })}`;
    });
    expect((await put([stay("I", "A", "1", "R1", "2026-02-02", "2026-02-10")])).rejected).toMatchObject([{ row: 2, code: "bed_taken", kind: "closure", from: "2026-02-02", until: "2026-02-03" }]);
    expect(await put([stay("I", "A", "1", "R1", "2026-04-01", "2026-04-10")])).toMatchObject({ created: 1 });
  });

  test("whoever should have left and has not is there tonight as well", async () => {
    await put([stay("I", "A", "1", "R1", "2026-05-01", "2026-06-01", notOver)]);
    expect(codesOf(await put([stay("J", "B", "3", "R1", "2026-06-10", "2026-06-20", notOver)]))).toEqual([[2, "bed_occupied"], [2, "bed_taken"]]);
    expect(await put([stay("J", "B", "3", "R1", "2026-06-16", "2026-06-20", notOver)])).toMatchObject({ created: 1, rejected: [] });
    expect(await put([stay("I", "A", "1", "R1", "2026-05-01", "2026-06-01", notOver), stay("J", "B", "3", "R1", "2026-06-16", "2026-06-20", notOver)])).toMatchObject({ updated: 0, rejected: [] });
  });
});
