import { describe, expect, test } from "vitest";
import { boardParts, boardWith } from "@/test/board";
import { chosenDays, daysFor, freeAround } from "./free-days";

const bed = boardParts.bed("bed");
const march = boardWith({
  today: "2027-03-10", from: "2027-03-01", until: "2027-04-12", beds: [bed],
  bars: [boardParts.bar("bed", "stay", "2027-02-20", "2027-03-05"), boardParts.bar("bed", "stay", "2027-03-20", "2027-03-25")],
});

describe("the free days around one", () => {
  test.each([
    ["between two stays", bed, "2027-03-12", { from: "2027-03-05", until: "2027-03-20" }],
    ["up to the end of what is shown", bed, "2027-03-30", { from: "2027-03-25", until: "2027-04-12" }],
    ["from when the bed opens until it closes", { ...bed, opensOn: "2027-03-27", closesOn: "2027-04-02" }, "2027-03-30", { from: "2027-03-27", until: "2027-04-02" }],
    ["none where somebody is", bed, "2027-03-04", null],
    ["none where the bed is not open", { ...bed, closesOn: "2027-03-28" }, "2027-03-30", null],
  ])("%s", (_case, on, day, found) => expect(freeAround(march, on, day)).toEqual(found));
});

test.each([
  ["forwards, the last day among them", "2027-03-10", "2027-03-13", { from: "2027-03-10", until: "2027-03-14" }],
  ["backwards", "2027-03-10", "2027-03-08", { from: "2027-03-08", until: "2027-03-11" }],
  ["one alone", "2027-03-10", "2027-03-10", { from: "2027-03-10", until: "2027-03-11" }],
  ["no further than somebody is there", "2027-03-10", "2027-03-23", { from: "2027-03-10", until: "2027-03-20" }],
  ["no further back either", "2027-03-10", "2027-03-01", { from: "2027-03-05", until: "2027-03-11" }],
  ["nothing from a day that is taken", "2027-03-21", "2027-03-30", null],
])("days are chosen %s", (_case, anchor, day, days) => expect(chosenDays(march, bed, anchor, day)).toEqual(days));

describe("a step begins with", () => {
  const from = "2027-03-12";
  test.each([
    ["a month, where nothing is in the way", "assign", from, null, undefined, { from, until: "2027-04-12" }],
    ["the days until somebody comes", "assign", from, "2027-03-20", undefined, { from, until: "2027-03-20" }],
    ["the days that were chosen", "assign", from, "2027-03-20", { from: "2027-03-13", until: "2027-03-15" }, { from: "2027-03-13", until: "2027-03-15" }],
    ["today, where the days chosen began before", "assign", from, null, { from: "2027-03-05", until: "2027-03-15" }, { from: "2027-03-10", until: "2027-03-15" }],
    ["nothing, where they are gone by", "assign", "2027-03-05", null, { from: "2027-03-05", until: "2027-03-10" }, null],
    ["one night to close", "close", from, null, undefined, { from, until: "2027-03-13" }],
    ["the days chosen to close, also those gone by", "close", from, null, { from: "2027-03-05", until: "2027-03-08" }, { from: "2027-03-05", until: "2027-03-08" }],
  ] as const)("%s", (_case, step, day, until, chosen, days) => expect(daysFor(step, march, day, until, chosen)).toEqual(days));
});
