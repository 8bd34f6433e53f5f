import { asc, inArray } from "drizzle-orm";
import type { CorrectedPart } from "@/domain/correction";
import type { Db } from "./client";
import { newId } from "./ids";
import { placementCorrection } from "./schema/placements";
import { nameOfUser } from "./users";

/** `madeByName`: of a colleague, as far as the actor may know them. */
export type CorrectionRecord = { id: string; placementId: string; changes: CorrectedPart[]; note: string; madeByName: string | null; madeAt: string };

export type NewCorrection = { municipality: string; placementId: string; changes: CorrectedPart[]; note: string };

export async function addCorrection(db: Db, { municipality, ...fields }: NewCorrection): Promise<void> {
  await db.drizzle.insert(placementCorrection).values({ ...fields, id: newId(), municipalityId: municipality, madeBy: db.actor.id });
}

/** What was put right in these placements, in order of time. */
export async function findCorrections(db: Db, placementIds: readonly string[]): Promise<CorrectionRecord[]> {
  if (placementIds.length === 0) return [];
  const { id, placementId, changes, note, madeBy, madeAt } = placementCorrection;
  return db.drizzle
    .select({ id, placementId, changes, note, madeByName: nameOfUser(madeBy), madeAt })
    .from(placementCorrection)
    .where(inArray(placementId, [...placementIds]))
    .orderBy(asc(id));
}
