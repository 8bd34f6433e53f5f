import "server-only";
import { bedsHeldBy } from "@/db/blocks";
import type { Db } from "@/db/client";
import { blocksDuring } from "@/db/occupancy";
import type { PlacementRecord } from "@/db/placements";
import { vacancyOf } from "@/domain/availability";
import { type Block, blocksOf, type Holding } from "@/domain/blocks";
import type { Unit } from "@/domain/housing";
import { nightsOf, type StayRecord } from "@/domain/placement";
import { effectiveTurnaround, NO_TURNAROUND, type Turnaround } from "@/domain/turnaround";
import type { OpenPlacement } from "./open";

export type UnitHolding = { unit: Unit; blocks: Block[] };

/** After an exit from one of its units: the placement's own, else of that unit's facility, else of its rule. */
export function turnaroundIn(unit: Pick<Unit, "turnaround">, { turnaround, rule }: Pick<PlacementRecord, "turnaround" | "rule">): Turnaround {
  return effectiveTurnaround(turnaround, unit.turnaround, rule?.turnaround);
}

/** What a placement holds in one of its units with these stays. */
export async function holdingIn(db: Db, unit: Unit, placement: PlacementRecord, stays: readonly StayRecord[]): Promise<Holding> {
  const live = stays.flatMap(({ id, unitId, bedId, arrival, exit, status }) =>
    unitId === unit.id && bedId !== null && (status === "planned" || status === "in_house" || status === "ended") ? [{ stayId: id, bedId, arrival, exit }] : [],
  );
  const wholeUnit = unit.letting === "whole_unit";
  const own = new Set(unit.beds.map(({ id }) => id));
  const held = wholeUnit && live.length > 0 ? (await bedsHeldBy(db, placement.id)).filter((bedId) => own.has(bedId)) : [];
  return { placementId: placement.id, wholeUnit, bedIds: [...new Set([...held, ...live.map(({ bedId }) => bedId)])], stays: live, turnaround: turnaroundIn(unit, placement) };
}

/** All that a placement blocks with these stays, unit by unit; `taken` are beds of units let whole that it takes now, spare ones too. */
export async function heldWith(db: Db, { placement, units, holidays }: OpenPlacement, stays: readonly StayRecord[], taken: readonly string[] = []): Promise<UnitHolding[]> {
  return Promise.all(units.map(async (unit) => {
    const holding = await holdingIn(db, unit, placement, stays);
    const bedIds = holding.wholeUnit ? unit.beds.map(({ id }) => id).filter((id) => taken.includes(id)) : [];
    return { unit, blocks: blocksOf({ ...holding, bedIds: [...new Set([...holding.bedIds, ...bedIds])] }, holidays) };
  }));
}

/**
 * A stay of no night holds no bed. Once it has nights, since somebody stayed longer than was planned, a unit let whole is taken whole,
 * but for beds that are closed: what others only plan there yields.
 */
export async function takenAgain(db: Db, { placement, units, holidays }: OpenPlacement, stays: readonly StayRecord[]): Promise<string[]> {
  const taken: string[] = [];
  for (const unit of units.filter(({ letting }) => letting === "whole_unit")) {
    const here = stays.filter(({ unitId, bedId, arrival, exit }) => unitId === unit.id && bedId !== null && arrival < exit).filter(({ status }) => status === "in_house" || status === "ended");
    const bedIds = unit.beds.map(({ id }) => id);
    if (here.length === 0 || (await bedsHeldBy(db, placement.id)).some((bedId) => bedIds.includes(bedId))) continue;
    const nights = nightsOf(here);
    const closed = (await blocksDuring(db, bedIds, nights)).filter(({ kind }) => kind === "closure");
    taken.push(...vacancyOf(unit, { blocks: closed, inHouse: [], today: nights.from, holidays }, { nights, turnaround: NO_TURNAROUND }).free.map(({ id }) => id));
  }
  return taken;
}

/** In a unit let whole nobody else's nights may lie in any of its beds, held or not. */
export function wantedBy(own: readonly Block[], unit: Unit): (Block | { bedId: string; from: string; until: string })[] {
  if (unit.letting === "by_bed") return [...own];
  const [first] = own;
  if (!first) return [];
  return unit.beds.flatMap(({ id }) => own.filter(({ bedId }) => bedId === first.bedId).map((block) => ({ ...block, bedId: id })));
}
