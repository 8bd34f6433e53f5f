import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addExtension, type ExtensionRecord, findExtensions } from "@/db/extensions";
import type { Day } from "@/domain/day";
import { type ExtensionReason, extensionRefusals, setAside } from "@/domain/extensions";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { requireIn } from "../guard";
import { dateRefusals } from "../placements/change";
import { thinkThrough } from "../placements/move-exit";
import { openForStep, type StepInput } from "../placements/open";
import { groundOf } from "./ground";

/** `override`: beyond number or length of the rule, for managers only; another manager still decides. */
export type ExtensionRequest = StepInput & { exit: Day; reason: ExtensionReason; note: string | null; override: { reason: string } | null };

/** Asks for more time than the rule gives; nothing changes for the placement until somebody else decides. */
export async function askExtension(db: Db, input: ExtensionRequest, today: Day): Promise<Result<ExtensionRecord, Refusals>> {
  const opened = await openForStep(db, input, "extension");
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  if (input.override) requireIn(db, "override", placement.municipality);

  const ground = await groundOf(db, placement, input.exit, today);
  const move = await thinkThrough(db, opened.value, { exit: input.exit, turnaround: null }, today);
  const refusals = inOrder([...dateRefusals(move, today), ...extensionRefusals(ground, input.exit, input.override !== null), ...(await awaiting(db, placement.id)), ...move.refusals]);
  if (refusals || ground.latestExit === null) return no(refusals ?? [{ code: "extension_not_needed", latestExit: null }]);

  const override = input.override && { reason: input.override.reason, codes: setAside(ground, input.exit) };
  const asked = await addExtension(db, { municipality: placement.municipality, placementId: placement.id, exit: input.exit, latestExitBefore: ground.latestExit, reason: input.reason, note: input.note, override });
  await recordAudit(db, { action: "extension.asked", municipality: placement.municipality, subjectId: placement.id, facts: { extensionId: asked.id, reason: asked.reason, override: override?.codes ?? [] } });
  return ok(asked);
}

async function awaiting(db: Db, placementId: string): Promise<Refusal[]> {
  const [waiting] = await findExtensions(db, { placementIds: [placementId], status: "asked", limit: 1 });
  return waiting ? [{ code: "extension_pending", extensionId: waiting.id, exit: waiting.exit }] : [];
}
