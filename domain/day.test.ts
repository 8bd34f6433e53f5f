import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, ageOn, comingOfAge, isDay, nightsBetween, nightsInCommon, overlaps, weekday } from "./day";

test.each([
  ["2027-08-31", 6, "2028-02-29"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-03-31", -1, "2026-02-28"],
])("%s and %i months is %s", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2026-13-01", false],
  ["2026-1-01", false],
  ["1899-12-31", false],
  ["", false],
])("%s is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test("days agree with the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 83_000 }), (offset) => {
      const expected = new Date(offset * 86_400_000).toISOString().slice(0, 10);
      expect(addDays("1970-01-01", offset)).toBe(expected);
      expect(nightsBetween("1970-01-01", expected)).toBe(offset);
      expect(weekday(expected)).toBe(new Date(offset * 86_400_000).getUTCDay());
    }),
  );
});

describe("half-open periods", () => {
  const march = { from: "2026-03-01", until: "2026-04-01" };

  test.each([
    ["ends on the first day", { from: "2026-02-01", until: "2026-03-01" }, 0],
    ["ends a night later", { from: "2026-02-01", until: "2026-03-02" }, 1],
    ["starts on the last day", { from: "2026-04-01", until: "2026-05-01" }, 0],
    ["lies inside", { from: "2026-03-10", until: "2026-03-12" }, 2],
    ["is empty and lies inside", { from: "2026-03-10", until: "2026-03-10" }, 0],
  ])("a period that %s", (_case, other, nights) => {
    expect(nightsInCommon(march, other)).toBe(nights);
    expect(overlaps(march, other)).toBe(nights > 0);
  });
});

test("who is born on 29 February is a year older on 1 March of a common year", () => {
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  expect(comingOfAge("2008-02-29")).toBe("2026-03-01");
  expect(comingOfAge("2008-03-15")).toBe("2026-03-15");
});
