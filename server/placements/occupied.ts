import "server-only";
import type { Db } from "@/db/client";
import { inHouseIn } from "@/db/occupancy";
import type { PlacementRecord, StayRow } from "@/db/placements";
import { type Block, expectedExit, isOverdue } from "@/domain/blocks";
import { type Day, overlaps } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import { inTheWay, type Refusal } from "@/domain/refusals";
import type { OpenPlacement } from "./open";
import { spentByOthers } from "./record-reality";

export type Taken = { unitId: string; bedId: string | null };

/** Nobody is checked into a bed somebody is still in; in a unit let whole, into a unit. `except`: placements whose people make room themselves. */
export async function occupiedBy(db: Db, units: readonly Unit[], taken: readonly Taken[], except: readonly string[]): Promise<Refusal[]> {
  const entered = units.filter(({ id }) => taken.some(({ unitId }) => unitId === id));
  const beds = new Set(entered.flatMap((unit) => (unit.letting === "whole_unit" ? unit.beds.map(({ id }) => id) : taken.filter(({ unitId }) => unitId === unit.id).map(({ bedId }) => bedId))));
  const still = (await inHouseIn(db, entered.map(({ id }) => id))).filter((stay) => !except.includes(stay.placementId) && beds.has(stay.bedId));
  if (still.length === 0) return [];
  const blocks = still.map((stay): Block => ({ bedId: stay.bedId, kind: "stay", recordId: stay.stayId, placementId: stay.placementId, from: stay.arrival, until: stay.exit }));
  return [{ code: "bed_occupied", blockedBy: inTheWay(blocks) }];
}

/** Somebody of their own household is in one of these beds now. */
export function occupiedByTheirOwn({ id, stays }: PlacementRecord, entered: readonly { bedId: string | null }[]): Refusal[] {
  const here = stays.filter((stay) => stay.status === "in_house" && entered.some(({ bedId }) => bedId === stay.bedId));
  const blocks = here.map((stay): Block => ({ bedId: stay.bedId ?? "", kind: "stay", recordId: stay.id, placementId: id, from: stay.arrival, until: stay.exit }));
  return blocks.length > 0 ? [{ code: "bed_occupied", blockedBy: inTheWay(blocks) }] : [];
}

/** Who has not left was there until tonight, also after the exit that was planned: nobody else can have spent those nights. */
export function spentMeanwhile(db: Db, { placement, units }: OpenPlacement, here: readonly StayRow[], today: Day): Promise<Refusal[]> {
  const nights = here.flatMap((stay): Block[] => (stay.bedId !== null && isOverdue(stay, today) ? [{ bedId: stay.bedId, kind: "stay", recordId: stay.id, placementId: placement.id, from: stay.exit, until: expectedExit(stay, today) }] : []));
  return spentByOthers(db, placement, units.map((unit) => ({ unit, blocks: nights.filter(({ bedId }) => unit.beds.some(({ id }) => id === bedId)) })));
}

/** Nights of whoever is overdue are stored nowhere, as they move on with every day; nobody else can have spent them. */
export async function spentByOverdue(db: Db, { placement, units }: OpenPlacement, gone: readonly StayRow[], today: Day): Promise<Refusal[]> {
  const entered = units.filter(({ id }) => gone.some(({ unitId }) => unitId === id));
  const overdue = (await inHouseIn(db, entered.map(({ id }) => id))).filter((stay) => stay.placementId !== placement.id && isOverdue(stay, today));
  const blocks = overdue.map((stay): Block => ({ bedId: stay.bedId, kind: "stay", recordId: stay.stayId, placementId: stay.placementId, from: stay.exit, until: expectedExit(stay, today) }));
  const met = blocks.filter((block) => entered.some((unit) => unit.beds.some(({ id }) => id === block.bedId) && gone.some((stay) => stay.unitId === unit.id && (unit.letting === "whole_unit" || stay.bedId === block.bedId) && overlaps(block, { from: stay.arrival, until: stay.exit }))));
  return met.length > 0 ? [{ code: "bed_taken", blockedBy: inTheWay(met) }] : [];
}

/** Whose nights are in the way is told once: a bed is occupied where nothing but the person is. */
export function untold(occupied: readonly Refusal[], told: readonly Refusal[]): Refusal[] {
  const taken = told.flatMap((refusal) => (refusal.code === "bed_taken" ? refusal.blockedBy.map(({ bedId }) => bedId) : []));
  return occupied.filter((refusal) => refusal.code !== "bed_occupied" || refusal.blockedBy.some(({ bedId }) => !taken.includes(bedId)));
}
