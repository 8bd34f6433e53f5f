import { expect, test } from "vitest";
import type { BoardFacility } from "../board-data";
import type { FacilityRow } from "../board-rows";
import { spotAt } from "./spot";

const facility: BoardFacility = { id: "a", name: "Casa", kind: "cohousing", units: [] };
const row = (key: string): FacilityRow => ({ kind: "facility", key, facility, isOpen: true, free: 0, beds: 0 });
const rows = [row("first"), row("second"), row("third")];
const ground = { top: 100, height: 96, left: 250, width: 420 };
const window = { from: "2027-03-01", until: "2027-04-12" };

test.each([
  ["on the first line, on the first day", 250, 100, "first", "2027-03-01"],
  ["on the second, some days on", 305, 140, "second", "2027-03-06"],
  ["at the edge of a day", 260, 132, "second", "2027-03-02"],
  ["over the board and left of it", 0, 0, "first", "2027-03-01"],
  ["under the board and right of it", 2000, 2000, "third", "2027-04-11"],
])("a pointer %s", (_case, x, y, key, day) => {
  const spot = spotAt({ x, y }, ground, rows, window);
  expect([spot.row?.key, spot.day]).toEqual([key, day]);
});

test("on a board without lines there is only the day", () => {
  expect(spotAt({ x: 250, y: 0 }, ground, [], window)).toEqual({ row: null, day: "2027-03-01" });
});
