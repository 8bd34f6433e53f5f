import { describe, expect, test } from "vitest";
import { type ClockStay, newClock, placementClock } from "./stay-clock";

describe("the clock of a placement that is counted alone", () => {
  const stay = (over: Partial<ClockStay> = {}): ClockStay => ({ stayId: "s", placementId: "p", personId: "a", isAdult: true, status: "in_house", from: "2027-03-01", until: "2027-03-31", ...over });

  test.each([
    ["running", stay(), "2027-03-11", 10, 20],
    ["on the day it began", stay(), "2027-03-01", 0, 30],
    ["over its exit: every night more is used", stay(), "2027-04-10", 40, 0],
    ["ended: to its true exit", stay({ status: "ended" }), "2027-06-01", 30, 0],
    ["planned", stay({ status: "planned" }), "2027-02-01", 0, 30],
    ["planned and not come: nothing is used", stay({ status: "planned" }), "2027-03-11", 0, 30],
    ["of no nights", stay({ status: "ended", until: "2027-03-01" }), "2027-03-11", 0, 0],
  ])("%s", (_case, one, on, usedNights, plannedNights) => {
    expect(placementClock([one], "2027-09-01", on)).toMatchObject({ usedNights, plannedNights, allowanceNights: 184, latestExit: "2027-09-01", used: [{ placementId: "p", nights: usedNights, plannedNights }] });
  });

  test("a household's nights are the largest of its adults', a child's do not count beside them", () => {
    const late = stay({ personId: "b", from: "2027-03-06" });
    const child = stay({ personId: "c", isAdult: false, from: "2027-02-20" });
    expect(placementClock([late, child], null, "2027-03-11")).toMatchObject({ usedNights: 5, allowanceNights: null, latestExit: null });
    expect(placementClock([child], null, "2027-03-11").usedNights).toBe(19);
  });

  test("the parts of who was transferred add up, and do not count twice", () => {
    const parts = [stay({ stayId: "1", status: "ended", until: "2027-03-06" }), stay({ stayId: "2", from: "2027-03-06" }), stay({ stayId: "3", personId: "b" })];
    expect(placementClock(parts, "2027-09-01", "2027-03-11")).toMatchObject({ usedNights: 10, plannedNights: 20, allowanceNights: 184 });
  });

  test.each([["2027-03-11", 24, 20, 198], ["2027-02-25", 10, 30, 198], ["2027-02-10", 0, 30, 198]])("one that goes on with another's counts from the day that one began: on %s", (on, usedNights, plannedNights, allowanceNights) => {
    expect(placementClock([stay({ status: on < "2027-03-01" ? "planned" : "in_house" })], "2027-09-01", on, "2027-02-15")).toMatchObject({ usedNights, plannedNights, allowanceNights });
  });

  test("a placement to come has the whole of its rule", () => {
    expect(newClock({ maxStay: { months: 6 } }, "2027-08-31")).toMatchObject({ used: [], usedNights: 0, allowanceNights: 182, latestExit: "2028-02-29" });
    expect(newClock(null, "2027-08-31")).toMatchObject({ allowanceNights: null, latestExit: null });
  });
});
