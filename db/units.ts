import { asc, inArray } from "drizzle-orm";
import type { Condition } from "@/domain/conditions";
import type { Day } from "@/domain/day";
import { bindingGenderPolicy, type GenderPolicy, intersection, type Opening, type Unit } from "@/domain/housing";
import type { Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { driverOf } from "./driver";
import { unit } from "./schema/facilities";

export type UnitFilter = { municipality?: string; facilityId?: string; kind?: string; unitIds?: string[] };

type UnitRow = Omit<Unit, "genderPolicy" | "turnaround"> & Opening & {
  facilityOpensOn: Day; facilityClosesOn: Day | null; turnaroundDays: number | null; turnaroundWorking: boolean | null; programmeConditions: Condition[] | null;
  unitPolicy: GenderPolicy | null; flatPolicy: GenderPolicy | null; facilityPolicy: GenderPolicy | null; facilityFeatures: string[]; facilityConditions: Condition[];
};

/**
 * Units as search and booking see them, with their beds' dates already cut to those of unit and facility; in the facility's order. Asked
 * at every search: one statement, through the driver, since drizzle takes longer to write and to read it than the database to answer.
 */
export async function findUnits(db: Db, filter: UnitFilter): Promise<Unit[]> {
  const sql = driverOf(db);
  const rows = await sql<UnitRow[]>`
    SELECT u.id, u.name, t.name AS "flatName", f.id AS "facilityId", f.name AS "facilityName", u.municipality_id AS municipality, f.organisation_id AS "organisationId",
      f.programme_id AS "programmeId", f.kind, u.letting, u.gender_policy AS "unitPolicy", t.gender_policy AS "flatPolicy", f.gender_policy AS "facilityPolicy",
      u.features, f.features AS "facilityFeatures", u.conditions, f.conditions AS "facilityConditions", p.conditions AS "programmeConditions",
      f.turnaround_days AS "turnaroundDays", f.turnaround_working AS "turnaroundWorking", f.address_protected AS "addressProtected", f.confirmed_at AS "confirmedAt",
      u.opens_on AS "opensOn", u.closes_on AS "closesOn", f.opens_on AS "facilityOpensOn", f.closes_on AS "facilityClosesOn",
      (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'kind', b.kind, 'opensOn', b.opens_on, 'closesOn', b.closes_on) ORDER BY b.position, b.id), '[]')
        FROM bed b WHERE b.unit_id = u.id) AS beds
    FROM unit u JOIN facility f ON f.id = u.facility_id LEFT JOIN flat t ON t.id = u.flat_id LEFT JOIN programme p ON p.id = f.programme_id
    WHERE true ${filter.municipality ? sql`AND u.municipality_id = ${filter.municipality}` : sql``} ${filter.facilityId ? sql`AND u.facility_id = ${filter.facilityId}` : sql``}
      ${filter.kind ? sql`AND f.kind = ${filter.kind}` : sql``} ${filter.unitIds ? sql`AND u.id = ANY (${filter.unitIds}::uuid[])` : sql``}
    ORDER BY f.name, f.id, u.position, u.id`;
  return rows.map(toUnit);
}

/** The unit, or NotFound. */
export async function findUnit(db: Db, unitId: string): Promise<Unit> {
  const [found] = await findUnits(db, { unitIds: [unitId] });
  if (!found) throw new NotFound("unit");
  return found;
}

function toUnit(row: UnitRow): Unit {
  const facility = { opensOn: row.facilityOpensOn, closesOn: row.facilityClosesOn };
  return {
    id: row.id,
    name: row.name,
    flatName: row.flatName,
    facilityId: row.facilityId,
    facilityName: row.facilityName,
    municipality: row.municipality,
    organisationId: row.organisationId,
    programmeId: row.programmeId,
    kind: row.kind,
    letting: row.letting,
    genderPolicy: bindingGenderPolicy(row.unitPolicy, row.flatPolicy, row.facilityPolicy),
    features: [...new Set([...row.features, ...row.facilityFeatures])],
    conditions: [...row.conditions, ...row.facilityConditions, ...(row.programmeConditions ?? [])],
    turnaround: toTurnaround(row),
    addressProtected: row.addressProtected,
    confirmedAt: row.confirmedAt === null ? null : new Date(row.confirmedAt).toISOString(),
    beds: row.beds.map((each) => ({ id: each.id, name: each.name, kind: each.kind, ...intersection(each, row, facility) })),
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
