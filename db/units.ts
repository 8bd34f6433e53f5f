import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { bindingGenderPolicy, intersection, type Unit } from "@/domain/housing";
import type { Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { bed, facility, flat, unit } from "./schema/facilities";
import { programme } from "./schema/organisations";

export type UnitFilter = { municipality?: string; facilityId?: string; kind?: string; unitIds?: string[] };

/** Units as search and booking see them, with their beds' dates already cut to those of unit and facility; in the facility's order. */
export async function findUnits(db: Db, filter: UnitFilter): Promise<Unit[]> {
  const rows = await db.drizzle
    .select({ unit, facility, flatName: flat.name, flatPolicy: flat.genderPolicy, programmeConditions: programme.conditions })
    .from(unit)
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .leftJoin(flat, eq(flat.id, unit.flatId))
    .leftJoin(programme, eq(programme.id, facility.programmeId))
    .where(and(...narrowed(filter)))
    .orderBy(asc(facility.name), asc(facility.id), asc(unit.position), asc(unit.id));
  const beds = await bedsOf(db, rows.map((row) => row.unit.id));
  return rows.map((row) => toUnit(row, beds.get(row.unit.id) ?? []));
}

/** The unit, or NotFound. */
export async function findUnit(db: Db, unitId: string): Promise<Unit> {
  const [found] = await findUnits(db, { unitIds: [unitId] });
  if (!found) throw new NotFound("unit");
  return found;
}

function narrowed(filter: UnitFilter): SQL[] {
  const conditions: SQL[] = [];
  if (filter.municipality) conditions.push(eq(unit.municipalityId, filter.municipality));
  if (filter.facilityId) conditions.push(eq(unit.facilityId, filter.facilityId));
  if (filter.kind) conditions.push(eq(facility.kind, filter.kind as Unit["kind"]));
  if (filter.unitIds) conditions.push(inArray(unit.id, filter.unitIds));
  return conditions;
}

type BedRow = typeof bed.$inferSelect;

async function bedsOf(db: Db, unitIds: string[]): Promise<Map<string, BedRow[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db.drizzle.select().from(bed).where(inArray(bed.unitId, unitIds)).orderBy(asc(bed.position), asc(bed.id));
  const byUnit = new Map<string, BedRow[]>();
  for (const row of rows) byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row]);
  return byUnit;
}

type UnitRow = {
  unit: typeof unit.$inferSelect;
  facility: typeof facility.$inferSelect;
  flatName: string | null;
  flatPolicy: Unit["genderPolicy"] | null;
  programmeConditions: Unit["conditions"] | null;
};

function toUnit(row: UnitRow, beds: BedRow[]): Unit {
  return {
    id: row.unit.id,
    name: row.unit.name,
    flatName: row.flatName,
    facilityId: row.facility.id,
    facilityName: row.facility.name,
    municipality: row.unit.municipalityId,
    organisationId: row.facility.organisationId,
    programmeId: row.facility.programmeId,
    kind: row.facility.kind,
    letting: row.unit.letting,
    genderPolicy: bindingGenderPolicy(row.unit.genderPolicy, row.flatPolicy, row.facility.genderPolicy),
    features: [...new Set([...row.unit.features, ...row.facility.features])],
    conditions: [...row.unit.conditions, ...row.facility.conditions, ...(row.programmeConditions ?? [])],
    turnaround: toTurnaround(row.facility),
    addressProtected: row.facility.addressProtected,
    confirmedAt: row.facility.confirmedAt,
    beds: beds.map((each) => ({ id: each.id, name: each.name, kind: each.kind, ...intersection(each, row.unit, row.facility) })),
  };
}

/** Null when nothing is said: look further. */
export function toTurnaround(row: { turnaroundDays: number | null; turnaroundWorking: boolean | null }): Turnaround | null {
  return row.turnaroundDays === null ? null : { days: row.turnaroundDays, working: row.turnaroundWorking ?? false };
}

export function fromTurnaround(turnaround: Turnaround | null | undefined): { turnaroundDays: number | null; turnaroundWorking: boolean | null } {
  return { turnaroundDays: turnaround?.days ?? null, turnaroundWorking: turnaround?.working ?? null };
}

/** Locks the units, in order of id as every writer does, until the transaction ends. Units of other municipalities are NotFound. */
export async function lockUnits(db: Db, unitIds: readonly string[]): Promise<void> {
  const ids = [...new Set(unitIds)].sort();
  if (ids.length === 0) return;
  const locked = await db.drizzle.select({ id: unit.id }).from(unit).where(inArray(unit.id, ids)).orderBy(asc(unit.id)).for("no key update");
  if (locked.length < ids.length) throw new NotFound("unit");
}
