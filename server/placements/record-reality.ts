import "server-only";
import { type BlockRow, keepParts, othersInTheWay, removeBlocks, writePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import type { Block } from "@/domain/blocks";
import { no, ok, type Result } from "@/domain/failure";
import type { StayRecord } from "@/domain/placement";
import { makeRoom, type Standing, type Yielding } from "@/domain/reality";
import { inTheWay, type Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";
import { heldWith, type UnitHolding, wantedBy } from "./holding";
import type { OpenPlacement } from "./open";

/**
 * Writes what a placement blocks after its stays changed. What really happened goes over plans: `displaced` names what lost its
 * place. Only nights that somebody else really spent refuse it.
 */
export async function recordReality(db: Db, open: OpenPlacement, stays: readonly StayRecord[]): Promise<Result<Displaced[], Refusals>> {
  return writeOver(db, open.placement, await heldWith(db, open, stays));
}

/** Writes these blocks of a placement, unit by unit, over whatever has to yield. */
export async function writeOver(db: Db, placement: Pick<PlacementRecord, "id" | "municipality">, held: readonly UnitHolding[]): Promise<Result<Displaced[], Refusals>> {
  const rooms = await Promise.all(held.map(async ({ unit, blocks }) => {
    const rows = await othersInTheWay(db, placement.id, wantedBy(blocks, unit));
    return { unit, rows, ...makeRoom(blocks, await standingOf(db, rows), unit.letting === "whole_unit") };
  }));
  const inTheirWay = rooms.flatMap((room) => room.inTheWay);
  if (inTheirWay.length > 0) return no([{ code: "bed_taken", blockedBy: inTheWay(inTheirWay.map(toBlock)) }]);

  for (const room of rooms) await giveWay(db, room.rows, room);
  const placements = await displaceStays(db, rooms.flatMap(({ displaced }) => displaced), rooms.flatMap(({ blocks }) => blocks));
  await writePlacementBlocks(db, placement, rooms);
  return ok([...placements, ...rooms.flatMap(({ withdrawnOffers }) => withdrawnOffers).flatMap(({ offerId }) => (offerId ? [{ offerId }] : []))]);
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

async function giveWay(db: Db, rows: readonly BlockRow[], room: Yielding): Promise<void> {
  for (const { row, parts } of room.trimmed) {
    const stored = rows.find(({ id }) => id === row.id);
    if (stored) await keepParts(db, stored, parts);
  }
  await removeBlocks(db, room.withdrawnOffers.map(({ id }) => id));
}

function toBlock(row: Standing): Block {
  return { bedId: row.bedId, kind: row.kind, recordId: row.stayId ?? row.placementId ?? row.id, placementId: row.placementId, from: row.from, until: row.until };
}
