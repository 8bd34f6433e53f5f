import { describe, expect, test } from "vitest";
import { type ExtensionGround, extensionRefusals, furthestExtension, setAside } from "./extensions";

const ground = (fields: Partial<ExtensionGround> = {}): ExtensionGround => ({
  rule: { id: "r", maxExtensions: 1, extensionLength: { months: 3 } }, latestExit: "2027-08-31", exit: "2027-08-31", granted: 0, sparedUntil: null, ...fields,
});
const codes = (of: ExtensionGround, exit: string, isOverridden = false) => extensionRefusals(of, exit, isOverridden).map(({ code }) => code);

describe("an extension", () => {
  test.each([
    ["on the latest exit", "2027-08-31", ["extension_not_needed"]],
    ["a day beyond it", "2027-09-01", []],
    ["as long as one may be, clamped to the month's end", "2027-11-30", []],
    ["a day longer", "2027-12-01", ["max_stay_exceeded"]],
  ])("%s", (_case, exit, expected) => expect(codes(ground(), exit)).toEqual(expected));

  test("says how far one would reach", () => {
    expect(furthestExtension(ground())).toBe("2027-11-30");
    expect(extensionRefusals(ground(), "2027-12-01", false)).toEqual([{ code: "max_stay_exceeded", latestExit: "2027-11-30", ruleId: "r" }]);
  });

  test("is not needed where nothing limits the stay", () => {
    expect(codes(ground({ rule: null, latestExit: null }), "2027-09-30")).toEqual(["extension_not_needed"]);
    expect(codes(ground({ latestExit: null }), "2027-09-30")).toEqual(["extension_not_needed"]);
  });

  test("has no length of its own where the rule names none", () => {
    expect(codes(ground({ rule: { id: "r", maxExtensions: 1, extensionLength: null } }), "2029-08-31")).toEqual([]);
  });

  test.each([
    ["none is allowed", 0, 0],
    ["all were granted", 2, 2],
  ])("is refused where %s, however long it is", (_case, maxExtensions, granted) => {
    const none = ground({ rule: { id: "r", maxExtensions, extensionLength: { days: 30 } }, granted });
    expect(extensionRefusals(none, "2027-09-10", false)).toEqual([{ code: "max_extensions_reached", granted, maxExtensions, latestExit: "2027-08-31" }]);
    expect(codes(none, "2028-09-10")).toEqual(["max_extensions_reached"]);
  });

  test("beyond number and length is for an override, which says what it set aside", () => {
    expect(codes(ground({ granted: 1 }), "2028-09-10", true)).toEqual([]);
    expect(setAside(ground({ granted: 1 }), "2027-09-10")).toEqual(["max_extensions_reached"]);
    expect(setAside(ground(), "2028-09-10")).toEqual(["max_stay_exceeded"]);
    expect(setAside(ground(), "2027-09-10")).toEqual([]);
    expect(codes(ground(), "2027-08-31", true)).toEqual(["extension_not_needed"]);
  });
});

test("an extension leaves plans that follow their nights, unless somebody who may sets that aside", () => {
  const before = ground({ sparedUntil: "2027-09-15" });
  expect(extensionRefusals(before, "2027-09-15", false)).toEqual([]);
  expect(extensionRefusals(before, "2027-09-16", false)).toEqual([{ code: "max_stay_exceeded", latestExit: "2027-09-15", ruleId: "r", isForPlans: true }]);
  expect(codes(before, "2027-09-16", true)).toEqual([]);
});
