import "server-only";
import { addClosureBlocks, type BlockRow, keepParts, nightsHeldBy, othersInTheWay, removeBlocks, writePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { findClosures } from "@/db/closures";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { type Block, gaps, sharedByTheirOwn } from "@/domain/blocks";
import { earlierOf, laterOf, overlaps, type Period } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { StayRecord } from "@/domain/placement";
import { makeRoom, type Standing, type Yielding } from "@/domain/reality";
import { inTheWay, type Refusal, type Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";
import { heldWith, takenAgain, type UnitHolding, wantedBy } from "./holding";
import type { OpenPlacement } from "./open";

/**
 * Writes what a placement blocks after its stays changed. What really happened goes over plans: `displaced` names what lost its
 * place. Only nights that somebody else really spent refuse it.
 */
export async function recordReality(db: Db, open: OpenPlacement, stays: readonly StayRecord[]): Promise<Result<Displaced[], Refusals>> {
  return writeOver(db, open.placement, await heldWith(db, open, stays, await takenAgain(db, open, stays)));
}

/** Writes these blocks of a placement, unit by unit, over whatever has to yield. */
export async function writeOver(db: Db, placement: Pick<PlacementRecord, "id" | "municipality">, held: readonly UnitHolding[]): Promise<Result<Displaced[], Refusals>> {
  const shared = sharedByTheirOwn(held.flatMap(({ blocks }) => blocks));
  if (shared.length > 0) return no([{ code: "bed_taken", blockedBy: inTheWay(shared) }]);
  const rooms = await roomsFor(db, placement, held);
  const [spent] = spentIn(rooms);
  if (spent) return no([spent]);

  const before = await nightsHeldBy(db, placement.id);
  for (const room of rooms) await giveWay(db, room.rows, room);
  const placements = await displaceStays(db, rooms.flatMap(({ displaced }) => displaced), rooms.flatMap(({ blocks }) => blocks));
  await writePlacementBlocks(db, placement, rooms);
  for (const room of rooms) await closeAgain(db, placement.municipality, room, before);
  return ok([...placements, ...rooms.flatMap(({ withdrawnOffers }) => withdrawnOffers).flatMap(({ offerId }) => (offerId ? [{ offerId }] : []))]);
}

type Room = UnitHolding & Yielding & { rows: BlockRow[] };

function roomsFor(db: Db, placement: Pick<PlacementRecord, "id">, held: readonly UnitHolding[]): Promise<Room[]> {
  return Promise.all(held.map(async ({ unit, blocks }) => {
    const rows = await othersInTheWay(db, placement.id, wantedBy(blocks, unit));
    return { unit, rows, ...makeRoom(blocks, await standingOf(db, rows), unit.letting === "whole_unit") };
  }));
}

function spentIn(rooms: readonly Room[]): Refusal[] {
  const inTheirWay = rooms.flatMap((room) => room.inTheWay);
  return inTheirWay.length > 0 ? [{ code: "bed_taken", blockedBy: inTheWay(inTheirWay.map(toBlock)) }] : [];
}

/** The refusal of nights that others really spent where these blocks would lie; nothing is written. */
export async function spentByOthers(db: Db, placement: Pick<PlacementRecord, "id">, held: readonly UnitHolding[]): Promise<Refusal[]> {
  return spentIn(await roomsFor(db, placement, held));
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

/** A closure yielded to nights that somebody spent: once it is known that nobody did, it holds again. */
async function closeAgain(db: Db, municipality: string, { unit, blocks }: UnitHolding, before: readonly (Period & { bedId: string })[]): Promise<void> {
  const nights = blocks.filter(({ kind }) => kind === "stay" || kind === "spare");
  const given = before.filter(({ bedId }) => unit.beds.some(({ id }) => id === bedId)).flatMap(({ bedId, ...held }) => gaps(held, nights.filter((night) => night.bedId === bedId)).map((part) => ({ bedId, ...part })));
  const [first] = given.map(({ from }) => from).toSorted();
  if (first === undefined) return;
  const closures = (await findClosures(db, unit.facilityId, first)).filter(({ unitId, facilityId, bedId }) => facilityId !== null || unitId === unit.id || given.some((part) => part.bedId === bedId));
  const standing = closures.length > 0 ? await othersInTheWay(db, null, given) : [];
  for (const closure of closures) {
    for (const part of given.filter((each) => overlaps(each, closure) && (closure.bedId === null || closure.bedId === each.bedId))) {
      const open = gaps({ from: laterOf(part.from, closure.from), until: earlierOf(part.until, closure.until) }, standing.filter((row) => row.bedId === part.bedId && (row.closureId === closure.id || row.kind === "stay" || row.kind === "spare")));
      for (const days of open) await addClosureBlocks(db, { id: closure.id, municipality, ...days }, [{ bedId: part.bedId, unitId: unit.id }]);
    }
  }
}

function toBlock(row: Standing): Block {
  return { bedId: row.bedId, kind: row.kind, recordId: row.stayId ?? row.placementId ?? row.id, placementId: row.placementId, from: row.from, until: row.until };
}
