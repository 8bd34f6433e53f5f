import { expect, test } from "vitest";
import type { Placement, Stay } from "../../http/api-types";
import { exitBefore, wayBack } from "./way-back";

const stay = (personId: string, unitId: string, bedId: string | null, more: Partial<Stay> = {}): Stay => ({
  id: `${personId} ${bedId}`, personId, unitId, unitName: unitId, facilityName: "Casa", bedId, bedName: bedId, status: "in_house", arrival: "2027-03-01", exit: "2027-03-20",
  departureReason: null, destination: null, overstayNights: 0, overstay: null, ...more,
});
const placed = (stays: Stay[]): Placement => ({
  id: "p", version: 1, municipality: "G478", householdId: "h", householdCode: "N-0001", status: "in_house", arrival: "2027-03-01", exit: "2027-03-20", latestExit: null, ruleId: null, rule: null,
  closingReason: null, unitId: "a", unitName: "a", facilityId: "f", facilityName: "Casa", stays,
});
const moved = { arrival: "2027-03-10" };
const left = { status: "ended", exit: "2027-03-10" } as const;

test.each<[string, Stay[], Stay[], unknown]>([
  [
    "all go back to their beds, on the day they moved",
    [stay("p", "a", "a1"), stay("q", "a", "a2")],
    [stay("p", "a", "a1", left), stay("q", "a", "a2", left), stay("p", "b", "b1", moved), stay("q", "b", "b2", moved)],
    { date: "2027-03-10", unitId: "a", beds: [{ personId: "p", bedId: "a1" }, { personId: "q", bedId: "a2" }] },
  ],
  [
    "only who moved goes back",
    [stay("p", "a", "a1"), stay("q", "a", "a2")],
    [stay("p", "a", "a1"), stay("q", "a", "a3", moved)],
    { date: "2027-03-10", unitId: "a", beds: [{ personId: "q", bedId: "a2" }] },
  ],
  ["there is no way back to no bed", [stay("p", "a", null, { status: "needs_bed" })], [stay("p", "b", "b1", { status: "planned" })], null],
  ["nor to several units at once", [stay("p", "a", "a1"), stay("q", "c", "c1")], [stay("p", "b", "b1", moved), stay("q", "b", "b2", moved)], null],
  ["nor where nobody moved", [stay("p", "a", "a1")], [stay("p", "a", "a1")], null],
])("%s", (_case, before, after, back) => expect(wayBack(placed(before), placed(after))).toEqual(back));

test("the exit before is the one they all had", () => {
  expect(exitBefore(placed([stay("p", "a", "a1"), stay("q", "a", "a2", left)]))).toBe("2027-03-20");
  expect(exitBefore(placed([stay("p", "a", "a1"), stay("q", "a", "a2", { exit: "2027-03-18" })]))).toBeNull();
});
