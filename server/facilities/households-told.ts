import "server-only";
import { householdsOfPlacements, type PlacedHousehold } from "@/db/placed-households";
import type { Db } from "@/db/client";
import { may } from "@/domain/actor";

export type HouseholdTold = PlacedHousehold;

/** Whose these placements are, by placement: only those the reader finds, and only to who reads households at all. */
export async function householdsTold(db: Db, municipality: string, placementIds: readonly string[]): Promise<Map<string, HouseholdTold>> {
  return may(db.actor, "household.read", municipality) ? householdsOfPlacements(db, placementIds) : new Map();
}
