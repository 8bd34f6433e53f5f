import { describe, expect, test } from "vitest";
import { type ClockStay, latestExit, newClock, placementClock, ruleInForce, strictness } from "./stay-rules";

const rule = (id: string, scope: { facilityId?: string; kind?: "bridge" | "cohousing"; programmeId?: string }, validFrom = "2026-01-01", validUntil: string | null = null) => ({
  id, facilityId: scope.facilityId ?? null, kind: scope.kind ?? null, programmeId: scope.programmeId ?? null, validFrom, validUntil,
});
const place = { facilityId: "here", kind: "bridge" as const, programmeId: "lgnet" };
const ofFacility = rule("facility", { facilityId: "here" });
const ofKindAndProgramme = rule("kind + programme", { kind: "bridge", programmeId: "lgnet" });
const ofKind = rule("kind", { kind: "bridge" });
const ofProgramme = rule("programme", { programmeId: "lgnet" });
const ofMunicipality = rule("municipality", {});

test.each([
  ["facility", [ofMunicipality, ofProgramme, ofKind, ofKindAndProgramme, ofFacility]],
  ["kind + programme", [ofKind, ofProgramme, ofKindAndProgramme, ofMunicipality]],
  ["kind", [ofProgramme, ofKind, ofMunicipality]],
  ["programme", [ofMunicipality, ofProgramme]],
  ["municipality", [ofMunicipality, rule("elsewhere", { facilityId: "there" }), rule("other kind", { kind: "cohousing" }), rule("other programme", { programmeId: "fami" })]],
])("the rule of the %s is the most specific", (id, rules) => {
  expect(ruleInForce(rules, place, "2026-06-01")?.id).toBe(id);
  expect(ruleInForce([...rules].reverse(), place, "2026-06-01")?.id).toBe(id);
});

test.each([
  ["the day before it applies", "2025-12-31", null],
  ["its first day", "2026-01-01", "old"],
  ["its last day", "2026-05-31", "old"],
  ["the day the next one applies", "2026-06-01", "new"],
])("on %s", (_case, arrival, expected) => {
  const versions = [rule("old", {}, "2026-01-01", "2026-06-01"), rule("new", {}, "2026-06-01")];
  expect(ruleInForce(versions, place, arrival)?.id ?? null).toBe(expected);
});

test.each([
  [{ months: 6 }, "2027-08-31", "2028-02-29"],
  [{ months: 6 }, "2026-08-31", "2027-02-28"],
  [{ months: 1 }, "2027-01-31", "2027-02-28"],
  [{ months: 12 }, "2028-02-29", "2029-02-28"],
  [{ weeks: 2 }, "2027-12-25", "2028-01-08"],
  [{ days: 30 }, "2027-02-01", "2027-03-03"],
  [null, "2027-02-01", null],
])("%j from %s ends on %s", (maxStay, arrival, expected) => {
  expect(latestExit({ maxStay }, arrival)).toBe(expected);
});

test("without a rule there is no limit", () => expect(latestExit(null, "2027-01-01")).toBeNull());

test.each([
  ["today", "2027-03-10", "2027-03-20", "refuse", "refuse"],
  ["today, no night", "2027-03-10", "2027-03-10", "refuse", "refuse"],
  ["tomorrow", "2027-03-11", "2027-03-20", "refuse", "refuse"],
  ["yesterday, goes on", "2027-03-09", "2027-03-11", "warn", "refuse"],
  ["yesterday, ends today", "2027-03-09", "2027-03-10", "warn", "warn"],
  ["long ago, over", "2026-01-01", "2027-01-01", "warn", "warn"],
])("an arrival %s", (_case, arrival, exit, conditions, maxStay) => {
  expect(strictness(arrival, exit, "2027-03-10")).toEqual({ conditions, maxStay });
});

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
    expect(placementClock([one], "2027-09-01", on)).toMatchObject({ usedNights, plannedNights, allowanceNights: 184, latestExit: "2027-09-01", used: [{ placementId: "p", nights: usedNights }] });
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
