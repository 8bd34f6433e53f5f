import { describe, expect, test } from "vitest";
import { freeUntil } from "./availability";
import type { Block } from "./blocks";
import { addDays } from "./day";
import type { Unit } from "./housing";

const day = (offset: number) => addDays("2027-03-01", offset);
const bed = (id: string) => ({ id, name: id, kind: "single" as const, opensOn: null, closesOn: null });
const unit = { letting: "by_bed", beds: [bed("a"), bed("b")] } as Unit;
const taken = (bedId: string, from: number, until: number, kind: Block["kind"] = "stay"): Block => ({ bedId, kind, recordId: bedId, placementId: bedId, from: day(from), until: day(until) });
const asked = (blocks: Block[], days = 0, needed = 1) =>
  freeUntil(unit, { blocks, inHouse: [], today: day(0), holidays: new Set() }, { nights: { from: day(0), until: day(30) }, turnaround: { days, working: false } }, needed);

describe("the last exit that beds are free for", () => {
  test.each<[string, string | null, Block[], number, number]>([
    ["is the one asked where nothing is in the way", day(30), [], 0, 1],
    ["is the arrival of the next", day(12), [taken("a", 12, 20), taken("b", 5, 40)], 0, 1],
    ["leaves its own turnaround before the next", day(10), [taken("a", 12, 20), taken("b", 5, 40)], 2, 1],
    ["may touch a closure with its turnaround", day(12), [taken("a", 12, 20, "closure"), taken("b", 0, 40)], 2, 1],
    ["is the earlier one where both beds are needed", day(5), [taken("a", 12, 20), taken("b", 5, 40)], 0, 2],
    ["is none where the first night is taken", null, [taken("a", 0, 20), taken("b", 0, 1)], 0, 1],
  ])("%s", (_case, expected, blocks, days, needed) => {
    expect(asked(blocks, days, needed)).toBe(expected);
  });
});
