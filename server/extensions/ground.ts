import "server-only";
import type { Db } from "@/db/client";
import { grantedExtensions } from "@/db/extensions";
import type { PlacementRecord } from "@/db/placements";
import type { ExtensionGround } from "@/domain/extensions";

/** What stands when an extension of this placement is asked or decided. */
export async function groundOf(db: Db, { id, rule, latestExit, exit }: PlacementRecord): Promise<ExtensionGround> {
  return { rule, latestExit, exit, granted: await grantedExtensions(db, id) };
}
