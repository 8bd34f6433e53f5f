import { eq, inArray } from "drizzle-orm";
import type { Db } from "./client";
import { householdCode } from "./placements";
import { household } from "./schema/households";
import { placement } from "./schema/placements";

export type PlacedHousehold = { id: string; code: string };

/** The household of each of these placements that the actor finds, by placement. */
export async function householdsOfPlacements(db: Db, placementIds: readonly string[]): Promise<Map<string, PlacedHousehold>> {
  const ids = [...new Set(placementIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.drizzle
    .select({ placementId: placement.id, id: household.id, number: household.number })
    .from(placement)
    .innerJoin(household, eq(household.id, placement.householdId))
    .where(inArray(placement.id, ids));
  return new Map(rows.map(({ placementId, id, number }) => [placementId, { id, code: householdCode(number) }]));
}
