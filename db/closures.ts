import { and, asc, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { bed, closure, unit } from "./schema/facilities";

export type ClosureRecord = Omit<typeof closure.$inferSelect, "municipalityId" | "createdAt"> & { municipality: string };

export function toClosure({ municipalityId, createdAt: _created, ...row }: typeof closure.$inferSelect): ClosureRecord {
  return { ...row, municipality: municipalityId };
}

/** Closures not cancelled of a facility, its units and its beds that end after `from`. */
export async function findClosures(db: Db, facilityId: string, from: Day): Promise<ClosureRecord[]> {
  const rows = await db.drizzle
    .select()
    .from(closure)
    .where(and(isNull(closure.cancelledAt), gt(closure.until, from), within(db, facilityId)))
    .orderBy(asc(closure.from), asc(closure.id));
  return rows.map(toClosure);
}

/** All closures there ever were of a facility, its units and its beds, the latest made first. */
export async function findClosureHistory(db: Db, facilityId: string, { before, limit }: { before?: string; limit: number }): Promise<ClosureRecord[]> {
  const rows = await db.drizzle
    .select()
    .from(closure)
    .where(and(within(db, facilityId), before ? lt(closure.id, before) : undefined))
    .orderBy(desc(closure.id))
    .limit(limit);
  return rows.map(toClosure);
}

function within(db: Db, facilityId: string): SQL | undefined {
  const units = db.drizzle.select({ id: unit.id }).from(unit).where(eq(unit.facilityId, facilityId));
  const beds = db.drizzle.select({ id: bed.id }).from(bed).innerJoin(unit, eq(unit.id, bed.unitId)).where(eq(unit.facilityId, facilityId));
  return or(eq(closure.facilityId, facilityId), inArray(closure.unitId, units), inArray(closure.bedId, beds));
}

export type NewClosure = { municipality: string; bedId: string | null; unitId: string | null; facilityId: string | null; from: Day; until: Day; reason: string; note: string | null };

export async function addClosure(db: Db, { municipality, ...fields }: NewClosure): Promise<ClosureRecord> {
  const [row] = await db.drizzle.insert(closure).values({ ...fields, id: newId(), municipalityId: municipality }).returning();
  if (!row) throw new Error("the closure was not returned");
  return toClosure(row);
}

/** The closure, locked until the transaction ends, or NotFound. */
export async function lockClosure(db: Db, id: string): Promise<ClosureRecord> {
  const [row] = await db.drizzle.select().from(closure).where(eq(closure.id, id)).for("no key update");
  if (!row) throw new NotFound("closure");
  return toClosure(row);
}

/** Cancelled, the record stays. */
export async function cancelClosure(db: Db, id: string): Promise<ClosureRecord> {
  const [row] = await db.drizzle.update(closure).set({ cancelledAt: sql`clock_timestamp()`, version: sql`${closure.version} + 1` }).where(eq(closure.id, id)).returning();
  if (!row) throw new NotFound("closure");
  return toClosure(row);
}

/** Closures of the whole facility or unit, not cancelled and not over: they hold for beds added meanwhile too. */
export async function closuresOver(db: Db, over: { facilityId: string; unitId: string }, from: Day): Promise<ClosureRecord[]> {
  const rows = await db.drizzle
    .select()
    .from(closure)
    .where(and(isNull(closure.cancelledAt), gt(closure.until, from), or(eq(closure.facilityId, over.facilityId), eq(closure.unitId, over.unitId))));
  return rows.map(toClosure);
}
