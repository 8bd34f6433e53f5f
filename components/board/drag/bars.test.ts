import { describe, expect, test } from "vitest";
import { boardParts, boardWith } from "@/test/board";
import type { Stay, Vacancy } from "../../http/api-types";
import type { BoardPlacement } from "../board-data";
import { type BedRow, rowsOf } from "../board-rows";
import { gripsOf, takenUp } from "./grips";
import { carriedBy, chosenBy, takenUpBy } from "./hand-keys";
import { type HeldBar, heldStore } from "./held";
import { firstTaken, intentOf, landingOf, nearestDays, newDays } from "./landing";
import { latestExitThatWorks, moversWith, nearestBeds, verdictOn, wantedBed } from "./verdict";

const TODAY = "2027-03-10";

const { bed: bedNamed, unit } = boardParts;
const beds = (id: string) => ["1", "2"].map((name) => bedNamed(`${id}${name}`));
const units = [unit("a", beds("a")), unit("b", beds("b"), { letting: "whole_unit" })];
const bar = (bedId: string, from: string, until: string, placementId: string | null) => boardParts.bar(bedId, "stay", from, until, { placementId, id: placementId ?? bedId });
const placement = (id: string, status: BoardPlacement["status"], arrival: string, exit: string, more: Partial<BoardPlacement> = {}) => boardParts.placement(id, { status, arrival, exit, latestExit: null, ...more });

const here = bar("a1", "2027-03-01", "2027-03-20", "here");
const toCome = bar("a2", "2027-03-15", "2027-03-25", "toCome");
const late = bar("b1", "2027-02-01", "2027-03-11", "late");
const gone = bar("a1", "2027-02-01", "2027-02-20", "gone");
const someone = bar("a1", "2027-03-28", "2027-04-05", null);
const data = {
  today: TODAY, from: "2027-03-01", until: "2027-04-12", units, bars: [gone, here, toCome, late, someone],
  placements: [
    placement("here", "in_house", "2027-03-01", "2027-03-20", { latestExit: "2027-03-30" }), placement("toCome", "planned", "2027-03-15", "2027-03-25"),
    placement("late", "in_house", "2027-02-01", "2027-03-02", { isOverdue: true, latestExit: "2027-03-02" }), placement("gone", "ended", "2027-02-01", "2027-02-20"),
  ],
};
const board = boardWith(data);
const rows = rowsOf(board, { only: null, collapsed: new Set() });
const row = (bedId: string): BedRow => {
  const found = rows.find((each): each is BedRow => each.key === bedId && each.kind === "bed");
  if (!found) throw new Error(bedId);
  return found;
};
const held = (bedId: string, day: string, part: HeldBar["part"], more: Partial<HeldBar> = {}): HeldBar => {
  const taken = takenUp(board, row(bedId), day, part);
  if (!taken) throw new Error(`${bedId} ${day}`);
  return { ...taken, ...more };
};

describe("a bar can be moved", () => {
  test.each([
    ["whole and by its end, where somebody is there", here, { whole: true, end: true }],
    ["whole and by its end, where somebody is to come", toCome, { whole: true, end: true }],
    ["by both, where somebody should have left", late, { whole: true, end: true }],
    ["not at all, where it is over", gone, { whole: false, end: false }],
    ["not at all, where it is not told whose it is", someone, { whole: false, end: false }],
    ["only by its end, on the day of the exit", bar("a1", "2027-03-01", TODAY, "leaves"), { whole: false, end: true }],
    ["only whole, where one leaves before the others", bar("a1", "2027-03-01", "2027-03-15", "here"), { whole: true, end: false }],
  ])("%s", (_case, each, grips) => {
    const known = boardWith({ ...data, placements: [...data.placements, placement("leaves", "in_house", "2027-03-01", TODAY)] });
    expect(gripsOf(known, each)).toEqual(grips);
  });
});

describe("let go", () => {
  test.each<[string, HeldBar, unknown]>([
    ["where it was, nothing changes", held("a1", "2027-03-12", "whole"), null],
    ["on another bed of the room, who sleeps there moves alone", held("a1", "2027-03-12", "whole", { over: row("a2") }), { step: "move", to: row("a2"), alone: true }],
    ["in another unit, all move", held("a1", "2027-03-12", "whole", { over: row("b1") }), { step: "move", to: row("b1"), alone: false }],
    ["on another bed of a unit that is theirs whole, nothing changes", held("b1", "2027-03-05", "whole", { over: row("b2") }), null],
    ["on its own line some days further, who is to come comes then", held("a2", "2027-03-16", "whole", { shift: 3 }), { step: "days", arrival: "2027-03-18", exit: "2027-03-28" }],
    ["far to the left, who is to come comes today", held("a2", "2027-03-16", "whole", { shift: -30 }), { step: "days", arrival: TODAY, exit: "2027-03-20" }],
    ["on another bed and some days further, only the bed is another", held("a2", "2027-03-16", "whole", { over: row("a1"), shift: 3 }), { step: "move", to: row("a1"), alone: true }],
    ["on its own line some days further, who is there stays", held("a1", "2027-03-12", "whole", { shift: 3 }), null],
    ["by its end where it was, nothing changes", held("a1", "2027-03-12", "end"), null],
    ["by its end to the left, they leave earlier", held("a1", "2027-03-12", "end", { shift: -3 }), { step: "exit", exit: "2027-03-17" }],
    ["by its end far to the left, they leave today", held("a1", "2027-03-12", "end", { shift: -30 }), { step: "exit", exit: TODAY }],
    ["by its end far to the left, who is to come stays a night", held("a2", "2027-03-16", "end", { shift: -30 }), { step: "exit", exit: "2027-03-16" }],
    ["by its end up to the limit, they leave later", held("a1", "2027-03-12", "end", { shift: 10 }), { step: "exit", exit: "2027-03-30" }],
    ["by its end beyond the limit, more time is asked for", held("a1", "2027-03-12", "end", { shift: 11 }), { step: "extend", exit: "2027-03-31" }],
    ["by its end without a limit, they leave later", held("a2", "2027-03-16", "end", { shift: 15 }), { step: "exit", exit: "2027-04-09" }],
    ["by its end where the exit is over, the exit is counted from where the bar ends", held("b1", "2027-03-05", "end", { shift: 2 }), { step: "extend", exit: "2027-03-13" }],
  ])("%s", (_case, each, intent) => expect(intentOf(each, board)).toEqual(intent));

  test.each<[string, HeldBar, unknown, unknown]>([
    ["who is there moves today", held("a1", "2027-03-12", "whole", { over: row("a2") }), { from: TODAY, until: "2027-03-20" }, { from: TODAY, until: "2027-03-20" }],
    ["who is to come is there from the arrival", held("a2", "2027-03-16", "whole", { over: row("b1") }), { from: "2027-03-15", until: "2027-03-25" }, { from: "2027-03-15", until: "2027-03-25" }],
    ["who is to come is there on the other days", held("a2", "2027-03-16", "whole", { shift: -2 }), { from: "2027-03-13", until: "2027-03-23" }, { from: "2027-03-13", until: "2027-03-23" }],
    ["with a later exit only the days after it are new", held("a1", "2027-03-12", "end", { shift: 4 }), { from: "2027-03-01", until: "2027-03-24" }, { from: "2027-03-20", until: "2027-03-24" }],
  ])("%s", (_case, each, landing, fresh) => {
    expect(landingOf(each, board)).toEqual(landing);
    expect(newDays(each, board)).toEqual(fresh);
  });
});

describe("the first day that is taken", () => {
  const [bed] = [row("a1").bed];
  test.each([
    ["is the one on which somebody else comes", bed, "2027-03-20", "2027-04-01", "here", "2027-03-28"],
    ["is the first, where somebody else is there", bed, "2027-03-12", "2027-03-22", "toCome", "2027-03-12"],
    ["is none, where only the placement itself is there", bed, "2027-03-12", "2027-03-28", "here", null],
    ["is the first, where the bed is not open yet", { ...bed, opensOn: "2027-03-26" }, "2027-03-22", "2027-03-28", "toCome", "2027-03-22"],
    ["is the one on which the bed closes", { ...bed, closesOn: "2027-03-26" }, "2027-03-22", "2027-03-28", "toCome", "2027-03-26"],
    ["is none of no days", bed, "2027-03-12", "2027-03-12", "toCome", null],
  ])("%s", (_case, on, from, until, placementId, day) => expect(firstTaken(board, on, { from, until }, placementId)).toBe(day));
});

describe("keys", () => {
  const press = (key: string, more: object = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

  test("M takes a bar up, E its end; neither where nothing is to be taken up, nor together with Control", () => {
    expect(takenUpBy(press("m"), board, row("a1"), "2027-03-12")).toMatchObject({ part: "whole", bar: here, over: row("a1"), shift: 0 });
    expect(takenUpBy(press("E"), board, row("a1"), "2027-03-12")).toMatchObject({ part: "end", bar: here });
    expect(takenUpBy(press("m"), board, row("a1"), "2027-03-22")).toBeNull();
    expect(takenUpBy(press("m", { ctrlKey: true }), board, row("a1"), "2027-03-12")).toBeNull();
    expect(takenUpBy(press("x"), board, row("a1"), "2027-03-12")).toBeNull();
  });

  test("the arrows carry it from bed to bed, over units, and its end from day to day", () => {
    const whole = held("a1", "2027-03-12", "whole");
    expect(carriedBy(press("ArrowDown"), whole, rows)?.over).toBe(row("a2"));
    expect(carriedBy(press("ArrowDown"), { ...whole, over: row("a2") }, rows)?.over).toBe(row("b1"));
    expect(carriedBy(press("ArrowUp"), { ...whole, over: row("b1") }, rows)?.over).toBe(row("a2"));
    expect(carriedBy(press("ArrowUp"), whole, rows)).toBeNull();
    expect(carriedBy(press("ArrowRight"), whole, rows)).toBeNull();
    expect(carriedBy(press("ArrowLeft"), held("a1", "2027-03-12", "end"), rows)?.shift).toBe(-1);
    expect(carriedBy(press("ArrowDown"), held("a1", "2027-03-12", "end"), rows)).toBeNull();
  });

  test("Shift and an arrow choose free days from the cell on, and back", () => {
    const first = chosenBy(press("ArrowRight", { shiftKey: true }), board, null, row("a2"), "2027-03-12");
    expect(first).toMatchObject({ anchor: "2027-03-12", day: "2027-03-13" });
    expect(chosenBy(press("ArrowRight", { shiftKey: true }), board, first, row("a2"), "2027-03-14")).toMatchObject({ anchor: "2027-03-12", day: "2027-03-14" });
    expect(chosenBy(press("ArrowLeft", { shiftKey: true }), board, first, row("a2"), "2027-03-13")).toMatchObject({ anchor: "2027-03-12", day: "2027-03-12" });
    expect(chosenBy(press("ArrowRight", { shiftKey: true }), board, null, row("a2"), "2027-03-15")).toBeNull();
    expect(chosenBy(press("ArrowRight"), board, null, row("a2"), "2027-03-12")).toBeNull();
  });
});

test("who listens hears of a change once, and of none that is none", () => {
  const store = heldStore();
  const heard: unknown[] = [];
  const stop = store.listen(() => heard.push(store.get()));
  const days = { what: "days", row: row("a2"), anchor: "2027-03-12", day: "2027-03-13" } as const;
  store.set(days);
  store.set({ ...days });
  store.set(held("a1", "2027-03-12", "whole"));
  store.set(held("a1", "2027-03-12", "whole"));
  store.set(null);
  stop();
  store.set(days);
  expect(heard).toEqual([days, held("a1", "2027-03-12", "whole"), null]);
});

describe("the service's answer", () => {
  const bed = (id: string) => ({ id, name: id, kind: "single" as const });
  const vacancy = (unitId: string, facilityId: string, free: string[], more: Partial<Vacancy> = {}): Vacancy => ({
    facilityId, facilityName: facilityId, kind: "cohousing", unitId, unitName: unitId, flat: null, letting: "by_bed", genderPolicy: "mixed", features: [], freeBeds: free.map(bed),
    freeBedCount: free.length, bedCount: 2, beds: [], latestExit: null, sharedWith: [], confirmedAt: null, fits: true, checks: [], ...more,
  });
  const stay = (personId: string, bedId: string): Stay => ({
    id: personId, personId, unitId: "a", unitName: "a", facilityName: "f", bedId, bedName: bedId, status: "in_house", arrival: "2027-03-01", exit: "2027-03-20",
    departureReason: null, destination: null, overstayNights: 0, overstay: null,
  });
  const women = { code: "gender_policy", passed: false, detail: "Solo donne." };

  test.each<[string, Vacancy | null, string[], object]>([
    ["a bed that is free is fine", vacancy("b", "f", ["b1"]), ["b1"], { isFine: true, isTaken: false, failed: [] }],
    ["another bed being free does not make this one", vacancy("b", "f", ["b2"]), ["b1"], { isFine: false, isTaken: true, failed: [] }],
    ["in a unit let whole any bed is as good", vacancy("b", "f", ["b2"], { letting: "whole_unit" }), ["b1"], { isFine: true, isTaken: false, failed: [] }],
    ["a condition stands against it", vacancy("b", "f", ["b1"], { fits: false, checks: [women, { ...women, passed: true }] }), ["b1"], { isFine: false, isTaken: false, failed: [women] }],
    ["a unit that is not among the answers is not free", null, ["b1"], { isFine: false, isTaken: true, failed: [] }],
  ])("%s", (_case, item, beds, verdict) => expect(verdictOn(item, beds)).toEqual(verdict));

  test("the nearest beds are in the unit, then in the facility, then elsewhere; none of their own, none that does not fit", () => {
    const items = [vacancy("far", "other", ["far1"]), vacancy("b", "f", ["b1"]), vacancy("c", "f", ["c1"], { fits: false, checks: [women] }), vacancy("a", "f", ["a1", "a2", "a3"])];
    const found = nearestBeds(items, [stay("p", "a1")], { unitId: "a", facilityId: "f", bedId: "a2" });
    expect(found.map(({ bed: { id } }) => id)).toEqual(["a3", "b1", "far1"]);
  });

  test("an exit works until somebody comes, as board and service know it, if that is later than now", () => {
    const free = (freeUntil: string | null) => [{ code: "free_beds", passed: false, detail: "", facts: { freeUntil } }];
    expect(latestExitThatWorks("2027-03-20", "2027-03-28", [])).toBe("2027-03-28");
    expect(latestExitThatWorks("2027-03-20", "2027-03-28", free("2027-03-25"))).toBe("2027-03-25");
    expect(latestExitThatWorks("2027-03-20", null, free(null))).toBeNull();
    expect(latestExitThatWorks("2027-03-20", "2027-03-20", [])).toBeNull();
  });

  test("alone moves who sleeps there, else everybody, and the bed is for whose bar it was", () => {
    const all = [stay("p", "a1"), stay("q", "a2")];
    expect(moversWith(all, "a2", true).map(({ personId }) => personId)).toEqual(["q"]);
    expect(moversWith(all, "a2", false)).toEqual(all);
    expect(wantedBed(all, "a2", "b1")).toEqual({ personId: "q", bedId: "b1" });
    expect(wantedBed(all, "x9", "b1")).toEqual({ personId: "p", bedId: "b1" });
    expect(wantedBed([], "a2", "b1")).toBeNull();
  });
});

describe("the days nearest to those wanted", () => {
  const [a1] = beds("a");
  const wanted = (from: string, until: string, placementId = "toCome") => a1 && nearestDays(board, [a1], { from, until }, placementId);
  test.each([
    ["after who is there", "2027-03-19", "2027-03-24", { from: "2027-03-20", until: "2027-03-25" }],
    ["before who comes, where that is nearer", "2027-03-25", "2027-03-30", { from: "2027-03-23", until: "2027-03-28" }],
    ["none, where nothing that is shown is long enough", "2027-03-26", "2027-04-05", null],
  ])("%s", (_case, from, until, days) => expect(wanted(from, until)).toEqual(days));
  test("never before today", () => {
    const early = boardWith({ ...data, bars: [bar("a1", TODAY, "2027-04-12", "here")] });
    expect(a1 && nearestDays(early, [a1], { from: "2027-03-12", until: "2027-03-14" }, "toCome")).toBeNull();
  });
});
