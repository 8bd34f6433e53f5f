import type { Day } from "./day";

/** Where a household stands, each in one only: what runs counts before what is to come, and that before what was. */
export const HOUSEHOLD_SITUATIONS = ["in_house", "needs_bed", "planned", "ended", "not_placed"] as const;
export type HouseholdSituation = (typeof HOUSEHOLD_SITUATIONS)[number];

export const HOUSEHOLD_COMPOSITIONS = ["with_minors", "without_minors"] as const;
export type HouseholdComposition = (typeof HOUSEHOLD_COMPOSITIONS)[number];

export const HOUSEHOLD_SORTS = ["newest", "name", "exit", "movement", "urgency"] as const;
export type HouseholdSort = (typeof HOUSEHOLD_SORTS)[number];

/** How an order begins when nobody says: the newest first, names and days from the first. */
export function descendsByNature(sort: HouseholdSort): boolean {
  return sort === "newest" || sort === "movement";
}

/** The last time a household moved; who never did was registered on a day. */
export type Movement = { kind: "arrival" | "departure" | "registration"; on: Day };
