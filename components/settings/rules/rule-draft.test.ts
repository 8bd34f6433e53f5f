import { expect, test } from "vitest";
import { draftOf, newRuleOf } from "./rule-draft";
import type { Rule } from "./rule-queries";

const before: Rule = {
  id: "r", version: 3, municipality: "G478", kind: "cohousing", facilityId: null, programmeId: null, validFrom: "2026-01-01", validUntil: null, maxStay: { months: 6 }, counting: "cumulative", clockScope: "network",
  clockGroup: "emergenza", resetAfterDays: 90, maxExtensions: 1, extensionLength: { months: 1 }, turnaround: { days: 2, working: true }, noticeDays: [30], offerHours: 48, conditions: [{ code: "lawful_residence" }],
};
const scope = { kind: "cohousing" as const, facilityId: null, programmeId: null };

test("a new version in which nothing is changed says what the one before said", () => {
  const { id: _id, version: _version, validUntil: _until, ...said } = before;
  expect(newRuleOf({ ...draftOf(before, scope, "2027-01-01"), validFrom: "2027-01-01" }, "G478", before)).toEqual({ ...said, validFrom: "2027-01-01" });
});

test.each([["", null], ["  ", null], [" emergenza ", "emergenza"]])("the group typed as %j is %j", (clockGroup, expected) => {
  expect(newRuleOf({ ...draftOf(before, scope, "2027-01-01"), clockGroup, validFrom: "2027-01-01" }, "G478", null).clockGroup).toBe(expected);
});

test("the first rule counts each placement alone", () => {
  expect(newRuleOf({ ...draftOf(null, scope, "2027-01-01"), validFrom: "2027-01-01" }, "G478", null)).toMatchObject({ counting: "placement", clockScope: "municipality", clockGroup: null, resetAfterDays: null });
});
