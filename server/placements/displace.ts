import "server-only";
import { recordAudit } from "@/db/audit";
import { othersInTheWay, writePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { changeStays, findPlacement, type StayRow, sumUp } from "@/db/placements";
import { openTask } from "@/db/tasks";
import type { Block } from "@/domain/blocks";
import { withTailsCut } from "@/domain/reality";
import { heldWith, wantedBy } from "./holding";
import { withUnits } from "./open";

/** A plan that lost its place to what really happened. */
export type Displaced = { placementId: string } | { offerId: string };

type Losing = { placementId: string | null; stayId: string | null; bedId?: string };

/**
 * Planned stays lose their bed: they need one, and a task says so. In a unit let whole all that are planned there do, since the unit
 * is no longer theirs alone. Every unit concerned is locked by the caller. `coming`: what is about to be written over them.
 */
export async function displaceStays(db: Db, losing: readonly Losing[], coming: readonly Block[] = []): Promise<{ placementId: string }[]> {
  const placementIds = [...new Set(losing.flatMap(({ placementId }) => placementId ?? []))];
  for (const placementId of placementIds) await displace(db, placementId, losing.filter((row) => row.placementId === placementId), coming);
  return placementIds.map((placementId) => ({ placementId }));
}

async function displace(db: Db, placementId: string, rows: readonly Losing[], coming: readonly Block[]): Promise<void> {
  const open = await withUnits(db, await findPlacement(db, placementId));
  const { placement, units } = open;
  const isMet = (stay: StayRow) => rows.some(({ stayId }) => stayId === stay.id);
  const wholeUnits = units.filter(({ letting }) => letting === "whole_unit");
  const lost = wholeUnits.filter(({ id, beds }) => placement.stays.some((stay) => stay.unitId === id && isMet(stay)) || rows.some(({ bedId }) => beds.some((bed) => bed.id === bedId)));
  const losing = placement.stays.filter((stay) => stay.status === "planned" && (isMet(stay) || lost.some(({ id }) => id === stay.unitId)));
  await changeStays(db, losing.map(({ id }) => id), { status: "needs_bed", bedId: null });

  // The turnaround after what it keeps may have been cut before, by others who came or by what is coming now.
  const held = await heldWith(db, open, placement.stays.filter((stay) => !losing.includes(stay)));
  await writePlacementBlocks(db, placement, await Promise.all(held.map(async ({ unit, blocks }) => {
    const others = [...(await othersInTheWay(db, placementId, wantedBy(blocks, unit))), ...coming.filter(({ bedId }) => unit.beds.some(({ id }) => id === bedId))];
    return { unit, blocks: withTailsCut(blocks, others, unit.letting === "whole_unit") };
  })));
  await sumUp(db, placementId);
  await openTask(db, { municipality: placement.municipality, kind: "needs_bed", cause: placementId, placementId, householdId: placement.householdId, facilityId: placement.facilityId });
  await recordAudit(db, { action: "placement.displaced", municipality: placement.municipality, subjectId: placementId });
}
