import "server-only";
import { recordAudit } from "@/db/audit";
import { addClosureBlocks, removeClosureBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { addClosure, cancelClosure, type ClosureRecord, lockClosure } from "@/db/closures";
import { findFacility, findUnitOfBed, findUnitRecord, findUnitRecords, type UnitRecord } from "@/db/facilities";
import { blocksDuring, inHouseIn } from "@/db/occupancy";
import { lockUnits } from "@/db/units";
import { municipalHolidays } from "@/db/holidays";
import { type Block, blocksAsOf } from "@/domain/blocks";
import { type Day, overlaps } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { inTheWay, type Refusals } from "@/domain/refusals";
import { openFacility } from "../facilities/open";
import { requireFor, requireVersion } from "../guard";

export type CloseInput = { bedId: string | null; unitId: string | null; facilityId: string | null; from: Day; until: Day; reason: string; note: string | null };

/** After every day there is. */
const FOR_EVER: Day = "2200-01-01";

type Target = { municipality: string; beds: { bedId: string; unitId: string }[] };

/** Takes a bed, a unit or a facility out of service. Refused, with who and until when, where somebody is or will be in it. */
export async function close(db: Db, input: CloseInput, today: Day): Promise<Result<ClosureRecord, Refusals>> {
  const target = await lockTarget(db, input);
  const blocking = await holding(db, target, input, today);
  if (blocking.length > 0) return no([{ code: "bed_taken", blockedBy: inTheWay(blocking) }]);

  const closure = await addClosure(db, { ...input, municipality: target.municipality });
  await addClosureBlocks(db, closure, target.beds);
  await recordAudit(db, { action: "closure.created", municipality: target.municipality, subjectId: closure.id, facts: { beds: target.beds.length, reason: input.reason } });
  return ok(closure);
}

async function lockTarget(db: Db, { bedId, unitId, facilityId }: CloseInput): Promise<Target> {
  if (facilityId !== null) {
    const facility = await openFacility(db, facilityId, "closure.write");
    return lockedBeds(db, facility.municipality, await findUnitRecords(db, { facilityId }), null);
  }
  const unit = bedId !== null ? await findUnitOfBed(db, bedId) : await findUnitRecord(db, unitId ?? "");
  const facility = await findFacility(db, unit.facilityId);
  requireFor(db, "closure.write", facility.municipality, facility.organisationId);
  return lockedBeds(db, facility.municipality, [unit], bedId);
}

async function lockedBeds(db: Db, municipality: string, units: UnitRecord[], onlyBed: string | null): Promise<Target> {
  await lockUnits(db, units.map(({ id }) => id));
  const beds = units.flatMap((unit) => unit.beds.map(({ id }) => ({ bedId: id, unitId: unit.id })));
  return { municipality, beds: onlyBed === null ? beds : beds.filter(({ bedId }) => bedId === onlyBed) };
}

/** Stays, also overdue ones, and offers in the days of the closure. Closures and turnaround may lie under it. */
export async function holding(db: Db, { municipality, beds }: Target, days: { from: Day; until: Day | null }, today: Day): Promise<Block[]> {
  const bedIds = beds.map(({ bedId }) => bedId);
  const occupancy = {
    blocks: await blocksDuring(db, bedIds, days),
    inHouse: (await inHouseIn(db, beds.map(({ unitId }) => unitId))).filter(({ bedId }) => bedIds.includes(bedId)),
    holidays: await municipalHolidays(db, municipality),
    today,
  };
  return blocksAsOf(occupancy).filter((block) => block.kind !== "closure" && block.kind !== "turnaround" && overlaps(block, { from: days.from, until: days.until ?? FOR_EVER }));
}

/** Puts the beds back in service; the record stays, marked cancelled. */
export async function reopen(db: Db, { id, expectedVersion }: { id: string; expectedVersion: number | null }): Promise<Result<ClosureRecord, Refusals>> {
  const closure = await lockClosure(db, id);
  const facilityId = closure.facilityId ?? (closure.bedId ? await findUnitOfBed(db, closure.bedId) : await findUnitRecord(db, closure.unitId ?? "")).facilityId;
  const facility = await findFacility(db, facilityId);
  requireFor(db, "closure.write", facility.municipality, facility.organisationId);
  requireVersion(closure.version, expectedVersion);
  if (closure.cancelledAt !== null) return no([{ code: "wrong_state", status: "cancelled", step: "cancellation", record: "closure" }]);

  await removeClosureBlocks(db, id);
  await recordAudit(db, { action: "closure.cancelled", municipality: closure.municipality, subjectId: id });
  return ok(await cancelClosure(db, id));
}
