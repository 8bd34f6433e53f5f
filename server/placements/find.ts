import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findPlacement, findPlacements, type PlacementRecord } from "@/db/placements";
import type { Day } from "@/domain/day";
import type { PlacementStatus } from "@/domain/placement";
import { requireIn } from "../guard";

export type PlacementQuery = { municipality: string; status?: PlacementStatus; householdId?: string; from?: Day; until?: Day; limit: number; cursor?: string };

/** A page of placements, one more than asked, in order of making; the reading is audited. */
export async function listPlacements(db: Db, query: PlacementQuery): Promise<PlacementRecord[]> {
  requireIn(db, "placement.read", query.municipality);
  const { from, until, cursor, limit, ...filter } = query;
  const placements = await findPlacements(db, { ...filter, touching: { from, until }, after: cursor, limit: limit + 1 });
  await recordAudit(db, { action: "placements.listed.read", municipality: query.municipality, subjectId: query.householdId ?? query.municipality, facts: { placements: placements.length } });
  return placements;
}

/** One placement; the reading is audited, since it tells where somebody is. */
export async function readPlacement(db: Db, id: string): Promise<PlacementRecord> {
  const placement = await findPlacement(db, id);
  requireIn(db, "placement.read", placement.municipality);
  await recordAudit(db, { action: "placement.read", municipality: placement.municipality, subjectId: id });
  return placement;
}
