import { expect, test } from "vitest";
import type { Block, InHouse, Occupancy } from "./blocks";
import { addDays } from "./day";
import type { Unit } from "./housing";
import type { StayRule } from "./stay-rules";
import { together, unitTonight } from "./tonight";

const TODAY = "2027-03-10";
const day = (offset: number) => addDays(TODAY, offset);
const bed = (id: string, opensOn: string | null = null) => ({ id, name: id, kind: "single" as const, opensOn, closesOn: null });
const room = (fields: Partial<Unit> = {}): Unit => ({
  id: "u", name: "U1", flatName: null, facilityId: "f", facilityName: "Rifugio Elce", municipality: "G478", organisationId: null, programmeId: null, kind: "cohousing", letting: "by_bed",
  genderPolicy: "mixed", features: [], conditions: [], turnaround: null, addressProtected: false, confirmedAt: null, beds: [bed("a"), bed("b")], ...fields,
});
const block = (kind: Block["kind"], from: number, until: number, bedId = "a"): Block => ({ bedId, kind, recordId: "r", placementId: kind === "closure" ? null : "p", from: day(from), until: day(until) });
const inHouse = (exit: number): InHouse => ({ bedId: "a", stayId: "s", placementId: "p", arrival: day(-20), exit: day(exit), turnaround: { days: 0, working: false } });
const occupancy = (blocks: Block[], present: InHouse[] = []): Occupancy => ({ blocks, inHouse: present, today: TODAY, holidays: new Set() });

test.each<[string, Block[], InHouse[], string, object]>([
  ["nothing", [], [], "free", { free: 2 }],
  ["a stay over tonight", [block("stay", -3, 1)], [inHouse(1)], "taken", { free: 1, occupied: 1 }],
  ["somebody who leaves today and has not been seen to go", [block("stay", -3, 0)], [inHouse(0)], "awaits_departure", { free: 2 }],
  ["somebody who should have left yesterday", [block("stay", -3, -1)], [inHouse(-1)], "overdue", { free: 1, occupied: 1, overdue: 1 }],
  ["a closure", [block("closure", -3, 1)], [], "closed", { free: 1, offline: 1, available: 1 }],
  ["a closure that begins tomorrow", [block("closure", 1, 5)], [], "free", { free: 2 }],
  ["turnaround", [block("turnaround", -1, 1)], [], "taken", { free: 1, held: 1 }],
  ["turnaround under a closure", [block("turnaround", -1, 1), block("closure", -3, 1)], [], "taken", { free: 1, offline: 1, available: 1 }],
  ["a stay from tomorrow", [block("stay", 1, 5)], [], "free", { free: 2 }],
])("a bed tonight with %s", (_case, blocks, present, state, sum) => {
  const tonight = unitTonight(room(), occupancy(blocks, present), []);
  expect(tonight.beds.get("a")?.tonight).toBe(state);
  expect(tonight.sum).toEqual({ open: 2, available: 2, free: 0, occupied: 0, offline: 0, held: 0, overdue: 0, ...sum });
});

test("a bed whose next stay is nearer than the turnaround sought is not free, as search has it", () => {
  const arrivesTomorrow = [block("stay", 1, 5)];
  const turnaround = { days: 2, working: false };
  const rule = { kind: null, facilityId: null, programmeId: null, validFrom: "2020-01-01", validUntil: null, turnaround } as StayRule;
  for (const tonight of [unitTonight(room({ turnaround }), occupancy(arrivesTomorrow), []), unitTonight(room(), occupancy(arrivesTomorrow), [rule])]) expect(tonight.sum).toMatchObject({ free: 1, held: 1 });
});

test("a bed that is not open yet counts nowhere", () => {
  const tonight = unitTonight(room({ beds: [bed("a", day(1)), bed("b", TODAY)] }), occupancy([]), []);
  expect([tonight.beds.get("a")?.tonight, tonight.sum.open]).toEqual(["not_open", 1]);
});

test("a unit let whole to somebody has no free bed, and its spare beds are held", () => {
  const tonight = unitTonight(room({ letting: "whole_unit" }), occupancy([block("stay", -1, 4), block("spare", -1, 4, "b")]), []);
  expect(tonight.sum).toMatchObject({ free: 0, occupied: 1, held: 1 });
});

test("the beds of several units add up, and every open bed is counted once", () => {
  const { sum } = unitTonight(room(), occupancy([block("stay", -1, 1)]), []);
  const all = together([sum, sum, sum]);
  expect(all).toEqual({ open: 6, available: 6, free: 3, occupied: 3, offline: 0, held: 0, overdue: 0 });
  expect(together([])).toMatchObject({ open: 0, available: 0 });
});
