import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/day";
import { boardParts, type BoardParts, boardWith } from "@/test/board";
import { awaitsDeparture, factsAt, lookOf } from "./board-data";
import { bedsOf, linesInView, rowsOf } from "./board-rows";
import { questionOf, stepped, windowOf } from "./board-search";

const TODAY = "2027-02-10";
const boardOf = (parts: Omit<BoardParts, "today">) => boardWith({ today: TODAY, ...parts });
const { bed, bar, placement } = boardParts;

describe("what a bar is", () => {
  test.each([
    ["a stay of somebody who is there", { status: "in_house" }, "2027-01-03", "2027-04-02", "present"],
    ["a stay of somebody who leaves today", { status: "in_house", exit: TODAY }, "2027-01-03", TODAY, "present"],
    ["a bed that somebody has left for another today", { status: "in_house" }, "2027-01-03", TODAY, "past"],
    ["a bed that somebody has left for another", { status: "in_house" }, "2027-01-03", "2027-02-01", "past"],
    ["a bed to which somebody who is there goes later", { status: "in_house" }, "2027-02-20", "2027-04-02", "planned"],
    ["a stay to come", { status: "planned" }, "2027-02-20", "2027-04-02", "planned"],
    ["one who should have come", { status: "planned" }, "2027-02-08", "2027-04-02", "planned"],
    ["one who should have left", { status: "in_house", isOverdue: true }, "2027-01-03", addDays(TODAY, 1), "overdue"],
    ["a stay that is over", { status: "ended" }, "2027-01-03", "2027-02-05", "past"],
  ] as const)("%s", (_case, fields, from, until, look) => {
    const board = boardOf({ placements: [placement("p1", fields)] });
    expect(lookOf(bar("b1", "stay", from, until, { placementId: "p1" }), board)).toBe(look);
  });

  test("without its placement only that the bed is taken", () => {
    expect(lookOf(bar("b1", "stay", "2027-01-03", "2027-04-02"), boardOf({}))).toBe("taken");
  });
});

describe("what the service tells", () => {
  test("of days, beds and records by their numbers is found by bed, with what each bar speaks of", () => {
    const told = boardOf({
      beds: [bed("b1"), bed("b2")], placements: [placement("p1"), placement("p2", { latestExit: null })], closures: [{ id: "c1", reason: "damage", from: "2027-02-11", until: "2027-02-13" }],
      bars: [bar("b1", "stay", "2027-01-03", "2027-04-02", { id: "p2", placementId: "p2" }), bar("b2", "closure", "2027-02-11", "2027-02-13", { id: "c1" }), bar("b2", "stay", "2027-02-20", "2027-02-21")],
    });
    const [stay] = told.barsOf("b1");
    const [closure, taken] = told.barsOf("b2");
    expect(stay).toEqual({ bedId: "b1", kind: "stay", id: "p2", from: "2027-01-03", until: "2027-04-02", placementId: "p2" });
    expect(stay && told.placementOf(stay)).toEqual(placement("p2", { latestExit: null }));
    expect(closure && told.closureOf(closure)).toMatchObject({ id: "c1", reason: "damage" });
    expect(taken).toEqual({ bedId: "b2", kind: "stay", id: "b2", from: "2027-02-20", until: "2027-02-21", placementId: null });
    expect(taken && told.placementOf(taken)).toBeNull();
    expect(told.barsOf("b3")).toEqual([]);
  });
});

describe("what is on a bed on a day", () => {
  test("the exit day is free, and so is every day up to the next thing", () => {
    const board = boardOf({ bars: [bar("b1", "stay", "2027-02-01", "2027-02-10"), bar("b1", "stay", "2027-02-20", "2027-03-01")] });
    expect(factsAt(board, bed("b1"), "2027-02-09")).toMatchObject({ what: "bar", look: "taken" });
    expect(factsAt(board, bed("b1"), "2027-02-10")).toEqual({ what: "free", until: "2027-02-20" });
    expect(factsAt(board, bed("b1"), "2027-03-01")).toEqual({ what: "free", until: null });
  });

  test("a bed is free until it closes, and not open before and after", () => {
    const board = boardOf({});
    const open = bed("b1", { opensOn: "2027-02-05", closesOn: "2027-03-01" });
    expect(factsAt(board, open, "2027-02-04")).toEqual({ what: "not_open", opensOn: "2027-02-05" });
    expect(factsAt(board, open, "2027-02-05")).toEqual({ what: "free", until: "2027-03-01" });
    expect(factsAt(board, open, "2027-03-01")).toEqual({ what: "not_open", opensOn: null });
  });

  test("a closure is told before the turnaround under it", () => {
    const bars = [bar("b1", "turnaround", "2027-02-10", "2027-02-14"), bar("b1", "closure", "2027-02-11", "2027-02-13", { id: "c1" })];
    const board = boardOf({ bars, closures: [{ id: "c1", reason: "damage", from: "2027-02-11", until: "2027-02-13" }] });
    expect(factsAt(board, bed("b1"), "2027-02-10")).toMatchObject({ look: "turnaround" });
    expect(factsAt(board, bed("b1"), "2027-02-11")).toMatchObject({ look: "closure", closure: { reason: "damage" } });
    expect(factsAt(board, bed("b1"), "2027-02-13")).toMatchObject({ look: "turnaround" });
  });

  test("whose exit is today is still there, unless they went to another bed", () => {
    const bars = [bar("b1", "stay", "2027-01-03", TODAY, { placementId: "p1" })];
    expect(awaitsDeparture(boardOf({ bars, placements: [placement("p1", { exit: TODAY })] }), bed("b1"))).toBe(true);
    expect(awaitsDeparture(boardOf({ bars, placements: [placement("p1", { exit: "2027-04-02" })] }), bed("b1"))).toBe(false);
    expect(awaitsDeparture(boardOf({ bars, placements: [placement("p1", { exit: TODAY, status: "ended" })] }), bed("b1"))).toBe(false);
  });

  test("states are told for today, or where it is not shown for the first day that is", () => {
    expect(boardOf({}).stateDay).toBe(TODAY);
    expect(boardOf({ from: "2027-03-01", until: "2027-04-01" }).stateDay).toBe("2027-03-01");
  });
});

describe("the lines", () => {
  const beds = [bed("b1"), bed("b2"), bed("b3", { opensOn: "2027-05-01" })];
  const board = boardOf({ beds, bars: [bar("b1", "stay", "2027-01-03", addDays(TODAY, 1), { placementId: "p1" })], placements: [placement("p1", { isOverdue: true, exit: "2027-02-08" })] });
  const keys = (shown: Partial<Parameters<typeof rowsOf>[1]>) => rowsOf(board, { only: null, collapsed: new Set(), ...shown }).map(({ key }) => key);

  test("a facility, its units, their beds; what is closed hides what is under it", () => {
    expect(keys({})).toEqual(["f1", "u1", "b1", "b2", "b3"]);
    expect(keys({ collapsed: new Set(["u1"]) })).toEqual(["f1", "u1"]);
    expect(keys({ collapsed: new Set(["f1"]) })).toEqual(["f1"]);
  });

  test("only what is free, only who is overdue; nothing is left of what has none", () => {
    expect(keys({ only: "free" })).toEqual(["f1", "u1", "b2"]);
    expect(keys({ only: "overdue" })).toEqual(["f1", "u1", "b1"]);
    expect(rowsOf(boardOf({ beds }), { only: "overdue", collapsed: new Set() })).toEqual([]);
    expect(bedsOf(board, "free").map(({ key }) => key)).toEqual(["b2"]);
  });

  test("a group counts its free and its open beds, also those that a filter hides", () => {
    const [facility, unit] = rowsOf(board, { only: "overdue", collapsed: new Set() });
    expect(facility).toMatchObject({ free: 1, beds: 2 });
    expect(unit).toMatchObject({ free: 1, beds: 2 });
  });

  test.each([
    ["at the top", 0, { first: 0, last: 36 }],
    ["below the page's heading", -200, { first: 0, last: 32 }],
    ["a line further down", 16_032, { first: 492, last: 540 }],
    ["in the middle", 16_000, { first: 492, last: 536 }],
    ["at the end", 31_500, { first: 976, last: 1000 }],
    ["beyond the end", 40_000, { first: 1000, last: 1000 }],
  ])("of a thousand only those in sight are drawn, %s", (_case, top, drawn) => {
    expect(linesInView({ top, height: 896, rowHeight: 32, count: 1000 })).toEqual(drawn);
  });
});

describe("the days asked for", () => {
  const search = { zoom: "6w", from: null, facilityId: null, kind: null, features: [] as never[], only: null, view: "board" } as const;

  test("stand around today until others are chosen", () => {
    expect(windowOf(search, TODAY)).toEqual({ from: "2027-01-31", until: "2027-03-14" });
    expect(windowOf({ zoom: "2w", from: "2027-05-01" }, TODAY)).toEqual({ from: "2027-05-01", until: "2027-05-15" });
    expect(windowOf({ zoom: "6m", from: "2027-02-30" }, TODAY).from).toBe("2027-01-13");
  });

  test("half of them stay in sight with each step", () => {
    expect(stepped(search, TODAY, 1)).toBe("2027-02-21");
    expect(stepped({ ...search, from: "2027-05-01" }, TODAY, -1)).toBe("2027-04-10");
  });

  test("a day at the end of all calendars is none", () => {
    expect(questionOf({ ...search, from: "2199-12-31" }, "G478", TODAY)).toMatchObject({ from: "2027-01-31" });
  });
});
