import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { householdsOfPlacements, type PlacedHousehold } from "@/db/placed-households";
import { may } from "@/domain/actor";

export type HouseholdTold = PlacedHousehold;

/**
 * Whose these placements in a facility are, by placement: only those the reader finds, and only to who reads households at all. The
 * reading is audited, since it tells where somebody is.
 */
export async function householdsTold(db: Db, { id, municipality }: { id: string; municipality: string }, placementIds: readonly string[]): Promise<Map<string, HouseholdTold>> {
  if (!may(db.actor, "household.read", municipality)) return new Map();
  const told = await householdsOfPlacements(db, placementIds);
  if (told.size > 0) await recordAudit(db, { action: "placements.listed.read", municipality, subjectId: id, facts: { placements: told.size } });
  return told;
}
