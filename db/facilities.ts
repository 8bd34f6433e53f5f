import { and, asc, eq, gt, inArray, max, type SQL, sql } from "drizzle-orm";
import type { Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { bed, facility, flat, unit } from "./schema/facilities";
import { appUser } from "./schema/users";
import { fromTurnaround, toTurnaround } from "./units";

type FacilityColumns = typeof facility.$inferSelect;
export type FacilityRecord = Omit<FacilityColumns, "municipalityId" | "turnaroundDays" | "turnaroundWorking" | "externalId" | "createdAt" | "confirmedBy"> & { municipality: string; turnaround: Turnaround | null };
export type FacilityFields = Partial<Pick<FacilityColumns, "name" | "kind" | "address" | "addressProtected" | "genderPolicy" | "features" | "opensOn" | "closesOn" | "organisationId" | "programmeId">> & { turnaround?: Turnaround | null };

export async function addFacility(db: Db, municipality: string, { turnaround, ...fields }: FacilityFields & Pick<FacilityColumns, "name" | "kind" | "opensOn">): Promise<string> {
  const id = newId();
  await db.drizzle.insert(facility).values({ ...fields, ...fromTurnaround(turnaround), id, municipalityId: municipality });
  return id;
}

export async function changeFacility(db: Db, id: string, { turnaround, ...fields }: FacilityFields): Promise<void> {
  const changed = { ...fields, ...(turnaround === undefined ? {} : fromTurnaround(turnaround)), version: sql`${facility.version} + 1` };
  await db.drizzle.update(facility).set(changed).where(eq(facility.id, id));
}

export type FacilityFilter = { ids?: string[]; municipality?: string; after?: string; limit?: number };

export async function findFacilities(db: Db, filter: FacilityFilter): Promise<FacilityRecord[]> {
  const rows = await db.drizzle
    .select()
    .from(facility)
    .where(and(filter.ids ? inArray(facility.id, filter.ids) : undefined, filter.municipality ? eq(facility.municipalityId, filter.municipality) : undefined, filter.after ? gt(facility.id, filter.after) : undefined))
    .orderBy(asc(facility.id))
    .limit(filter.limit ?? 10_000);
  return rows.map(toFacility);
}

/** The facility, or NotFound. `lock`: until the transaction ends. */
export async function findFacility(db: Db, id: string, lock = false): Promise<FacilityRecord> {
  const query = db.drizzle.select().from(facility).where(eq(facility.id, id));
  const [row] = lock ? await query.for("no key update") : await query;
  if (!row) throw new NotFound("facility");
  return toFacility(row);
}

function toFacility({ municipalityId, turnaroundDays, turnaroundWorking, externalId: _external, createdAt: _created, confirmedBy: _by, ...row }: FacilityColumns): FacilityRecord {
  return { ...row, municipality: municipalityId, turnaround: toTurnaround({ turnaroundDays, turnaroundWorking }) };
}

/** What is shown is true now, says the operator; under a day that was set, at this time of that day in Rome. */
export async function confirmFacility(db: Db, id: string, daysAhead: number): Promise<void> {
  const now = sql`(clock_timestamp() AT TIME ZONE 'Europe/Rome' + ${daysAhead} * interval '1 day') AT TIME ZONE 'Europe/Rome'`;
  await db.drizzle.update(facility).set({ confirmedAt: now, confirmedBy: db.actor.id, version: sql`${facility.version} + 1` }).where(eq(facility.id, id));
}

/** Who that was; null when nobody did, or the reader knows no such user. */
export async function nameOfConfirmer(db: Db, id: string): Promise<string | null> {
  const [row] = await db.drizzle.select({ name: appUser.name }).from(facility).innerJoin(appUser, eq(appUser.id, facility.confirmedBy)).where(eq(facility.id, id));
  return row?.name ?? null;
}

export type UnitRecord = Omit<typeof unit.$inferSelect, "municipalityId" | "externalId" | "position" | "flatId" | "conditions"> & { municipality: string; flat: string | null; beds: BedRecord[] };
export type BedRecord = Omit<typeof bed.$inferSelect, "municipalityId" | "externalId" | "position">;

/** Units of a facility with their beds, in order; or (by `unitIds`) some units. */
export async function findUnitRecords(db: Db, filter: { facilityId?: string; unitIds?: string[] }): Promise<UnitRecord[]> {
  const narrowed: (SQL | undefined)[] = [filter.facilityId ? eq(unit.facilityId, filter.facilityId) : undefined, filter.unitIds ? inArray(unit.id, filter.unitIds) : undefined];
  const units = await db.drizzle.select({ unit, flat: flat.name }).from(unit).leftJoin(flat, eq(flat.id, unit.flatId)).where(and(...narrowed)).orderBy(asc(unit.position), asc(unit.id));
  const ids = units.map((row) => row.unit.id);
  const beds = ids.length > 0 ? await db.drizzle.select().from(bed).where(inArray(bed.unitId, ids)).orderBy(asc(bed.position), asc(bed.id)) : [];
  return units.map(({ unit: { municipalityId, externalId: _external, position: _position, flatId: _flat, conditions: _conditions, ...row }, flat: flatName }) => ({
    ...row, municipality: municipalityId, flat: flatName, beds: beds.filter(({ unitId }) => unitId === row.id).map(toBed),
  }));
}

function toBed({ municipalityId: _municipality, externalId: _external, position: _position, ...row }: typeof bed.$inferSelect): BedRecord {
  return row;
}

/** The unit with its beds, or NotFound. */
export async function findUnitRecord(db: Db, id: string): Promise<UnitRecord> {
  const [found] = await findUnitRecords(db, { unitIds: [id] });
  if (!found) throw new NotFound("unit");
  return found;
}

/** The unit a bed is in, or NotFound. */
export async function findUnitOfBed(db: Db, bedId: string): Promise<UnitRecord> {
  const [row] = await db.drizzle.select({ unitId: bed.unitId }).from(bed).where(eq(bed.id, bedId));
  if (!row) throw new NotFound("bed");
  return findUnitRecord(db, row.unitId);
}

export type UnitFields = Partial<Pick<typeof unit.$inferSelect, "name" | "letting" | "features" | "genderPolicy" | "opensOn" | "closesOn">>;

export async function addUnit(db: Db, place: { municipality: string; facilityId: string; flat: string | null }, fields: UnitFields & Pick<typeof unit.$inferSelect, "name" | "letting">): Promise<string> {
  const [last] = await db.drizzle.select({ position: max(unit.position) }).from(unit).where(eq(unit.facilityId, place.facilityId));
  const id = newId();
  const flatId = place.flat === null ? null : await flatNamed(db, place, place.flat);
  await db.drizzle.insert(unit).values({ ...fields, id, municipalityId: place.municipality, facilityId: place.facilityId, flatId, position: (last?.position ?? 0) + 1 });
  return id;
}

async function flatNamed(db: Db, place: { municipality: string; facilityId: string }, name: string): Promise<string> {
  await db.drizzle.insert(flat).values({ id: newId(), municipalityId: place.municipality, facilityId: place.facilityId, name }).onConflictDoNothing();
  const [row] = await db.drizzle.select({ id: flat.id }).from(flat).where(and(eq(flat.facilityId, place.facilityId), eq(flat.name, name)));
  if (!row) throw new NotFound("flat");
  return row.id;
}

/** `flat`: its name, made where there is none yet; null: in no flat. */
export async function changeUnit(db: Db, { id, municipality, facilityId }: Pick<UnitRecord, "id" | "municipality" | "facilityId">, { flat: name, ...fields }: UnitFields & { flat?: string | null }): Promise<void> {
  const moved = name === undefined ? {} : { flatId: name === null ? null : await flatNamed(db, { municipality, facilityId }, name) };
  await db.drizzle.update(unit).set({ ...fields, ...moved, version: sql`${unit.version} + 1` }).where(eq(unit.id, id));
}

export type BedFields = Partial<Pick<typeof bed.$inferSelect, "name" | "kind" | "opensOn" | "closesOn">>;

/** Adds beds behind those the unit has, in the order given. */
export async function addBeds(db: Db, to: { municipality: string; unitId: string }, beds: readonly (BedFields & { name: string })[]): Promise<string[]> {
  if (beds.length === 0) return [];
  const [last] = await db.drizzle.select({ position: max(bed.position) }).from(bed).where(eq(bed.unitId, to.unitId));
  const rows = beds.map((fields, index) => ({ ...fields, id: newId(), municipalityId: to.municipality, unitId: to.unitId, position: (last?.position ?? 0) + 1 + index }));
  await db.drizzle.insert(bed).values(rows);
  return rows.map(({ id }) => id);
}

export async function changeBed(db: Db, id: string, fields: BedFields): Promise<void> {
  await db.drizzle.update(bed).set({ ...fields, version: sql`${bed.version} + 1` }).where(eq(bed.id, id));
}
