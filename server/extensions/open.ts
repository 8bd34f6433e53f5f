import "server-only";
import type { Db } from "@/db/client";
import { type ExtensionRecord, findExtension } from "@/db/extensions";
import type { Permission } from "@/domain/actor";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { requireIn, requireVersion } from "../guard";
import { openForStep, type OpenPlacement } from "../placements/open";

export type ExtensionStep = { extensionId: string; expectedVersion: number | null };

/** An extension that awaits its decision, with its placement locked. `mayNot` says who, though of the right role, may not. */
export async function openExtension(db: Db, { extensionId, expectedVersion }: ExtensionStep, permission: Permission, mayNot: (seen: ExtensionRecord) => void = () => {}): Promise<Result<{ extension: ExtensionRecord; open: OpenPlacement }, Refusals>> {
  const seen = await findExtension(db, extensionId);
  requireIn(db, permission, seen.municipality);
  mayNot(seen);
  const opened = await openForStep(db, { placementId: seen.placementId, expectedVersion: null }, "extension");

  // Read again: the placement's lock was waited for.
  const extension = await findExtension(db, extensionId);
  requireVersion(extension.version, expectedVersion);
  if (extension.status !== "asked") return no([{ code: "wrong_state", status: extension.status, step: "decision", record: "extension" }]);
  return opened.ok ? ok({ extension, open: opened.value }) : opened;
}
