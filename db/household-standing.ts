import { desc, inArray, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { Movement } from "@/domain/household-list";
import type { Db } from "./client";
import { household, referral } from "./schema/households";

export type Standing = { urgency: number | null; hasEnded: boolean; lastMovement: Movement };

/** Of each household: how urgent its latest referral says it is, and when it last moved. */
export async function findStandings(db: Db, householdIds: readonly string[]): Promise<Map<string, Standing>> {
  if (householdIds.length === 0) return new Map();
  const ids = [...householdIds];
  const urgencies = await db.drizzle
    .selectDistinctOn([referral.householdId], { householdId: referral.householdId, urgency: referral.urgency })
    .from(referral)
    .where(inArray(referral.householdId, ids))
    .orderBy(referral.householdId, desc(referral.receivedOn), desc(referral.id));
  const urgencyOf = new Map(urgencies.map(({ householdId, urgency }) => [householdId, urgency]));
  const moves = await db.drizzle
    .select({
      id: household.id,
      arrival: sql<Day | null>`(SELECT max(p.arrival)::text FROM placement p WHERE p.household_id = household.id AND p.status = 'in_house')`,
      departure: sql<Day | null>`(SELECT max(p.exit)::text FROM placement p WHERE p.household_id = household.id AND p.status = 'ended')`,
      registered: sql<Day>`(household.created_at AT TIME ZONE 'Europe/Rome')::date::text`,
    })
    .from(household)
    .where(inArray(household.id, ids));
  return new Map(moves.map(({ id, ...days }) => [id, { urgency: urgencyOf.get(id) ?? null, hasEnded: days.departure !== null, lastMovement: lastOf(days) }]));
}

function lastOf({ arrival, departure, registered }: { arrival: Day | null; departure: Day | null; registered: Day }): Movement {
  if (arrival !== null && (departure === null || arrival >= departure)) return { kind: "arrival", on: arrival };
  return departure === null ? { kind: "registration", on: registered } : { kind: "departure", on: departure };
}
