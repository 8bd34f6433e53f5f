import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, blocksAsOf, blocksOf, gaps, type Holding, inTheWayOf, occupancyOfEach } from "./blocks";
import { addDays, nightsBetween, overlaps } from "./day";

const none = new Set<string>();
const day = (offset: number) => addDays("2027-03-01", offset);
const period = (from: number, until: number) => ({ from: day(from), until: day(until) });
const told = (blocks: readonly Block[]) => blocks.map(({ bedId, kind, from, until }) => [bedId, kind, nightsBetween(day(0), from), nightsBetween(day(0), until)]).sort();
const stay = (bedId: string, arrival: number, exit: number) => ({ stayId: `stay in ${bedId}`, bedId, arrival: day(arrival), exit: day(exit) });
const holding = (fields: Partial<Holding>): Holding => ({ placementId: "p", wholeUnit: false, bedIds: ["a", "b"], stays: [], turnaround: { days: 2, working: false }, ...fields });

describe("gaps", () => {
  test.each([
    ["nothing covered", [], [[0, 10]]],
    ["all covered", [[0, 10]], []],
    ["the middle", [[3, 5]], [[0, 3], [5, 10]]],
    ["both ends", [[0, 2], [8, 10]], [[2, 8]]],
    ["in any order, touching", [[5, 7], [3, 5]], [[0, 3], [7, 10]]],
    ["beyond the ends", [[-3, 2], [9, 14]], [[2, 9]]],
    ["entirely outside", [[12, 14]], [[0, 10]]],
  ])("with %s", (_case, parts, expected) => {
    expect(gaps(period(0, 10), parts.map(([from, until]) => period(from ?? 0, until ?? 0)))).toEqual(expected.map(([from, until]) => period(from ?? 0, until ?? 0)));
  });

  test("and parts together are the whole, and never overlap", () => {
    const part = fc.tuple(fc.integer({ min: -5, max: 14 }), fc.integer({ min: 1, max: 5 })).map(([from, length]) => period(from, from + length));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const found = gaps(period(0, 10), parts);
        for (let night = 0; night < 10; night += 1) {
          const one = period(night, night + 1);
          expect(found.filter((gap) => overlaps(gap, one)).length).toBe(parts.some((each) => overlaps(each, one)) ? 0 : 1);
        }
      }),
    );
  });
});

test.each<[string, Partial<Holding>, unknown[]]>([
  ["a stay and its turnaround", { stays: [stay("a", 0, 5)] }, [["a", "stay", 0, 5], ["a", "turnaround", 5, 7]]],
  ["two exits, each with its own", { stays: [stay("a", 0, 5), stay("b", 0, 8)] }, [["a", "stay", 0, 5], ["a", "turnaround", 5, 7], ["b", "stay", 0, 8], ["b", "turnaround", 8, 10]]],
  ["no night: nothing", { stays: [stay("a", 3, 3)] }, []],
  ["whole: every bed until the last member leaves", { wholeUnit: true, stays: [stay("a", 0, 5)] }, [["a", "stay", 0, 5], ["a", "turnaround", 5, 7], ["b", "spare", 0, 5], ["b", "turnaround", 5, 7]]],
  ["whole: who left early leaves a spare bed", { wholeUnit: true, stays: [stay("a", 0, 3), stay("b", 0, 5)] }, [["a", "spare", 3, 5], ["a", "stay", 0, 3], ["a", "turnaround", 5, 7], ["b", "stay", 0, 5], ["b", "turnaround", 5, 7]]],
  ["whole: who came late had a spare bed before", { wholeUnit: true, stays: [stay("a", 2, 5), stay("b", 0, 5)] }, [["a", "spare", 0, 2], ["a", "stay", 2, 5], ["a", "turnaround", 5, 7], ["b", "stay", 0, 5], ["b", "turnaround", 5, 7]]],
  ["whole: no night: nothing, spare beds neither", { wholeUnit: true, stays: [stay("a", 3, 3)] }, []],
  ["whole: nobody left: nothing", { wholeUnit: true }, []],
])("blocks of %s", (_case, fields, expected) => {
  expect(told(blocksOf(holding(fields), none))).toEqual(expected);
});

test.each([
  ["a planned exit tomorrow", 11, []],
  ["an exit today", 10, []],
  ["an exit yesterday", 9, [["a", "stay", 0, 11], ["a", "turnaround", 11, 13]]],
  ["an exit long ago", 2, [["a", "stay", 0, 11], ["a", "turnaround", 11, 13]]],
])("on day 10 somebody in house with %s", (_case, exit, expected) => {
  const inHouse = [{ bedId: "a", stayId: "s", placementId: "p", arrival: day(0), exit: day(exit), turnaround: { days: 2, working: false } }];
  expect(told(blocksAsOf({ blocks: [], inHouse, today: day(10), holidays: none }))).toEqual(expected);
});

test("each unit alone has what lies on its own beds, and who is in them", () => {
  const block = (bedId: string): Block => ({ bedId, kind: "stay", recordId: bedId, placementId: "p", ...period(0, 1) });
  const inHouse = (bedId: string) => ({ bedId, stayId: bedId, placementId: "p", arrival: day(0), exit: day(1), turnaround: { days: 0, working: false } });
  const all = { blocks: ["c", "a", "elsewhere", "b"].map(block), inHouse: ["b", "elsewhere", "c"].map(inHouse), today: day(0), holidays: none };
  const units = [{ beds: [{ id: "a" }, { id: "b" }] }, { beds: [] }, { beds: [{ id: "c" }] }];
  expect(occupancyOfEach(units, all)).toEqual([
    { unit: units[0], occupancy: { ...all, blocks: [block("a"), block("b")], inHouse: [inHouse("b")] } },
    { unit: units[1], occupancy: { ...all, blocks: [], inHouse: [] } },
    { unit: units[2], occupancy: { ...all, blocks: [block("c")], inHouse: [inHouse("c")] } },
  ]);
});

test.each<[string, Block["kind"], [number, number], [number, number], boolean]>([
  ["a stay in the nights", "stay", [5, 8], [7, 9], true],
  ["a stay that ends on the arrival", "stay", [5, 7], [7, 9], false],
  ["a stay that begins after the turnaround", "stay", [11, 15], [7, 9], false],
  ["a stay that begins within the turnaround", "stay", [10, 15], [7, 9], true],
  ["turnaround in the nights", "turnaround", [5, 8], [7, 9], true],
  ["a closure in the nights", "closure", [5, 8], [7, 9], true],
  ["a closure within the turnaround", "closure", [9, 12], [7, 9], false],
  ["anything, for no night", "stay", [5, 12], [7, 7], false],
])("%s", (_case, kind, block, nights, expected) => {
  const standing: Block = { bedId: "a", kind, recordId: "r", placementId: "other", ...period(...block) };
  const sought = { nights: period(...nights), turnaround: { days: 2, working: false } };
  expect(inTheWayOf(sought, none)(standing)).toBe(expected);
  expect(inTheWayOf({ ...sought, ignoring: ["other"] }, none)(standing)).toBe(false);
});
