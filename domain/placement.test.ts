import { describe, expect, test } from "vitest";
import type { FreeBed } from "./availability";
import type { BedKind } from "./housing";
import type { PartyMember } from "./people";
import { assignBeds, nightsOf, type PlacementStatus, replacedStays, statusOf } from "./placement";

const person = (personId: string, birthDate = "1990-01-01"): PartyMember => ({ personId, role: "other", birthDate, gender: "female", citizenship: null, residencePermit: null });
const bed = (id: string, kind: BedKind = "single", fields: Partial<FreeBed> = {}): FreeBed => ({ id, name: id, kind, opensOn: null, closesOn: null, restsOnExit: false, awaitsDeparture: false, ...fields });
const baby = person("baby", "2026-06-01");
const toddler = person("toddler", "2025-01-01");
const three = person("three", "2024-03-10");

test.each<[string, PartyMember[], FreeBed[], string[] | null]>([
  ["in order", [person("a"), person("b")], [bed("1"), bed("2"), bed("3")], ["1", "2"]],
  ["the baby in the cot", [person("a"), baby], [bed("cot", "cot"), bed("1")], ["1", "cot"]],
  ["the youngest in the only cot", [toddler, baby], [bed("cot", "cot"), bed("1")], ["1", "cot"]],
  ["both small ones in cots", [toddler, baby, person("a")], [bed("cot", "cot"), bed("1"), bed("cot2", "cot")], ["cot2", "cot", "1"]],
  ["at three in a bed", [three, person("a")], [bed("cot", "cot"), bed("1"), bed("2")], ["1", "2"]],
  ["nobody in the cot while there is a bed", [person("a")], [bed("cot", "cot"), bed("1")], ["1"]],
  ["a certain bed before one somebody has to leave", [person("a")], [bed("1", "single", { restsOnExit: true }), bed("2", "single", { awaitsDeparture: true }), bed("3")], ["3"]],
  ["too few", [person("a"), person("b")], [bed("1")], null],
])("beds: %s", (_case, members, free, expected) => {
  const assigned = assignBeds(members, free, "2027-03-10");
  expect(assigned?.map(({ bedId }) => bedId) ?? null).toEqual(expected);
  if (assigned) expect(assigned.map(({ personId }) => personId)).toEqual(members.map(({ personId }) => personId));
});

test.each<[PlacementStatus[], PlacementStatus]>([
  [["planned", "in_house"], "in_house"],
  [["ended", "in_house", "needs_bed"], "in_house"],
  [["ended", "needs_bed"], "needs_bed"],
  [["ended", "planned"], "planned"],
  [["ended", "cancelled"], "ended"],
  [["no_show", "cancelled"], "no_show"],
  [["cancelled"], "cancelled"],
])("stays that are %j make a placement that is %s", (statuses, expected) => {
  expect(statusOf(statuses.map((status) => ({ status })))).toBe(expected);
});

test("cancelled stays count for the dates only when there are no others", () => {
  const [kept, cancelled] = [{ status: "ended" as const, arrival: "2027-03-05", exit: "2027-03-08" }, { status: "cancelled" as const, arrival: "2027-03-01", exit: "2027-03-20" }];
  expect(nightsOf([kept, cancelled])).toEqual({ from: "2027-03-05", until: "2027-03-08" });
  expect(nightsOf([cancelled])).toEqual({ from: "2027-03-01", until: "2027-03-20" });
});

describe("a bed somebody lost need not be looked for any more", () => {
  const lost = { personId: "ada", status: "needs_bed", arrival: "2027-03-10", exit: "2027-03-20" } as const;
  test.each<[string, Partial<Parameters<typeof replacedStays>[0][number]>, string[], string, string, boolean]>([
    ["once its person has nights elsewhere", {}, ["ada"], "2027-03-12", "2027-03-30", true],
    ["not when the nights only touch", {}, ["ada"], "2027-03-20", "2027-03-30", false],
    ["not when another member was placed", {}, ["bea"], "2027-03-10", "2027-03-20", false],
    ["not when it has its bed", { status: "planned" }, ["ada"], "2027-03-10", "2027-03-20", false],
  ])("%s", (_case, fields, personIds, from, until, isReplaced) => {
    expect(replacedStays([{ ...lost, ...fields }], { personIds, nights: { from, until } })).toHaveLength(isReplaced ? 1 : 0);
  });
});
