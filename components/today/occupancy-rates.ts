import type { OccupancyLine } from "./today-types";

type Nights = Pick<OccupancyLine, "availableNights" | "occupiedNights" | "netOccupancy">;

export type OccupancyTrend = { rate: number; change: number };

export const TREND_DAYS = 30;

/** The mean is that of the whole period: nights over nights, not the mean of the days' shares. */
export function meanAndMost(nights: readonly Nights[]): { mean: number | null; most: number | null } {
  const rates = nights.flatMap(({ netOccupancy }) => netOccupancy ?? []);
  return { mean: meanOf(nights), most: rates.length > 0 ? Math.max(...rates) : null };
}

/** The occupancy of the last thirty of these nights, and how far it is from that of the thirty before; null where either had no bed to fill. */
export function trendOf(nights: readonly Nights[]): OccupancyTrend | null {
  if (nights.length < 2 * TREND_DAYS) return null;
  const [rate, before] = [meanOf(nights.slice(-TREND_DAYS)), meanOf(nights.slice(-2 * TREND_DAYS, -TREND_DAYS))];
  return rate === null || before === null ? null : { rate, change: rate - before };
}

function meanOf(nights: readonly Nights[]): number | null {
  const [occupied, available] = [sum(nights, "occupiedNights"), sum(nights, "availableNights")];
  return available > 0 ? occupied / available : null;
}

function sum(nights: readonly Nights[], field: "occupiedNights" | "availableNights"): number {
  return nights.reduce((all, night) => all + night[field], 0);
}
