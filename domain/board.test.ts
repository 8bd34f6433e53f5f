import { describe, expect, test } from "vitest";
import type { Block, InHouse } from "./blocks";
import { barsOf, peopleOnArrival, type RowsOfUnit } from "./board";
import { addDays, nightsBetween } from "./day";

const TODAY = "2027-03-15";
const day = (offset: number) => addDays(TODAY, offset);
const bed = (id: string, opensOn: string | null = null, closesOn: string | null = null) => ({ id, opensOn, closesOn });
const room: RowsOfUnit = { letting: "by_bed", beds: [bed("b"), bed("a")] };
const flat: RowsOfUnit = { letting: "whole_unit", beds: [bed("a"), bed("b")] };
const block = (bedId: string, kind: Block["kind"], from: number, until: number, of = "p"): Block => ({
  bedId, kind, recordId: kind === "stay" ? `stay of ${of} in ${bedId}` : of, placementId: kind === "closure" || kind === "offer" ? null : of, from: day(from), until: day(until),
});
const inHouse = (bedId: string, arrival: number, exit: number, of = "p"): InHouse => ({
  bedId, stayId: `stay of ${of} in ${bedId}`, placementId: of, arrival: day(arrival), exit: day(exit), turnaround: { days: 2, working: false },
});

function bars(unit: RowsOfUnit, blocks: Block[], present: InHouse[] = [], [from, until] = [-30, 60]): string[] {
  const found = barsOf([unit], { blocks, inHouse: present, today: TODAY, holidays: new Set() }, { from: day(from), until: day(until) });
  return found.map((bar) => `${bar.bedId} ${bar.kind} ${nightsBetween(TODAY, bar.from)} ${nightsBetween(TODAY, bar.until)}`);
}

describe("bars", () => {
  test("lie in the order of the beds, and of days on each", () => {
    expect(bars(room, [block("a", "stay", 5, 9, "q"), block("a", "closure", 1, 3, "c"), block("b", "offer", 2, 4, "o")])).toEqual(["b offer 2 4", "a closure 1 3", "a stay 5 9"]);
  });

  test.each<[string, number, number, boolean]>([
    ["ends the day the window begins", -6, -2, false],
    ["has its last night in it", -6, -1, true],
    ["begins on its last day", 4, 20, true],
    ["begins the day it ends", 5, 20, false],
  ])("that touch the window come with their true days: one that %s", (_case, from, until, comes) => {
    expect(bars(room, [block("a", "stay", from, until)], [], [-2, 5])).toEqual(comes ? [`a stay ${from} ${until}`] : []);
  });

  test("of who is overdue are one stay up to tomorrow and one turnaround after it", () => {
    const planned = [block("a", "stay", -10, -1), block("a", "turnaround", -1, 1)];
    expect(bars(room, planned, [inHouse("a", -10, -1)])).toEqual(["a stay -10 1", "a turnaround 1 3"]);
    expect(bars(room, planned.slice(0, 1), [inHouse("a", -10, -1)])).toEqual(["a stay -10 1", "a turnaround 1 3"]);
  });

  test("of whoever is not overdue stay as they are stored, the turnaround of an earlier time too", () => {
    const stored = [block("a", "stay", -20, -12), block("a", "turnaround", -12, -10), block("a", "stay", -5, 0, "q")];
    expect(bars(room, stored, [inHouse("a", -5, 0, "q")])).toEqual(["a stay -20 -12", "a turnaround -12 -10", "a stay -5 0"]);
  });

  test("of plans that somebody overdue stands in the way of are shown beside", () => {
    expect(bars(room, [block("a", "stay", -10, -1), block("a", "stay", -1, 9, "q")], [inHouse("a", -10, -1)])).toEqual(["a stay -10 1", "a stay -1 9", "a turnaround 1 3"]);
  });
});

describe("a unit let whole", () => {
  const late = [block("a", "stay", -10, -2), block("b", "spare", -10, -2), block("a", "turnaround", -2, 0), block("b", "turnaround", -2, 0)];

  test("keeps its spare beds while somebody is overdue, whichever days are looked at", () => {
    const held = ["a stay -10 1", "a turnaround 1 3", "b spare -10 1", "b turnaround 1 3"];
    expect(bars(flat, late, [inHouse("a", -10, -2)])).toEqual(held);
    // What ended before the window is not read.
    expect(bars(flat, [], [inHouse("a", -10, -2)], [0, 30])).toEqual(held);
  });

  test("keeps the bed of one who left for as long as another stays", () => {
    const stored = [block("a", "stay", -10, 8), block("b", "stay", -10, -3), block("b", "spare", -3, 8)];
    expect(bars(flat, stored, [inHouse("a", -10, 8)])).toEqual(["a stay -10 8", "b stay -10 -3", "b spare -3 8"]);
  });

  test("is taken with a bed that was closed when the household came, but for the closure and the days it is not open", () => {
    const closed = [block("a", "stay", 1, 9), block("b", "closure", -2, 3, "c")];
    expect(bars(flat, closed)).toEqual(["a stay 1 9", "b closure -2 3", "b spare 3 9"]);
    expect(bars({ ...flat, beds: [bed("a"), bed("b", day(4), day(7))] }, [block("a", "stay", 1, 9), block("a", "turnaround", 9, 11)])).toEqual(["a stay 1 9", "a turnaround 9 11", "b spare 4 7"]);
  });
});

test("people count once, by their age on the arrival", () => {
  const stays = [{ personId: "x", birthDate: "1990-01-01" }, { personId: "y", birthDate: "2009-03-16" }, { personId: "y", birthDate: "2009-03-16" }];
  expect(peopleOnArrival(stays, TODAY)).toEqual({ adults: 1, minors: 1 });
  expect(peopleOnArrival(stays, day(1))).toEqual({ adults: 2, minors: 0 });
});
