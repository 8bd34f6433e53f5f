import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor, connect, type Database } from "@/db/client";
import { driverOf } from "@/db/driver";
import { systemActor } from "@/server/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, aPersonRow, aPlaceWithPeople, blocksOfPlacement, type Cells, codesOf, csv, dataOf, look, notOver, stayAt } from "@/test/import-files";
import { BOLOGNA, grant, somebody } from "@/test/people";

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

describe("rows of one placement", () => {
  test("are one placement, with its status and days summed up", async () => {
    expect(await put([
      stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"),
      stay("I", "A", "2", "R2", "2026-02-02", "2026-07-01", notOver),
    ])).toMatchObject({ rows: 2, created: 2, rejected: [] });
    expect(await look(database, `SELECT status, arrival, exit, created_by, rule_id, turnaround_days FROM placement WHERE external_id = '${key}-I'`)).toEqual([
      { status: "in_house", arrival: "2026-02-01", exit: "2026-07-01", created_by: "cli", rule_id: null, turnaround_days: 0 },
    ]);
    expect(await look(database, `SELECT s.status, s.arrival, s.exit, s.planned_exit, s.departure_reason, s.destination FROM stay s JOIN placement p ON p.id = s.placement_id WHERE p.external_id = '${key}-I' ORDER BY s.arrival`)).toEqual([
      { status: "ended", arrival: "2026-02-01", exit: "2026-03-01", planned_exit: "2026-03-01", departure_reason: "end_of_stay", destination: "private_rental" },
      { status: "in_house", arrival: "2026-02-02", exit: "2026-07-01", planned_exit: "2026-07-01", departure_reason: null, destination: null },
    ]);
  });

  test("take in a unit let whole every bed until the last one leaves", async () => {
    await put([stay("I", "A", "1", "W1", "2026-02-01", "2026-02-10"), stay("I", "A", "2", "W2", "2026-02-01", "2026-02-20")]);
    expect(await blocks("I")).toEqual([
      { bed: `${key}-W1`, kind: "stay", from: "2026-02-01", until: "2026-02-10" },
      { bed: `${key}-W1`, kind: "spare", from: "2026-02-10", until: "2026-02-20" },
      { bed: `${key}-W2`, kind: "stay", from: "2026-02-01", until: "2026-02-20" },
      { bed: `${key}-W3`, kind: "spare", from: "2026-02-01", until: "2026-02-20" },
    ]);
  });

  test.each([
    ["ended, when the actual exit is there", {}, "ended"],
    ["in house, when the arrival is past and the exit is not", notOver, "in_house"],
    ["planned, when the arrival is to come", { ...notOver, arrival: "2026-07-01", exit: "2026-08-01" }, "planned"],
    ["as the file says", { ...notOver, status: "no_show", exit_reason: "no_contact" }, "no_show"],
  ])("are %s", async (_case, cells, status) => {
    expect(await put([{ ...stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), status: "", ...cells }])).toMatchObject({ created: 1, rejected: [] });
    expect(await look(database, `SELECT status, closing_reason FROM placement WHERE external_id = '${key}-I'`)).toEqual([{ status, closing_reason: status === "no_show" ? "no_contact" : null }]);
  });
});

describe("a file about known placements", () => {
  test("changes the stays that differ and what they block", async () => {
    const rows = [stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), stay("J", "B", "3", "R2", "2026-02-01", "2026-03-01")];
    await put(rows);
    expect(await put(rows)).toMatchObject({ created: 0, updated: 0 });
    expect(await put([{ ...rows[0], exit: "2026-03-05", actual_exit: "2026-03-05" }, rows[1] ?? {}])).toMatchObject({ created: 0, updated: 1, rejected: [] });
    expect(await blocks("I")).toEqual([{ bed: `${key}-R1`, kind: "stay", from: "2026-02-01", until: "2026-03-05" }]);
    expect(await look(database, `SELECT exit, version FROM placement WHERE external_id = '${key}-I'`)).toEqual([{ exit: "2026-03-05", version: 2 }]);
  });

  test("may let two of them change beds", async () => {
    const rows = [stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), stay("J", "B", "3", "R2", "2026-02-01", "2026-03-01")];
    await put(rows);
    expect(await put([{ ...rows[0], bed_id: `${key}-R2` }, { ...rows[1], bed_id: `${key}-R1` }])).toMatchObject({ updated: 2, rejected: [] });
    expect(await blocks("I")).toMatchObject([{ bed: `${key}-R2` }]);
  });

  test("leaves alone what it does not speak of, and adds to it", async () => {
    await put([stay("I", "A", "1", "W1", "2026-02-01", "2026-02-10")]);
    expect(await put([stay("I", "A", "2", "W2", "2026-02-01", "2026-02-20")])).toMatchObject({ created: 1, rejected: [] });
    expect(await blocks("I")).toHaveLength(4);
    expect(await look(database, `SELECT exit FROM placement WHERE external_id = '${key}-I'`)).toEqual([{ exit: "2026-02-20" }]);
  });
});

describe("a row is refused", () => {
  test.each<[string, Cells, string, string]>([
    ["when nobody knows its bed", { bed_id: "X" }, "bed_id", "unknown_bed"],
    ["when nobody knows its household", { household_id: "X" }, "household_id", "unknown_household"],
    ["when nobody knows its person", { person_id: "X" }, "person_id", "unknown_person"],
    ["when the exit is before the arrival", { actual_exit: "2026-01-31" }, "actual_exit", "exit_before_arrival"],
    ["when what happened lies ahead", { actual_exit: "2026-06-16" }, "actual_exit", "date_in_future"],
    ["when its status contradicts its dates", { status: "planned" }, "status", "status_contradicts_dates"],
    ["when it has ended without an end", { status: "ended", actual_exit: "" }, "actual_exit", "missing_value"],
    ["when the bed is not open yet", { arrival: "2025-12-31" }, "bed_id", "bed_not_open"],
    ["when its reason is none of a departure", { exit_reason: "no_contact" }, "exit_reason", "invalid_code"],
  ])("%s", async (_case, cells, column, code) => {
    const result = await put([{ ...stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), status: "", ...cells }]);
    expect(result).toMatchObject({ created: 0, rejectedRows: 1, rejected: [{ row: 2, column, code }] });
  });

  test("when the person is not of the household, or the placement of another one", async () => {
    expect(codesOf(await put([stay("I", "A", "3", "R1", "2026-02-01", "2026-03-01")]))).toEqual([[2, "not_a_member"]]);
    expect(codesOf(await put([stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), stay("I", "B", "3", "R2", "2026-02-01", "2026-03-01")]))).toEqual([[2, "group_rejected"], [3, "household_differs"]]);
  });

  test("with all rows of its placement; with partial the other placements go in", async () => {
    const rows = [
      stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01"), stay("I", "A", "2", "R2", "2026-02-30", "2026-03-01"),
      stay("J", "B", "3", "R1", "2026-03-01", "2026-03-05"),
    ];
    expect(await put(rows, { partial: true })).toMatchObject({ created: 1, rejectedRows: 2, rejected: [{ row: 2, code: "group_rejected", otherRow: 3 }, { row: 3, column: "arrival", code: "invalid_date" }] });
    expect(await look(database, `SELECT external_id FROM placement WHERE external_id LIKE '${key}-%'`)).toEqual([{ external_id: `${key}-J` }]);
  });

  test("with partial also by what another refused row leaves standing", async () => {
    await put([stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01")]);
    const result = await put([stay("I", "A", "1", "R1", "2026-02-01", "nie"), stay("J", "B", "3", "R1", "2026-02-10", "2026-02-12"), stay("L", "C", "4", "R2", "2026-02-10", "2026-02-12")], { partial: true });
    expect(result).toMatchObject({ created: 1, rejectedRows: 2 });
    expect(codesOf(result)).toContainEqual([3, "bed_taken"]);
  });
});

describe("by somebody of one municipality", () => {
  test("stays of one's own go in, those of another are as if nobody knew them", async () => {
    const manager = dataOf(database, await somebody(database, grant("manager")));
    expect(await manager.import("stays", csv([stay("I", "A", "1", "R1", "2026-02-01", "2026-03-01")]))).toMatchObject({ created: 1, rejected: [] });
    expect(await manager.import("stays", csv([stay("I", "A", "1", "R1", "2026-02-01", "2026-03-02")]))).toMatchObject({ updated: 1, rejected: [] });
    const stranger = dataOf(database, await somebody(database, grant("manager", BOLOGNA)));
    expect(codesOf(await stranger.import("stays", csv([stay("J", "B", "3", "R2", "2026-02-01", "2026-03-01")])))).toContainEqual([2, "unknown_household"]);
    const half = dataOf(database, await somebody(database, grant("manager", BOLOGNA), grant("operator")));
    expect(codesOf(await half.import("stays", csv([stay("J", "B", "3", "R2", "2026-02-01", "2026-03-01")])))).toEqual([[2, "not_allowed"]]);
  });

  test("the same ids in two municipalities are told apart by what else the row names, or by the column", async () => {
    await data.import("facilities", csv([aBedRow({ facility_id: key, municipality: BOLOGNA, unit_id: `${key}-R`, bed_id: `${key}-R1` })]));
    await data.import("households", csv([aPersonRow({ household_id: `${key}-B`, person_id: `${key}-P3`, municipality: BOLOGNA })]));
    const row = stay("I", "B", "3", "R1", "2026-02-01", "2026-03-01");
    expect(codesOf(await put([row]))).toEqual([[2, "ambiguous_reference"]]);
    expect(await put([{ ...row, municipality: BOLOGNA }])).toMatchObject({ created: 1, rejected: [] });
    expect(await put([stay("J", "B", "3", "R2", "2026-02-01", "2026-03-01")])).toMatchObject({ created: 1, rejected: [] });
  });
});

test("a protected facility hides who is in it from all but its organisation and the manager", async () => {
  await asActor(database, systemActor("cli"), (db) => driverOf(db)`UPDATE facility SET address_protected = true WHERE external_id = ${key}`);
  await put([stay("I", "A", "1", "R1", "2026-06-01", "2026-07-01", notOver), stay("I", "A", "2", "R2", "2026-06-01", "2026-07-01", notOver), stay("J", "B", "3", "R1", "2026-02-01", "2026-03-01")]);
  const hidden = `SELECT h.external_id, h.protected_for IS NOT NULL AS hidden FROM household h WHERE external_id LIKE '${key}-%' ORDER BY 1`;
  expect(await look(database, hidden)).toEqual([{ external_id: `${key}-A`, hidden: true }, { external_id: `${key}-B`, hidden: false }, { external_id: `${key}-C`, hidden: false }]);
  expect(await look(database, `SELECT count(*)::int AS hidden FROM person WHERE protected_for IS NOT NULL AND external_id LIKE '${key}-%'`)).toEqual([{ hidden: 2 }]);
});
