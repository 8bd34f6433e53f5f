import { expect, test } from "vitest";
import { easterSunday, isPublicHoliday } from "./holidays";
import { effectiveTurnaround, firstFreeDay } from "./turnaround";

const none = new Set<string>();

test.each([
  ["no turnaround", "2026-03-02", { days: 0, working: false }, none, "2026-03-02"],
  ["two calendar days", "2026-03-06", { days: 2, working: false }, none, "2026-03-08"],
  ["one working day after a Friday", "2026-03-06", { days: 1, working: true }, none, "2026-03-10"],
  ["one working day after Easter Friday 2026", "2026-04-03", { days: 1, working: true }, none, "2026-04-08"],
  ["San Francesco is a holiday again from 2026", "2027-10-01", { days: 1, working: true }, none, "2027-10-06"],
  ["but was none in 2024", "2024-10-03", { days: 1, working: true }, none, "2024-10-05"],
  ["the patron of Perugia", "2027-01-28", { days: 1, working: true }, new Set(["2027-01-29"]), "2027-02-02"],
])("first free day after %s", (_case, exit, turnaround, own, expected) => {
  expect(firstFreeDay(exit, turnaround, own)).toBe(expected);
});

test("zero days is an answer, absent means: look further", () => {
  const rule = { days: 3, working: false };
  expect(effectiveTurnaround({ days: 0, working: false }, null, rule)).toEqual({ days: 0, working: false });
  expect(effectiveTurnaround(undefined, null, rule)).toEqual(rule);
  expect(effectiveTurnaround(undefined, null, null)).toEqual({ days: 0, working: false });
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter %i falls on %s", (year, expected) => {
  expect(easterSunday(year)).toBe(expected);
});

test("Easter Monday is a public holiday, the Tuesday is not", () => {
  expect(isPublicHoliday("2026-04-06")).toBe(true);
  expect(isPublicHoliday("2026-04-07")).toBe(false);
});
