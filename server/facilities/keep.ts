import "server-only";
import { recordAudit } from "@/db/audit";
import { addClosureBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { closuresOver } from "@/db/closures";
import {
  addBeds, addFacility, addUnit, type BedFields, type BedRecord, changeBed, changeFacility, changeUnit, confirmFacility, type FacilityFields, type FacilityRecord,
  findFacility, findUnitRecord, findUnitRecords, type UnitFields, type UnitRecord,
} from "@/db/facilities";
import { findOrganisation, findProgramme } from "@/db/organisations";
import { lockUnits } from "@/db/units";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { intersection, type Opening } from "@/domain/housing";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { daysAhead } from "../clock";
import { Malformed, requireIn, requireVersion } from "../guard";
import { usesOutside } from "./in-use";
import { openFacility, openUnit, openUnitOfBed } from "./open";

type Versioned = { id: string; expectedVersion: number | null };

export type NewFacility = FacilityFields & Pick<FacilityRecord, "name" | "kind" | "opensOn">;

/** Opens a facility in the municipality's books, with all the units told at once: what is refused leaves nothing behind. */
export async function createFacility(db: Db, municipality: string, fields: NewFacility, units: readonly NewUnit[]): Promise<FacilityRecord & { units: UnitRecord[] }> {
  requireIn(db, "facility.write", municipality);
  await requireOwn(db, municipality, fields);
  const id = await addFacility(db, municipality, fields);
  await recordAudit(db, { action: "facility.created", municipality, subjectId: id, facts: units.length > 0 ? { units: units.length } : {} });
  for (const unit of units) await addUnitWithBeds(db, { municipality, facilityId: id }, unit);
  return { ...(await findFacility(db, id)), units: await findUnitRecords(db, { facilityId: id }) };
}

/** A change may name one of the two days only; with the other as it is kept they must still be in order. */
function requireInOrder({ opensOn, closesOn }: Opening): void {
  if (opensOn !== null && closesOn !== null && opensOn >= closesOn) throw new Malformed("closesOn", "closes_before_it_opens");
}

/** The organisation and programme named must be the municipality's own. */
async function requireOwn(db: Db, municipality: string, { organisationId, programmeId }: FacilityFields): Promise<void> {
  if (organisationId) await findOrganisation(db, organisationId, municipality);
  if (programmeId) await findProgramme(db, programmeId, municipality);
}

/** Changes a facility; closing it is refused while somebody holds a bed after that day. */
export async function updateFacility(db: Db, { id, expectedVersion, fields }: Versioned & { fields: FacilityFields }, today: Day): Promise<Result<FacilityRecord, Refusals>> {
  const facility = await openFacility(db, id, "facility.write");
  await requireOwn(db, facility.municipality, fields);
  requireVersion(facility.version, expectedVersion);
  const units = await findUnitRecords(db, { facilityId: id });
  await lockUnits(db, units.map((unit) => unit.id));

  const after = { ...facility, ...fields };
  requireInOrder(after);
  const refusals: Refusal[] = [];
  for (const unit of units) {
    for (const bed of unit.beds) refusals.push(...(await usesOutside(db, [bed], intersection(bed, unit, after), today)));
  }
  const refused = inOrder(refusals);
  if (refused && (fields.opensOn !== undefined || fields.closesOn !== undefined)) return no(refused);

  await changeFacility(db, id, fields);
  await recordAudit(db, { action: "facility.changed", municipality: facility.municipality, subjectId: id, facts: { fields: Object.keys(fields) } });
  return ok(await findFacility(db, id));
}

/** "What is shown is true now." */
export async function confirm(db: Db, { id, expectedVersion }: Versioned): Promise<FacilityRecord> {
  const facility = await openFacility(db, id, "unit.write");
  requireVersion(facility.version, expectedVersion);
  await confirmFacility(db, id, daysAhead());
  await recordAudit(db, { action: "facility.confirmed", municipality: facility.municipality, subjectId: id });
  return findFacility(db, id);
}

export type NewUnit = { flat: string | null; fields: UnitFields & Pick<UnitRecord, "name" | "letting">; beds: (BedFields & { name: string })[] };

/** Adds a unit with its beds; closures of the facility hold for them too. */
export async function createUnit(db: Db, facilityId: string, unit: NewUnit, today: Day): Promise<UnitRecord> {
  const facility = await openFacility(db, facilityId, "unit.write");
  const { unitId, bedIds } = await addUnitWithBeds(db, { municipality: facility.municipality, facilityId }, unit);
  await inheritClosures(db, facility, unitId, bedIds, today);
  return findUnitRecord(db, unitId);
}

async function addUnitWithBeds(db: Db, at: { municipality: string; facilityId: string }, { flat, fields, beds }: NewUnit): Promise<{ unitId: string; bedIds: string[] }> {
  const unitId = await addUnit(db, { ...at, flat }, fields);
  const bedIds = await addBeds(db, { municipality: at.municipality, unitId }, beds);
  await recordAudit(db, { action: "unit.created", municipality: at.municipality, subjectId: unitId, facts: { beds: bedIds.length } });
  return { unitId, bedIds };
}

async function inheritClosures(db: Db, facility: FacilityRecord, unitId: string, bedIds: string[], today: Day): Promise<void> {
  for (const closure of await closuresOver(db, { facilityId: facility.id, unitId }, today)) {
    await addClosureBlocks(db, closure, bedIds.map((bedId) => ({ bedId, unitId })));
  }
}

/** Changes a unit. How it is let cannot change while somebody holds one of its beds. */
export async function updateUnit(db: Db, { id, expectedVersion, fields }: Versioned & { fields: UnitFields & { flat?: string | null } }, today: Day): Promise<Result<UnitRecord, Refusals>> {
  const { unit, facility } = await openUnit(db, id, "unit.write");
  requireVersion(unit.version, expectedVersion);
  const after = { ...unit, ...fields };
  requireInOrder(after);
  const changesLetting = fields.letting !== undefined && fields.letting !== unit.letting;
  const opening = changesLetting ? { opensOn: null, closesOn: today } : null;
  const refusals: Refusal[] = [];
  for (const bed of unit.beds) refusals.push(...(await usesOutside(db, [bed], opening ?? intersection(bed, after, facility), today)));
  const refused = inOrder(refusals);
  if (refused && (changesLetting || fields.opensOn !== undefined || fields.closesOn !== undefined)) return no(refused);

  await changeUnit(db, unit, fields);
  await recordAudit(db, { action: "unit.changed", municipality: unit.municipality, subjectId: id, facts: { fields: Object.keys(fields) } });
  return ok(await findUnitRecord(db, id));
}

/** Adds a bed to a unit; its closures hold for it too. */
export async function createBed(db: Db, unitId: string, fields: BedFields & { name: string }, today: Day): Promise<Result<BedRecord & { municipality: string }, Refusals>> {
  const { unit, facility } = await openUnit(db, unitId, "unit.write");
  if (unit.beds.some(({ name }) => name === fields.name)) return no([{ code: "name_taken", name: fields.name }]);
  const [bedId] = await addBeds(db, { municipality: unit.municipality, unitId }, [fields]);
  await inheritClosures(db, facility, unitId, bedId ? [bedId] : [], today);
  await recordAudit(db, { action: "bed.created", municipality: unit.municipality, subjectId: bedId ?? unitId });
  return ok(bedIn(await findUnitRecord(db, unitId), bedId ?? ""));
}

/** Adds several beds to a unit, all of them or none. */
export async function createBeds(db: Db, unitId: string, beds: readonly (BedFields & { name: string })[], today: Day): Promise<Result<UnitRecord, Refusals>> {
  const { unit, facility } = await openUnit(db, unitId, "unit.write");
  const refused = inOrder(beds.filter((bed) => unit.beds.some(({ name }) => name === bed.name)).map(({ name }) => ({ code: "name_taken", name })));
  if (refused) return no(refused);
  const bedIds = await addBeds(db, { municipality: unit.municipality, unitId }, beds);
  await inheritClosures(db, facility, unitId, bedIds, today);
  for (const bedId of bedIds) await recordAudit(db, { action: "bed.created", municipality: unit.municipality, subjectId: bedId });
  return ok(await findUnitRecord(db, unitId));
}

/** Changes a bed; closing it is refused while it is taken after that day. */
export async function updateBed(db: Db, { id, expectedVersion, fields }: Versioned & { fields: BedFields }, today: Day): Promise<Result<BedRecord & { municipality: string }, Refusals>> {
  const { unit, facility } = await openUnitOfBed(db, id, "unit.write");
  const bed = bedIn(unit, id);
  requireVersion(bed.version, expectedVersion);
  const after = { ...bed, ...fields };
  requireInOrder(after);
  const changesOpening = fields.opensOn !== undefined || fields.closesOn !== undefined;
  const refusals: Refusal[] = changesOpening ? await usesOutside(db, [bed], intersection(after, unit, facility), today) : [];
  if (fields.name !== undefined && unit.beds.some((other) => other.id !== id && other.name === fields.name)) refusals.push({ code: "name_taken", name: fields.name });
  const refused = inOrder(refusals);
  if (refused) return no(refused);

  await changeBed(db, id, fields);
  await recordAudit(db, { action: "bed.changed", municipality: unit.municipality, subjectId: id, facts: { fields: Object.keys(fields) } });
  return ok(bedIn(await findUnitRecord(db, unit.id), id));
}

function bedIn(unit: UnitRecord, id: string): BedRecord & { municipality: string } {
  const bed = unit.beds.find((each) => each.id === id);
  if (!bed) throw new Error("the bed is not in its unit");
  return { ...bed, municipality: unit.municipality };
}
