import { expect, test } from "vitest";
import type { Rule } from "./rule-queries";
import { ruleLines, standingOf } from "./scopes";

const rule = (given: Partial<Rule>): Rule => ({
  id: "r", version: 1, municipality: "G478", kind: null, facilityId: null, programmeId: null, validFrom: "2026-01-01", validUntil: null, maxStay: null, counting: "placement", clockScope: "municipality",
  clockGroup: null, resetAfterDays: null, maxExtensions: 0, extensionLength: null, turnaround: null, noticeDays: [], offerHours: null, conditions: [], ...given,
});
const TODAY = "2027-03-10";

test.each([
  ["begins tomorrow", { validFrom: "2027-03-11" }, "future"],
  ["begins today", { validFrom: "2027-03-10" }, "inForce"],
  ["is followed by another today", { validUntil: "2027-03-10" }, "over"],
  ["is followed by another tomorrow", { validUntil: "2027-03-11" }, "inForce"],
] as const)("a version that %s", (_case, given, standing) => {
  expect(standingOf(rule(given), TODAY)).toBe(standing);
});

test("versions stand under what they are for, the most specific first, and one that never applied a day is left out", () => {
  const lines = ruleLines([
    rule({ id: "later", validFrom: "2027-04-01" }), rule({ id: "now", validUntil: "2027-04-01" }), rule({ id: "never", validUntil: "2026-01-01" }),
    rule({ id: "kind", kind: "cohousing" }), rule({ id: "both", kind: "cohousing", programmeId: "p" }), rule({ id: "house", facilityId: "f" }), rule({ id: "programme", programmeId: "p" }),
  ], TODAY);
  expect(lines.map(({ versions }) => versions.map(({ id }) => id))).toEqual([["house"], ["both"], ["kind"], ["programme"], ["later", "now"]]);
  expect(lines.at(-1)?.current?.id).toBe("now");
});
