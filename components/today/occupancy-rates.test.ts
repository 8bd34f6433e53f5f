import { expect, test } from "vitest";
import { meanAndMost, TREND_DAYS, trendOf } from "./occupancy-rates";

const night = (occupiedNights: number, availableNights: number) => ({ occupiedNights, availableNights, netOccupancy: availableNights > 0 ? occupiedNights / availableNights : null });
const nights = (count: number, occupied: number, available: number) => Array.from({ length: count }, () => night(occupied, available));

test("the mean weighs each night by its beds, and the most is one night's", () => {
  expect(meanAndMost([night(1, 1), night(1, 9)])).toEqual({ mean: 0.2, most: 1 });
  expect(meanAndMost([night(0, 0)])).toEqual({ mean: null, most: null });
});

test("the trend is the last thirty nights against the thirty before, whatever came earlier", () => {
  const ninety = [...nights(TREND_DAYS, 10, 10), ...nights(TREND_DAYS, 4, 8), ...nights(TREND_DAYS, 6, 8)];
  expect(trendOf(ninety)).toEqual({ rate: 0.75, change: 0.25 });
});

test.each([
  ["the thirty before are not all there", nights(2 * TREND_DAYS - 1, 1, 2)],
  ["there was no bed before", [...nights(TREND_DAYS, 0, 0), ...nights(TREND_DAYS, 1, 2)]],
  ["there is no bed now", [...nights(TREND_DAYS, 1, 2), ...nights(TREND_DAYS, 0, 0)]],
])("there is no trend where %s", (_case, some) => {
  expect(trendOf(some)).toBeNull();
});
