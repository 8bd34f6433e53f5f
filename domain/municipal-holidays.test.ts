import { expect, test } from "vitest";
import { daysOf, type MunicipalHoliday } from "./municipal-holidays";
import { firstFreeDay } from "./turnaround";

const holiday = (fields: Partial<MunicipalHoliday>): MunicipalHoliday => ({ monthDay: null, daysAfterEaster: null, onDay: null, ...fields });

test.each([
  ["the same date every year", { monthDay: "01-29" }, ["2026-01-29", "2027-01-29", "2028-01-29"]],
  ["so many days after Easter", { daysAfterEaster: 50 }, ["2026-05-25", "2027-05-17", "2028-06-05"]],
  ["before Easter", { daysAfterEaster: -2 }, ["2026-04-03", "2027-03-26", "2028-04-14"]],
  ["one single day", { onDay: "2027-05-03" }, ["2027-05-03"]],
])("%s", (_case, fields, expected) => {
  expect([...daysOf([holiday(fields)], 2026, 2028)]).toEqual(expected);
});

test("a patron's day makes the turnaround longer there, and nowhere else", () => {
  const inPerugia = daysOf([holiday({ monthDay: "01-29" })], 2026, 2028);
  expect(firstFreeDay("2027-01-28", { days: 1, working: true }, inPerugia)).toBe("2027-02-02");
  expect(firstFreeDay("2027-01-28", { days: 1, working: true }, new Set())).toBe("2027-01-30");
});
