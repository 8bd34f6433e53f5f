import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { type ExtensionRecord, findExtensions } from "@/db/extensions";
import { findPlacement } from "@/db/placements";
import type { ExtensionStatus } from "@/domain/extensions";
import { requireIn } from "../guard";

export type ExtensionSearch = { municipality: string; status?: ExtensionStatus; cursor?: string; limit: number };

/** What was asked in a municipality, one more than asked for when there are more; the reading is audited. */
export async function listExtensions(db: Db, { municipality, status, cursor, limit }: ExtensionSearch): Promise<ExtensionRecord[]> {
  requireIn(db, "placement.read", municipality);
  const found = await findExtensions(db, { municipality, status, after: cursor, limit: limit + 1 });
  await recordAudit(db, { action: "placements.listed.read", municipality, subjectId: municipality, facts: { extensions: found.length } });
  return found;
}

/** What was asked for a placement; read as its file. */
export async function extensionsOfPlacement(db: Db, placementId: string): Promise<ExtensionRecord[]> {
  const placement = await findPlacement(db, placementId);
  requireIn(db, "placement.read", placement.municipality);
  await recordAudit(db, { action: "placement.read", municipality: placement.municipality, subjectId: placement.id });
  return findExtensions(db, { placementIds: [placementId], limit: 1000 });
}
