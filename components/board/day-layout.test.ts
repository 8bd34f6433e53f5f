import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/day";
import { columnsOf, dayAt, daysOf, gridPicture, isWeekend, monthsOf, placeIn, shareAt } from "./day-layout";

const window = { from: "2027-02-01", until: "2027-02-11" };

describe("where a period lies", () => {
  test.each([
    ["inside", "2027-02-03", "2027-02-05", { left: 20, width: 20, isCutBefore: false, isCutAfter: false }],
    ["from before", "2027-01-01", "2027-02-03", { left: 0, width: 20, isCutBefore: true, isCutAfter: false }],
    ["to beyond", "2027-02-10", "2027-03-01", { left: 90, width: 10, isCutBefore: false, isCutAfter: true }],
    ["all over", "2027-01-01", "2027-03-01", { left: 0, width: 100, isCutBefore: true, isCutAfter: true }],
    ["before", "2027-01-01", "2027-02-01", null],
    ["after", "2027-02-11", "2027-02-12", null],
    ["nowhere, without a night", "2027-02-03", "2027-02-03", null],
  ])("%s", (_case, from, until, place) => {
    expect(placeIn(window, { from, until })).toEqual(place);
  });
});

test("every day is found again where it is drawn", () => {
  for (const day of daysOf(window)) {
    expect(dayAt(window, shareAt(window, day) / 100 + 0.001)).toBe(day);
    expect(dayAt(window, shareAt(window, day) / 100 + 0.099)).toBe(day);
  }
  expect([dayAt(window, -0.2), dayAt(window, 1)]).toEqual(["2027-02-01", "2027-02-10"]);
});

test("months are named as far as they are seen, days while there is room for them, else weeks from Monday", () => {
  expect(monthsOf({ from: "2027-01-31", until: "2027-03-14" }).map(({ from }) => from)).toEqual(["2027-01-31", "2027-02-01", "2027-03-01"]);
  expect(columnsOf(window)).toHaveLength(10);
  const weeks = columnsOf({ from: "2027-01-13", until: "2027-07-14" });
  expect(weeks[0]).toEqual({ from: "2027-01-13", until: "2027-01-18" });
  expect(weeks.at(-1)).toEqual({ from: "2027-07-12", until: "2027-07-14" });
});

describe("the picture behind the lines", () => {
  /** Whether it is shaded here, by the stops of the band that is repeated. */
  const isShaded = (picture: string, share: number) => {
    const [start = NaN, end = NaN, next = NaN] = (/var\(--canvas\) (\S+)% (\S+)%, transparent \S+% (\S+)%/.exec(picture) ?? []).slice(1).map(Number);
    const inWeek = (share - start) % (next - start);
    return (inWeek + next - start) % (next - start) < end - start;
  };

  test.each(daysOf({ from: "2027-02-01", until: "2027-02-08" }))("shades the weekends of six months from %s on", (from) => {
    const months = { from, until: addDays(from, 182) };
    const { backgroundImage } = gridPicture(months);
    for (const day of daysOf(months)) expect(isShaded(backgroundImage, shareAt(months, day) + 50 / 182), day).toBe(isWeekend(day));
  });

  test.each([
    ["each day", "2027-02-03", 10, "transparent 0% calc(10% - 1px), var(--line-soft) calc(10% - 1px) 10%"],
    ["each Sunday, where days are too many", "2027-02-03", 100, "transparent -2% calc(5% - 1px), var(--line-soft) calc(5% - 1px) 5%"],
  ])("has a line at the end of %s", (_case, from, days, stops) => {
    expect(gridPicture({ from, until: addDays(from, days) }).backgroundImage).toContain(`repeating-linear-gradient(to right, ${stops})`);
  });
});
