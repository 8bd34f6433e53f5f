import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { decideExtension, type ExtensionRecord } from "@/db/extensions";
import { ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { type ExtensionStep, openExtension } from "./open";

/** Takes a request back before it is decided. */
export async function withdrawExtension(db: Db, input: ExtensionStep): Promise<Result<ExtensionRecord, Refusals>> {
  const opened = await openExtension(db, input, "placement.write");
  if (!opened.ok) return opened;
  const { extension } = opened.value;

  const withdrawn = await decideExtension(db, extension.id, { status: "withdrawn", note: null });
  await recordAudit(db, { action: "extension.withdrawn", municipality: extension.municipality, subjectId: extension.placementId, facts: { extensionId: extension.id } });
  return ok(withdrawn);
}
