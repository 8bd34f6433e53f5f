import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "./client";
import { household, householdCase, membership, person, referral } from "./schema/households";
import { placement } from "./schema/placements";

/** Hides a household in a protected facility from everybody but that organisation and the manager; null: everybody of the municipality finds it again. */
export async function protectHousehold(db: Db, householdId: string, protectedFor: string | null): Promise<void> {
  const members = db.drizzle.select({ id: membership.personId }).from(membership).where(eq(membership.householdId, householdId));
  await db.drizzle.update(person).set({ protectedFor }).where(inArray(person.id, members));
  for (const table of [membership, householdCase, referral]) {
    await db.drizzle.update(table).set({ protectedFor }).where(eq(table.householdId, householdId));
  }
  await db.drizzle.update(household).set({ protectedFor }).where(eq(household.id, householdId));
}

/** The organisation that hides the household now, null without one. */
export async function protectionOf(db: Db, householdId: string): Promise<string | null> {
  const [row] = await db.drizzle.select({ protectedFor: household.protectedFor }).from(household).where(eq(household.id, householdId));
  return row?.protectedFor ?? null;
}

/** The organisation that must hide the household: of a planned or running placement in a protected facility. */
export async function liveProtection(db: Db, householdId: string): Promise<string | null> {
  const [row] = await db.drizzle
    .select({ protectedFor: placement.protectedFor })
    .from(placement)
    .where(and(eq(placement.householdId, householdId), isNotNull(placement.protectedFor), inArray(placement.status, ["planned", "in_house", "needs_bed"])))
    .limit(1);
  return row?.protectedFor ?? null;
}
