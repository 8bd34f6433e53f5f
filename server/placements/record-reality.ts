import "server-only";
import { bedsHeldBy, type BlockRow, keepParts, othersInTheWay, removeBlocks, writePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { type Block, blocksOf, type Holding } from "@/domain/blocks";
import { no, ok, type Result } from "@/domain/failure";
import type { StayRecord } from "@/domain/placement";
import { makeRoom, type Standing, type Yielding } from "@/domain/reality";
import { inTheWay, type Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";
import type { OpenPlacement } from "./open";

/**
 * Writes what a placement blocks after its stays changed. What really happened goes over plans: `displaced` names what lost its
 * place. Only nights that somebody else really spent refuse it.
 */
export async function recordReality(db: Db, open: OpenPlacement, stays: readonly StayRecord[]): Promise<Result<Displaced[], Refusals>> {
  const own = blocksOf(await holdingOf(db, open, stays), open.holidays);
  const rows = await othersInTheWay(db, open.placement.id, wantedBy(own, open));
  const standing = await standingOf(db, rows);
  const room = makeRoom(own, standing, open.unit.letting === "whole_unit");
  if (room.inTheWay.length > 0) return no([{ code: "bed_taken", blockedBy: inTheWay(room.inTheWay.map(toBlock)) }]);

  const displaced = await giveWay(db, rows, room);
  await writeBlocks(db, open, room.blocks);
  return ok(displaced);
}

/** In a unit let whole nobody else's nights may lie in any of its beds, held or not. */
function wantedBy(own: readonly Block[], { unit }: OpenPlacement): (Block | { bedId: string; from: string; until: string })[] {
  if (unit.letting === "by_bed") return [...own];
  const [first] = own;
  if (!first) return [];
  return unit.beds.flatMap(({ id }) => own.filter(({ bedId }) => bedId === first.bedId).map((block) => ({ ...block, bedId: id })));
}

export async function writeBlocks(db: Db, { placement, unit }: OpenPlacement, blocks: readonly Block[]): Promise<void> {
  const where = { placementId: placement.id, municipality: placement.municipality, unitId: placement.unitId, wholeUnit: unit.letting === "whole_unit" };
  await writePlacementBlocks(db, where, blocks);
}

export async function holdingOf(db: Db, { placement, unit, turnaround }: OpenPlacement, stays: readonly StayRecord[]): Promise<Holding> {
  const live = stays.flatMap(({ id, bedId, arrival, exit, status }) =>
    bedId !== null && (status === "planned" || status === "in_house" || status === "ended") ? [{ stayId: id, bedId, arrival, exit }] : [],
  );
  const held = unit.letting === "whole_unit" ? await bedsHeldBy(db, placement.id) : [];
  return { placementId: placement.id, wholeUnit: unit.letting === "whole_unit", bedIds: [...new Set([...held, ...live.map(({ bedId }) => bedId)])], stays: live, turnaround };
}

async function standingOf(db: Db, rows: readonly BlockRow[]): Promise<Standing[]> {
  const ids = rows.flatMap(({ placementId }) => placementId ?? []);
  const others = new Map((ids.length > 0 ? await findPlacements(db, { ids: [...new Set(ids)] }) : []).map((each) => [each.id, each]));
  return rows.map((row) => ({
    id: row.id, bedId: row.bedId, kind: row.kind, from: row.from, until: row.until,
    placementId: row.placementId, stayId: row.stayId, closureId: row.closureId, offerId: row.offerId,
    isReal: row.placementId !== null && isReal(row, others.get(row.placementId)),
  }));
}

/** A spare bed is as real as the stay that holds its unit. A placement the reader may not see is never taken for a plan. */
function isReal(row: BlockRow, placement: PlacementRecord | undefined): boolean {
  if (!placement) return true;
  const stays = row.stayId ? placement.stays.filter(({ id }) => id === row.stayId) : placement.stays;
  return stays.some(({ status }) => status === "in_house" || status === "ended");
}

async function giveWay(db: Db, rows: readonly BlockRow[], room: Yielding): Promise<Displaced[]> {
  for (const { row, parts } of room.trimmed) {
    const stored = rows.find(({ id }) => id === row.id);
    if (stored) await keepParts(db, stored, parts);
  }
  await removeBlocks(db, room.withdrawnOffers.map(({ id }) => id));
  const placements = await displaceStays(db, room.displaced);
  return [...placements, ...room.withdrawnOffers.flatMap(({ offerId }) => (offerId ? [{ offerId }] : []))];
}

function toBlock(row: Standing): Block {
  return { bedId: row.bedId, kind: row.kind, recordId: row.stayId ?? row.placementId ?? row.id, placementId: row.placementId, from: row.from, until: row.until };
}
