import { and, asc, eq, inArray } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { PlacementStatus } from "@/domain/placement";
import type { Db } from "./client";
import { facility, unit } from "./schema/facilities";
import { placement } from "./schema/placements";

/** The placement that counts for where a household is: running, else without a bed, else planned. */
export type Whereabouts = { placementId: string; status: PlacementStatus; facilityName: string; unitName: string; arrival: Day; exit: Day };

const LIVE: PlacementStatus[] = ["in_house", "needs_bed", "planned"];

export async function findWhereabouts(db: Db, householdIds: readonly string[]): Promise<Map<string, Whereabouts>> {
  if (householdIds.length === 0) return new Map();
  const rows = await db.drizzle
    .select({ householdId: placement.householdId, placementId: placement.id, status: placement.status, facilityName: facility.name, unitName: unit.name, arrival: placement.arrival, exit: placement.exit })
    .from(placement)
    .innerJoin(unit, eq(unit.id, placement.unitId))
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .where(and(inArray(placement.householdId, [...householdIds]), inArray(placement.status, LIVE)))
    .orderBy(asc(placement.arrival));
  const found = new Map<string, Whereabouts>();
  for (const status of [...LIVE].reverse()) {
    for (const { householdId, ...where } of rows.filter((row) => row.status === status)) found.set(householdId, where);
  }
  return found;
}
