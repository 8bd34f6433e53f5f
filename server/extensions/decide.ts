import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { decideExtension, type ExtensionRecord } from "@/db/extensions";
import type { Day } from "@/domain/day";
import { laterOf } from "@/domain/day";
import { extensionRefusals, setAside } from "@/domain/extensions";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusals } from "@/domain/refusals";
import { OwnRequest, requireIn } from "../guard";
import { dateRefusals } from "../placements/change";
import { thinkThrough, writeMove } from "../placements/move-exit";
import type { OpenPlacement } from "../placements/open";
import { keepLimits } from "../placements/stay-limit";
import { groundOf } from "./ground";
import { type ExtensionStep, openExtension } from "./open";

export type DecisionInput = ExtensionStep & { approve: boolean; note: string | null; override: { reason: string } | null };

/** Grants or refuses, never by who asked. Granted, the planned exit and the latest exit move; limits and beds are asked once more. */
export async function decide(db: Db, input: DecisionInput, today: Day): Promise<Result<ExtensionRecord, Refusals>> {
  const opened = await openExtension(db, input, "extension.decide", ({ askedBy }) => {
    if (askedBy === db.actor.id) throw new OwnRequest();
  });
  if (!opened.ok) return opened;
  const { extension, open } = opened.value;
  if (input.override) requireIn(db, "override", extension.municipality);
  return input.approve ? grant(db, input, { extension, open }, today) : settle(db, extension, { status: "refused", note: input.note });
}

type Opened = { extension: ExtensionRecord; open: OpenPlacement };

async function grant(db: Db, { note, override }: DecisionInput, { extension, open }: Opened, today: Day): Promise<Result<ExtensionRecord, Refusals>> {
  const { exit } = extension;
  const ground = await groundOf(db, open.placement, exit, today);
  const move = await thinkThrough(db, open, { exit, turnaround: null }, today);
  const refusals = inOrder([...dateRefusals(move, today), ...extensionRefusals(ground, exit, override !== null), ...move.refusals]);
  if (refusals) return no(refusals);

  const written = await writeMove(db, move, { latestExit: laterOf(exit, ground.latestExit ?? exit), extendedUntil: exit });
  if (!written.ok) return written;
  await keepLimits(db, open.placement.householdId, today);
  return settle(db, extension, { status: "approved", note, ...(override && { override: { reason: override.reason, codes: setAside(ground, exit) } }) });
}

async function settle(db: Db, { id, municipality, placementId }: ExtensionRecord, decision: Parameters<typeof decideExtension>[2]): Promise<Result<ExtensionRecord, Refusals>> {
  const decided = await decideExtension(db, id, decision);
  await recordAudit(db, { action: `extension.${decision.status}`, municipality, subjectId: placementId, facts: { extensionId: id, override: decision.override?.codes ?? [] } });
  return ok(decided);
}
