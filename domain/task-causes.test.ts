import { describe, expect, test } from "vitest";
import { addDays } from "./day";
import type { WorkStay } from "./day-work";
import type { PlacementStatus } from "./placement";
import { type Cause, causesOf, PERMIT_WITHIN_DAYS } from "./task-causes";

const TODAY = "2027-03-10";
const day = (offset: number) => addDays(TODAY, offset);
const stay = (status: PlacementStatus, arrival: number, exit: number): WorkStay => ({ personId: "ada", status, arrival: day(arrival), exit: day(exit), bedName: "1", birthDate: "1990-05-05" });
const causes = (stays: WorkStay[], noticeDays: number[] | null = [60, 30, 15, 7], today = TODAY) => causesOf({ placements: [{ id: "p", stays, noticeDays }], permits: [], requests: [] }, today);
const names = (found: Cause[]) => found.map(({ kind, cause }) => `${kind}: ${cause}`);

describe("the ladder before an exit", () => {
  const inDays = (days: number, ladder: number[] | null) => causes([stay("in_house", -9, days)], ladder).map(({ kind, within }) => [kind, within]);

  test.each<[string, number, number[] | null, number | null]>([
    ["has not begun 61 days before", 61, [60, 30, 15, 7], null],
    ["begins 60 days before", 60, [60, 30, 15, 7], 60],
    ["stays on a step until the next", 31, [60, 30, 15, 7], 60],
    ["goes down, whatever the order of its steps", 30, [7, 60, 15, 30], 30],
    ["has its last step until the exit", 1, [60, 30, 15, 7], 7],
    ["is the rule's own", 40, [45, 10], 45],
    ["is not there when the rule has none", 3, [], null],
    ["is 30, 15 and 7 days without a rule", 31, null, null],
    ["is 30, 15 and 7 days without a rule, and begins there", 30, null, 30],
  ])("%s", (_case, days, ladder, within) => {
    expect(inDays(days, ladder)).toEqual(within === null ? [] : [["ending", within]]);
  });

  test("is one cause on each step, and another one when the exit moves", () => {
    const seen = [60, 59, 31, 30, 29, 15, 8, 7, 6].flatMap((days) => names(causes([stay("in_house", -9, 60)], undefined, day(60 - days))));
    expect([...new Set(seen)]).toEqual([60, 30, 15, 7].map((within) => `ending: p ${day(60)} ${within}`));
    expect(names(causes([stay("in_house", -9, 61)], undefined, day(1)))).toEqual([`ending: p ${day(61)} 60`]);
  });
});

test.each<[string, WorkStay[], string[]]>([
  ["an arrival, by its day", [stay("planned", -1, 20)], [`arrival: p ${day(-1)}`]],
  ["a departure, by its day", [stay("in_house", -9, 0)], [`departure: p ${day(0)}`]],
  ["an exit that is over, by the day it was", [stay("in_house", -9, -2)], [`overdue: p ${day(-2)}`]],
  ["a bed that is lacking, by the plan", [stay("needs_bed", 3, 9)], ["needs_bed: p"]],
  ["a bed that is lacking, beside what is more urgent", [stay("in_house", -9, -2), stay("needs_bed", 3, 9)], [`overdue: p ${day(-2)}`, "needs_bed: p"]],
  ["nothing that is over", [stay("ended", -9, 0), stay("cancelled", 3, 9), stay("no_show", 0, 4)], []],
])("a placement causes %s", (_case, stays, expected) => {
  expect(names(causes(stays))).toEqual(expected);
});

describe("an 18th birthday", () => {
  const born = (birthday: number, fields: Partial<WorkStay> = {}): WorkStay => ({ ...stay("in_house", -90, 90), birthDate: `2009${day(birthday).slice(4)}`, ...fields });

  test.each<[string, WorkStay[], number | null]>([
    ["is none 61 days before", [born(61)], null],
    ["is a cause 60 days before", [born(60)], 60],
    ["is one on the day", [born(0)], 0],
    ["is one afterwards, as long as the stay goes on", [born(-40)], -40],
    ["on the last night is inside", [born(20, { exit: day(21) })], 20],
    ["on the day of the exit is outside", [born(20, { exit: day(20) })], null],
    ["of somebody who should have left by then is inside once it has come", [born(-1, { exit: day(-3) })], -1],
    ["on the day of the arrival is outside: they came of age", [born(-40, { arrival: day(-40) })], null],
    ["on the day after the arrival is inside", [born(-40, { arrival: day(-41) })], -40],
    ["before a transfer inside the placement is inside", [born(-40, { status: "ended", exit: day(-10) }), born(-40, { arrival: day(-10) })], -40],
    ["is none of a plan", [born(20, { status: "planned" })], null],
    ["is none of whoever has left", [born(20, { status: "ended", exit: day(-1) })], null],
    ["is none where the birth date is not known", [born(20, { birthDate: null })], null],
  ])("%s", (_case, stays, birthday) => {
    const found = causes(stays).filter(({ kind }) => kind === "of_age");
    expect(found.map(({ cause, beds, subjectId }) => [cause, beds, subjectId])).toEqual(birthday === null ? [] : [[`ada ${day(birthday)}`, ["1"], "ada"]]);
  });

  test("on 29 February is on 1 March of a year without one", () => {
    expect(names(causes([born(0, { birthDate: "2008-02-29" })], [], "2026-02-10"))).toEqual([]);
    expect(names(causes([born(0, { birthDate: "2008-02-29", arrival: "2026-01-01" })], [], "2026-02-10"))).toEqual(["of_age: ada 2026-03-01"]);
  });
});

test("a request that nobody decided is a cause, and a permit from sixty days before it expires on", () => {
  const permit = (expires: number) => ({ personId: `expires ${expires}`, placementId: "p", expiresOn: day(expires) });
  const found = causesOf({ placements: [], requests: [{ id: "e", placementId: "p", exit: day(99) }], permits: [permit(PERMIT_WITHIN_DAYS + 1), permit(PERMIT_WITHIN_DAYS), permit(-3)] }, TODAY);
  expect(names(found)).toEqual(["extension: e", `permit: expires 60 ${day(60)}`, `permit: expires -3 ${day(-3)}`]);
});
