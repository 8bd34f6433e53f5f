import "server-only";
import type { Db } from "@/db/client";
import { type FacilityRecord, findFacility, findUnitOfBed, findUnitRecord, type UnitRecord } from "@/db/facilities";
import { lockUnits } from "@/db/units";
import type { Permission } from "@/domain/actor";
import { requireFor } from "../guard";

export type OpenUnit = { unit: UnitRecord; facility: FacilityRecord };

/** A facility the actor may change, locked. */
export async function openFacility(db: Db, id: string, permission: Permission): Promise<FacilityRecord> {
  const facility = await findFacility(db, id, true);
  requireFor(db, permission, facility.municipality, facility.organisationId);
  return facility;
}

/** A unit the actor may change, locked as booking locks it: nobody places anybody meanwhile. */
export async function openUnit(db: Db, id: string, permission: Permission): Promise<OpenUnit> {
  await lockUnits(db, [id]);
  const unit = await findUnitRecord(db, id);
  const facility = await findFacility(db, unit.facilityId);
  requireFor(db, permission, facility.municipality, facility.organisationId);
  return { unit, facility };
}

/** The unit of a bed, locked. */
export async function openUnitOfBed(db: Db, bedId: string, permission: Permission): Promise<OpenUnit> {
  const unit = await findUnitOfBed(db, bedId);
  return openUnit(db, unit.id, permission);
}
