import "server-only";
import type { Db } from "@/db/client";
import { grantedExtensions } from "@/db/extensions";
import type { PlacementRecord } from "@/db/placements";
import { type Day, laterOf } from "@/domain/day";
import type { ExtensionGround } from "@/domain/extensions";
import { limitNow } from "../placements/stay-limit";

/** What stands when an extension of this placement to `until` is asked or decided. */
export async function groundOf(db: Db, placement: PlacementRecord, until: Day, today: Day): Promise<ExtensionGround> {
  const { id, rule, exit } = placement;
  const { latestExit } = await limitNow(db, placement, today, { hold: true });
  const extended = await limitNow(db, { ...placement, extendedUntil: laterOf(until, placement.extendedUntil ?? until) }, today, { hold: true });
  const sparedUntil = extended.furthestExit === extended.latestExit ? null : extended.furthestExit;
  return { rule, latestExit, exit, sparedUntil, granted: await grantedExtensions(db, id) };
}
