import "server-only";
import type { Db } from "@/db/client";
import { visiblePlacements } from "@/db/placements";
import type { InTheWay, Refusal, Refusals } from "@/domain/refusals";

const blocksOf = (refusal: Refusal): InTheWay[] => ("blockedBy" in refusal ? refusal.blockedBy : []);

/**
 * What is in the way is told with its days, since the bed is taken whoever asks; whose it is only to those who find the placement
 * themselves. In place of a hidden record's id stands the bed's.
 */
export async function withoutHidden(db: Db, refusals: Refusals): Promise<Refusals> {
  const ids = [...new Set(refusals.flatMap(blocksOf).flatMap(({ placementId }) => placementId ?? []))];
  if (ids.length === 0) return refusals;
  const visible = await visiblePlacements(db, ids);
  const told = (block: InTheWay): InTheWay => (block.placementId === null || visible.has(block.placementId) ? block : { ...block, id: block.bedId, placementId: null });
  return refusals.map((refusal) => ("blockedBy" in refusal ? { ...refusal, blockedBy: refusal.blockedBy.map(told) } : refusal)) as unknown as Refusals;
}
