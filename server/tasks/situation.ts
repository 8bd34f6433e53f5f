import "server-only";
import type { Db } from "@/db/client";
import { type DayPlacement, findDayPlacements, findExpiringPermits } from "@/db/day-work";
import { type ExtensionRecord, findExtensions } from "@/db/extensions";
import { addDays, type Day } from "@/domain/day";
import { type ExpiringPermit, PERMIT_WITHIN_DAYS } from "@/domain/task-causes";

/** What a municipality's tasks follow from, as far as the actor finds it. */
export type Found = { placements: DayPlacement[]; permits: ExpiringPermit[]; requests: ExtensionRecord[] };

const MOST_REQUESTS = 1_000;

/** Reads what a municipality's tasks follow from. */
export async function situationOf(db: Db, municipality: string, today: Day): Promise<Found> {
  const [placements, permits, requests] = await Promise.all([
    findDayPlacements(db, municipality, today), findExpiringPermits(db, municipality, addDays(today, PERMIT_WITHIN_DAYS)),
    findExtensions(db, { municipality, status: "asked", limit: MOST_REQUESTS }),
  ]);
  return { placements, permits, requests };
}
