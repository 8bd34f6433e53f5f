import "server-only";
import { recordAudit } from "@/db/audit";
import { bedsHeldBy, writePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { municipalHolidays } from "@/db/holidays";
import { changeStays, findPlacement, sumUp } from "@/db/placements";
import { openTask } from "@/db/tasks";
import { findUnit } from "@/db/units";
import { blocksOf } from "@/domain/blocks";
import { turnaroundOf } from "./open";

/** A plan that lost its place to what really happened. */
export type Displaced = { placementId: string } | { offerId: string };

type Losing = { placementId: string | null; stayId: string | null };

/**
 * Planned stays lose their bed: they need one, and a task says so. In a unit let whole the whole placement does, since the unit
 * is no longer theirs alone. Every unit concerned is locked by the caller.
 */
export async function displaceStays(db: Db, losing: readonly Losing[]): Promise<{ placementId: string }[]> {
  const placementIds = [...new Set(losing.flatMap(({ placementId }) => placementId ?? []))];
  for (const placementId of placementIds) {
    const stayIds = losing.filter((row) => row.placementId === placementId).flatMap(({ stayId }) => stayId ?? []);
    await displace(db, placementId, stayIds);
  }
  return placementIds.map((placementId) => ({ placementId }));
}

async function displace(db: Db, placementId: string, stayIds: string[]): Promise<void> {
  const placement = await findPlacement(db, placementId);
  const unit = await findUnit(db, placement.unitId);
  const wholeUnit = unit.letting === "whole_unit";
  const planned = placement.stays.filter(({ status }) => status === "planned");
  const losing = wholeUnit ? planned : planned.filter(({ id }) => stayIds.includes(id));
  await changeStays(db, losing.map(({ id }) => id), { status: "needs_bed", bedId: null });

  const kept = placement.stays.filter((stay) => !losing.includes(stay) && (stay.status === "planned" || stay.status === "in_house" || stay.status === "ended"));
  const stays = kept.flatMap(({ id, bedId, arrival, exit }) => (bedId === null ? [] : [{ stayId: id, bedId, arrival, exit }]));
  const bedIds = wholeUnit && stays.length > 0 ? await bedsHeldBy(db, placementId) : stays.map(({ bedId }) => bedId);
  const holding = { placementId, wholeUnit, bedIds, stays, turnaround: turnaroundOf(placement) };
  const blocks = blocksOf(holding, await municipalHolidays(db, placement.municipality));
  await writePlacementBlocks(db, { placementId, municipality: placement.municipality, unitId: placement.unitId, wholeUnit }, blocks);

  await sumUp(db, placementId);
  await openTask(db, { municipality: placement.municipality, kind: "needs_bed", cause: placementId, placementId, householdId: placement.householdId, facilityId: placement.facilityId });
  await recordAudit(db, { action: "placement.displaced", municipality: placement.municipality, subjectId: placementId });
}
