import { describe, expect, test } from "vitest";
import type { Actor, Role } from "./actor";
import { addDays } from "./day";
import { daysUnconfirmed, isOwnFacility, isStale, numbersOf, peopleOf, stepsFor, type WorkKind, workOf, type WorkStay } from "./day-work";
import type { PlacementStatus } from "./placement";

const TODAY = "2027-03-10";
const day = (offset: number) => addDays(TODAY, offset);
const stay = (status: PlacementStatus, arrival: number, exit: number, fields: Partial<WorkStay> = {}): WorkStay => ({ personId: "ada", status, arrival: day(arrival), exit: day(exit), bedName: "1", birthDate: "1990-05-05", ...fields });

describe("a placement asks today for", () => {
  test.each<[string, WorkStay[], string | null, number | null, number | null]>([
    ["nothing, when the arrival is tomorrow", [stay("planned", 1, 40)], null, null, null],
    ["an arrival, on its day", [stay("planned", 0, 40)], "arrival", 0, null],
    ["an arrival that is late", [stay("planned", -2, 40)], "arrival", -2, null],
    ["the arrival of those who are still to come", [stay("in_house", -2, 60), stay("planned", -2, 60)], "arrival", -2, null],
    ["nothing, when the exit is far", [stay("in_house", -2, 31)], null, null, null],
    ["preparing an exit in 30 days", [stay("in_house", -2, 30)], "ending", 30, 30],
    ["preparing an exit in 16 days", [stay("in_house", -2, 16)], "ending", 16, 30],
    ["preparing an exit in 15 days", [stay("in_house", -2, 15)], "ending", 15, 15],
    ["preparing an exit in 7 days", [stay("in_house", -2, 7)], "ending", 7, 7],
    ["preparing an exit tomorrow", [stay("in_house", -2, 1)], "ending", 1, 7],
    ["a departure, on its day", [stay("in_house", -2, 0)], "departure", 0, null],
    ["an exit that is over", [stay("in_house", -9, -1)], "overdue", -1, null],
    ["what is over before what is to come", [stay("in_house", -9, -3), stay("planned", 0, 40)], "overdue", -3, null],
    ["a bed", [stay("needs_bed", 2, 40, { bedName: null })], "needs_bed", 2, null],
    ["nothing, when all is over", [stay("ended", -9, 0), stay("no_show", 0, 4), stay("cancelled", 0, 4)], null, null, null],
  ])("%s", (_case, stays, kind, on, within) => {
    const work = workOf({ stays, noticeDays: null }, TODAY);
    expect(work && [work.kind, work.day, work.within]).toEqual(kind && [kind, day(on ?? 0), within]);
  });

  test("it with the beds of those concerned", () => {
    expect(workOf({ stays: [stay("in_house", -2, 0, { bedName: "3" }), stay("in_house", -2, 0, { bedName: "4" }), stay("ended", -2, -1, { bedName: "5" })], noticeDays: null }, TODAY)?.beds).toEqual(["3", "4"]);
  });
});

test("people are counted by age today, without those who left", () => {
  const stays = [stay("in_house", -2, 9), stay("planned", 0, 9, { birthDate: "2009-03-11" }), stay("planned", 0, 9, { birthDate: "2009-03-10" }), stay("ended", -2, -1), stay("in_house", 0, 9, { birthDate: null })];
  expect(peopleOf({ stays }, TODAY)).toEqual({ adults: 3, minors: 1 });
});

describe("the numbers of a day with", () => {
  const none = { arrivals: { expected: 0, registered: 0 }, departures: { expected: 0, registered: 0 }, overdue: { households: 0, nights: 0 }, endingSoon: 0 };
  test.each<[string, WorkStay[][], object]>([
    ["nobody", [], {}],
    ["a household to come, a late one and one that came", [[stay("planned", 0, 90)], [stay("planned", -1, 90)], [stay("in_house", 0, 90)]], { arrivals: { expected: 3, registered: 1 } }],
    ["a household of which one is still to come", [[stay("in_house", 0, 90), stay("planned", 0, 90)]], { arrivals: { expected: 1, registered: 0 } }],
    ["one that came yesterday, and one that comes tomorrow", [[stay("in_house", -1, 90)], [stay("planned", 1, 90)]], {}],
    ["one that came and left today", [[stay("ended", 0, 0)]], { arrivals: { expected: 1, registered: 1 }, departures: { expected: 1, registered: 1 } }],
    ["one to leave and one that left", [[stay("in_house", -9, 0)], [stay("ended", -9, 0)]], { departures: { expected: 2, registered: 1 } }],
    ["two overdue", [[stay("in_house", -9, -1)], [stay("in_house", -9, -4), stay("in_house", -9, -4)]], { overdue: { households: 2, nights: 4 } }],
    ["exits tomorrow, in 30 and in 31 days", [[stay("in_house", -9, 1)], [stay("in_house", -9, 30)], [stay("in_house", -9, 31)]], { endingSoon: 2 }],
    ["a no-show and a cancelled one", [[stay("no_show", 0, 9)], [stay("cancelled", 0, 9)]], {}],
  ])("%s", (_case, placements, expected) => {
    expect(numbersOf(placements.map((stays) => ({ stays })), TODAY)).toEqual({ ...none, ...expected });
  });
});

test.each<[string, string | null, number | null, boolean]>([
  ["never confirmed", null, null, true],
  ["confirmed today", TODAY, 0, false],
  ["confirmed yesterday", day(-1), 1, false],
  ["confirmed two days ago", day(-2), 2, true],
  ["confirmed later than the clock says", day(3), 0, false],
])("a facility %s", (_case, confirmedOn, days, stale) => {
  expect([daysUnconfirmed(confirmedOn, TODAY), isStale(daysUnconfirmed(confirmedOn, TODAY))]).toEqual([days, stale]);
});

const actor = (role: Role, organisationId: string | null = null): Actor => ({ kind: "user", id: "u", name: "Maria Rossi", grants: [{ role, municipality: "G478", organisationId }], network: ["G478", "L219"] });

test.each<[string, Actor, WorkKind, string | null, string[]]>([
  ["an operator, where they work", actor("operator", "ours"), "arrival", "ours", ["arrival", "no_show"]],
  ["an operator, in the municipality's own", actor("operator", "ours"), "overdue", null, ["departure", "letter"]],
  ["an operator, at another organisation's", actor("operator", "ours"), "arrival", "theirs", []],
  ["a manager, anywhere", actor("manager"), "unconfirmed", "theirs", ["confirmation"]],
  ["a social worker", actor("social_worker"), "arrival", null, []],
  ["a social worker, of a household without a bed", actor("social_worker"), "needs_bed", null, ["find_place"]],
  ["a coordinator", actor("coordinator"), "overdue", null, []],
])("what may be done by %s", (_case, who, kind, organisationId, steps) => {
  expect(stepsFor(who, kind, { municipality: "G478", organisationId })).toEqual(steps);
  expect(stepsFor(who, kind, { municipality: "L219", organisationId })).toEqual([]);
});

test.each<[string, Actor, string | null, boolean]>([
  ["an operator's organisation", actor("operator", "ours"), "ours", true],
  ["another organisation", actor("operator", "ours"), "theirs", false],
  ["the municipality's, for an operator of an organisation", actor("operator", "ours"), null, false],
  ["the municipality's, for its operator", actor("operator"), null, true],
  ["the municipality's, for its manager", actor("manager"), null, true],
  ["the municipality's, for a social worker", actor("social_worker"), null, false],
])("own facilities: those of %s", (_case, who, organisationId, own) => {
  expect(isOwnFacility(who, { municipality: "G478", organisationId })).toBe(own);
});
