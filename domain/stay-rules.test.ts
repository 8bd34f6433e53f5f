import { expect, test } from "vitest";
import { latestExit, ruleInForce, strictness } from "./stay-rules";

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
