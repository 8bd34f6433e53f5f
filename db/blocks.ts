import { and, eq, gt, inArray, lt, ne, or, isNull } from "drizzle-orm";
import type { Block } from "@/domain/blocks";
import type { Day, Period } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import type { Db } from "./client";
import { newId } from "./ids";
import { bedBlock } from "./schema/placements";

export type BlockRow = typeof bedBlock.$inferSelect;

/** What a placement blocks in one of its units. */
export type UnitBlocks = { unit: Pick<Unit, "id" | "letting">; blocks: readonly Block[] };

/** Replaces all that the placement blocks, unit by unit. The exclusion constraints refuse what overlaps. */
export async function writePlacementBlocks(db: Db, placement: { id: string; municipality: string }, parts: readonly UnitBlocks[]): Promise<void> {
  await removePlacementBlocks(db, placement.id);
  const rows = parts.flatMap(({ unit, blocks }) => blocks.map((block) => ({
    id: newId(), municipalityId: placement.municipality, bedId: block.bedId, unitId: unit.id, kind: block.kind, from: block.from, until: block.until,
    placementId: placement.id, stayId: block.kind === "stay" ? block.recordId : null, wholeUnit: unit.letting === "whole_unit",
  })));
  if (rows.length > 0) await db.drizzle.insert(bedBlock).values(rows);
}

/** Takes away all that the placement blocks, to be written anew. */
export async function removePlacementBlocks(db: Db, placementId: string): Promise<void> {
  await db.drizzle.delete(bedBlock).where(eq(bedBlock.placementId, placementId));
}

/** The beds a placement holds, spare ones too, as far as they are blocked. */
export async function bedsHeldBy(db: Db, placementId: string): Promise<string[]> {
  const rows = await db.drizzle.selectDistinct({ bedId: bedBlock.bedId }).from(bedBlock).where(eq(bedBlock.placementId, placementId));
  return rows.map(({ bedId }) => bedId);
}

/** The nights the placement blocks, those of spare beds too. */
export async function nightsHeldBy(db: Db, placementId: string): Promise<(Period & { bedId: string })[]> {
  const { bedId, from, until, kind } = bedBlock;
  return db.drizzle.select({ bedId, from, until }).from(bedBlock).where(and(eq(bedBlock.placementId, placementId), inArray(kind, ["stay", "spare"])));
}

/** Rows of others that overlap any of the periods on its bed; in a unit let whole, on any bed of the unit. */
export async function othersInTheWay(db: Db, placementId: string | null, wanted: readonly (Period & { bedId: string })[]): Promise<BlockRow[]> {
  if (wanted.length === 0) return [];
  return db.drizzle
    .select()
    .from(bedBlock)
    .where(
      and(
        placementId === null ? undefined : or(isNull(bedBlock.placementId), ne(bedBlock.placementId, placementId)),
        or(...wanted.map(({ bedId, from, until }) => and(eq(bedBlock.bedId, bedId), gt(bedBlock.until, from), lt(bedBlock.from, until)))),
      ),
    );
}

export async function removeBlocks(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.drizzle.delete(bedBlock).where(inArray(bedBlock.id, [...ids]));
}

/** Leaves of the row only these parts; none: removes it. */
export async function keepParts(db: Db, row: BlockRow, parts: readonly Period[]): Promise<void> {
  await removeBlocks(db, [row.id]);
  if (parts.length === 0) return;
  const { during: _generated, ...columns } = row;
  await db.drizzle.insert(bedBlock).values(parts.map((part) => ({ ...columns, id: newId(), from: part.from, until: part.until })));
}

/** Adds the block rows of a closure, one per bed. */
export async function addClosureBlocks(db: Db, closure: { id: string; municipality: string; from: Day; until: Day }, beds: readonly { bedId: string; unitId: string }[]): Promise<void> {
  if (beds.length === 0) return;
  await db.drizzle.insert(bedBlock).values(
    beds.map(({ bedId, unitId }) => ({ id: newId(), municipalityId: closure.municipality, bedId, unitId, kind: "closure" as const, from: closure.from, until: closure.until, closureId: closure.id })),
  );
}

export async function removeClosureBlocks(db: Db, closureId: string): Promise<void> {
  await db.drizzle.delete(bedBlock).where(eq(bedBlock.closureId, closureId));
}
