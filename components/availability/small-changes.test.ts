import { describe, expect, test } from "vitest";
import type { Vacancy } from "../http/api-types";
import { searchFrom } from "./availability-search";
import { groupedByFacility } from "./order";
import { smallChanges } from "./small-changes";
import { verdictOf } from "./verdict";

const asked = { municipality: null, from: "2027-03-01", until: "2027-05-01", householdId: null, adults: 1, adultGenders: [], minorAges: [], features: [], kind: null };
const search = searchFrom({ ...asked, features: ["step_free", "cot"] }, "G478", "2027-02-10");

const unit = (fields: Partial<Vacancy>): Vacancy => ({ unitId: "u", unitName: "U1", facilityId: "f", kind: "cohousing", fits: false, checks: [], ...fields }) as Vacancy;
const failed = (code: string, facts: Record<string, unknown> = {}, remedy?: string) => ({ code, passed: false, detail: code, facts, remedy, remedyDetail: remedy && `do: ${remedy}` });

describe("the smallest changes that give a result", () => {
  test.each<[string, Partial<Vacancy>, unknown]>([
    ["a need fewer, where only that is missing", { checks: [failed("features", { missing: ["cot"] })] }, { kind: "without", features: ["cot"], change: { features: ["step_free"] } }],
    ["as many nights from the day the unit is free", { freeFrom: "2027-03-21", checks: [failed("free_beds")] }, { kind: "from", change: { from: "2027-03-21", until: "2027-05-21" } }],
    ["fewer nights, up to the rule's limit", { checks: [failed("max_stay", { latestExit: "2027-03-15" })] }, { kind: "until", change: { until: "2027-03-15" } }],
    ["fewer nights, before somebody comes of age", { checks: [failed("gender_policy", { until: "2027-04-20" })] }, { kind: "until", change: { until: "2027-04-20" } }],
    ["fewer nights, before the next comes, if they are half at least", { checks: [failed("free_beds", { freeUntil: "2027-04-10" })] }, { kind: "until", change: { until: "2027-04-10" } }],
    ["fewer nights, where the unit is free again much later", { freeFrom: "2027-09-01", checks: [failed("free_beds", { freeUntil: "2027-04-10" })] }, { kind: "until" }],
    ["a document, which is no change of the search", { checks: [failed("lawful_residence", {}, "document_needed")] }, { kind: "remedy", text: "do: document_needed" }],
  ])("%s", (_case, fields, expected) => {
    expect(smallChanges([unit(fields)], [], search)).toMatchObject([{ units: 1, ...(expected as object) }]);
  });

  test.each<[string, Partial<Vacancy>]>([
    ["a unit that fits", { fits: true, checks: [failed("lawful_residence", {}, "document_needed")] }],
    ["two reasons at once", { checks: [failed("features", { missing: ["cot"] }), failed("size")] }],
    ["a day that is long after", { freeFrom: "2027-09-01", checks: [failed("free_beds")] }],
    ["a few nights of many", { checks: [failed("free_beds", { freeUntil: "2027-03-05" })] }],
  ])("none for %s", (_case, fields) => {
    expect(smallChanges([unit(fields)], [], search)).toEqual([]);
  });

  test("another kind, where one was chosen and the others have a place", () => {
    const others = [unit({ fits: true, kind: "bridge" }), unit({ fits: true, kind: "bridge" }), unit({ fits: true }), unit({ kind: "hotel" })];
    expect(smallChanges([], others, { ...search, kind: "cohousing" })).toEqual([{ kind: "ofKind", facilityKind: "bridge", units: 2, change: { kind: "bridge" } }]);
    expect(smallChanges([], others, search)).toEqual([]);
  });

  test("the one that helps most comes first, equal ones by day", () => {
    const from = (day: string) => unit({ freeFrom: day, checks: [failed("free_beds")] });
    const without = unit({ checks: [failed("features", { missing: ["cot"] })] });
    const changes = smallChanges([from("2027-03-21"), from("2027-03-11"), without, without], [], search);
    expect(changes.map((change) => ("day" in change ? change.day : change.units))).toEqual([2, "2027-03-11", "2027-03-21"]);
  });
});

describe("units as they are shown", () => {
  const fits = unit({ unitName: "U9", fits: true });
  const later = unit({ unitName: "U8", freeFrom: "2027-03-21", checks: [failed("free_beds")] });
  const oneReason = unit({ unitName: "U2", checks: [failed("size")] });
  const twoReasons = unit({ unitName: "U1", checks: [failed("size"), failed("features")] });

  test("stand in the order of how near they are to fitting", () => {
    const [group] = groupedByFacility([twoReasons, oneReason, later, fits]);
    expect(group?.units.map(({ unitName }) => unitName)).toEqual(["U9", "U8", "U2", "U1"]);
  });

  test("are counted as fitting, or as free later when only time is in the way", () => {
    const butTooSmall = unit({ freeFrom: "2027-03-21", checks: [failed("free_beds"), failed("size")] });
    expect(verdictOf([fits, later, butTooSmall, oneReason])).toEqual({ fit: 1, later: 1 });
  });
});
