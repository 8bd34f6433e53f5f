import "server-only";
import type { Db } from "@/db/client";
import { liveProtection, protectHousehold, protectionOf } from "@/db/protection";

/** A household is hidden while it has a place in a protected facility, and is found again by everybody afterwards. */
export async function releaseProtection(db: Db, householdId: string): Promise<void> {
  const [now, due] = [await protectionOf(db, householdId), await liveProtection(db, householdId)];
  if (now !== due) await protectHousehold(db, householdId, due);
}
