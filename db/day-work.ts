import { and, eq, gt, gte, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Day } from "@/domain/day";
import type { WorkStay } from "@/domain/day-work";
import type { ExpiringPermit } from "@/domain/task-causes";
import type { Db } from "./client";
import { findPlacements, type PlacementRecord } from "./placements";
import { householdCase, person } from "./schema/households";
import { extension, placement, stay } from "./schema/placements";

export type DayPlacement = Omit<PlacementRecord, "stays"> & { stays: (PlacementRecord["stays"][number] & WorkStay)[]; noticeDays: number[] | null; isFollowed: boolean };

/** Placements of the municipality that may concern today: whoever is in house or without a bed, who is to have come, who left, who asked for more time. */
export async function findDayPlacements(db: Db, municipality: string, today: Day): Promise<DayPlacement[]> {
  const among = (condition: SQL | undefined) => db.drizzle.select({ id: placement.id }).from(placement).where(and(eq(placement.municipalityId, municipality), condition));
  // One after the other, each by an index: as one condition they would be looked for among the placements of all years.
  const rows = await union(
    db.drizzle.select({ id: extension.placementId }).from(extension).where(and(eq(extension.municipalityId, municipality), eq(extension.status, "asked"))),
    among(inArray(placement.status, ["in_house", "needs_bed"])),
    among(and(eq(placement.status, "planned"), lte(placement.arrival, today))),
    among(and(eq(placement.status, "ended"), gte(placement.exit, today))),
  );
  if (rows.length === 0) return [];
  const placements = await findPlacements(db, { ids: rows.map(({ id }) => id) });
  const [births, followed] = [await birthDates(db, placements), await householdsFollowed(db, today)];
  return placements.map((found) => ({
    ...found, noticeDays: found.rule?.noticeDays ?? null, isFollowed: followed.has(found.householdId), stays: found.stays.map((stay) => ({ ...stay, birthDate: births.get(stay.personId) ?? null })),
  }));
}

async function birthDates(db: Db, placements: readonly PlacementRecord[]): Promise<Map<string, Day>> {
  const ids = [...new Set(placements.flatMap(({ stays }) => stays.map(({ personId }) => personId)))];
  const rows = await db.drizzle.select({ id: person.id, birthDate: person.birthDate }).from(person).where(inArray(person.id, ids));
  return new Map(rows.map(({ id, birthDate }) => [id, birthDate]));
}

/** Households in whose case the actor is the reference social worker today. */
async function householdsFollowed(db: Db, today: Day): Promise<ReadonlySet<string>> {
  if (db.actor.kind === "system") return new Set();
  const rows = await db.drizzle
    .select({ householdId: householdCase.householdId })
    .from(householdCase)
    .where(and(eq(householdCase.socialWorkerId, db.actor.id), lte(householdCase.from, today), or(isNull(householdCase.until), gt(householdCase.until, today))));
  return new Set(rows.map(({ householdId }) => householdId));
}

/** Permits that expire by this day, of people who are in house, and whose renewal nobody has asked for. */
export async function findExpiringPermits(db: Db, municipality: string, by: Day): Promise<ExpiringPermit[]> {
  const rows = await db.drizzle
    .selectDistinct({ personId: person.id, placementId: stay.placementId, expiresOn: person.permitExpiresOn })
    .from(person)
    .innerJoin(stay, and(eq(stay.personId, person.id), eq(stay.status, "in_house")))
    .where(and(eq(person.municipalityId, municipality), isNotNull(person.permitExpiresOn), lte(person.permitExpiresOn, by), isNull(person.permitRenewalRequestedOn)));
  return rows.flatMap(({ expiresOn, ...row }) => (expiresOn === null ? [] : [{ ...row, expiresOn }]));
}
