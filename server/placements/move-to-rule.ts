import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findPlacement, type PlacementRecord } from "@/db/placements";
import { findStayRule, findStayRules, type StayRuleRecord } from "@/db/stay-rules";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import type { StayLimit } from "@/domain/stay-limit";
import { rulesAbout } from "@/domain/stay-rules";
import { requireIn } from "../guard";
import { beyondLimit, dateRefusals } from "./change";
import { thinkThrough, writeMove } from "./move-exit";
import { openForStep, type StepInput } from "./open";
import { keepLimits, limitFromArrival, limitNow } from "./stay-limit";

export type RuleInput = StepInput & { ruleId: string; exit: Day | null; override: { reason: string } | null };

/**
 * A manager moves a placement that is planned or runs to another version of a rule about its place: the latest exit counts from the
 * arrival under that one, extensions that were granted stay. The planned exit can be moved in the same step. An exit beyond the new
 * limit, and conditions that people who are still to come do not meet, need an override.
 */
export async function moveToRule(db: Db, input: RuleInput, today: Day): Promise<Result<PlacementRecord, Refusals>> {
  const opened = await openForStep(db, input, "rule", { require: async (seen) => seen.forEach(({ municipality }) => requireIn(db, "stay_rule.write", municipality)) });
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  if (input.override) requireIn(db, "override", placement.municipality);
  const rule = await findStayRule(db, input.ruleId);
  if (rule.municipality !== placement.municipality) throw new NotFound("stay rule");

  const under: PlacementRecord = { ...placement, rule };
  const limit = await limitUnder(db, under, today, { hold: true });
  const move = await thinkThrough(db, { ...opened.value, placement: under }, { exit: input.exit, turnaround: null, isOtherRule: true }, today);
  const asked: Refusal[] = [
    ...(rulesAbout([rule], placeOf(placement)).length === 0 ? [{ code: "rule_not_for_place", ruleId: rule.id } as const] : []),
    ...dateRefusals(move, today), ...beyondLimit(under, input.exit ?? placement.exit, limit, today), ...move.refusals,
  ];
  const overridden = input.override === null ? [] : asked.flatMap(setAside);
  const refusals = inOrder(asked.filter((refusal) => input.override === null || setAside(refusal).length === 0));
  if (refusals) return no(refusals);

  const override = input.override && overridden.length > 0 ? { reason: input.override.reason, approvedBy: db.actor.id, codes: [...new Set([...(placement.override?.codes ?? []), ...overridden])] } : placement.override;
  const written = await writeMove(db, move, { ruleId: rule.id, latestExit: limit.latestExit, override });
  if (!written.ok) return written;
  await keepLimits(db, placement.householdId, today);
  await recordAudit(db, { action: "placement.rule_moved", municipality: placement.municipality, subjectId: placement.id, facts: { from: placement.rule?.id ?? null, to: rule.id, overridden } });
  return ok(await findPlacement(db, placement.id));
}

/** What an override of this refusal is recorded as; nothing where it cannot be set aside. */
function setAside(refusal: Refusal): string[] {
  if (refusal.code === "not_eligible") return refusal.checks.map(({ code }) => code);
  return refusal.code === "max_stay_exceeded" ? [refusal.code] : [];
}

export type RuleChoice = { rule: StayRuleRecord; isPresent: boolean; latestExit: Day | null; isBeyond: boolean };

/** Every version of every rule about the placement's place, the most specific first, with the limit it would have under each. */
export async function rulesFor(db: Db, id: string, today: Day): Promise<RuleChoice[]> {
  const placement = await findPlacement(db, id);
  requireIn(db, "stay_rule.write", placement.municipality);
  await recordAudit(db, { action: "placement.read", municipality: placement.municipality, subjectId: id });
  const choices: RuleChoice[] = [];
  for (const rule of rulesAbout(await findStayRules(db, placement.municipality), placeOf(placement))) {
    const limit = await limitUnder(db, { ...placement, rule }, today, { hold: false });
    choices.push({ rule, isPresent: rule.id === placement.rule?.id, latestExit: limit.furthestExit, isBeyond: limit.furthestExit !== null && placement.exit > limit.furthestExit });
  }
  return choices;
}

/** Counted anew from the arrival, whatever was kept under the rule before. */
async function limitUnder(db: Db, under: PlacementRecord, today: Day, hold: { hold: boolean }): Promise<StayLimit> {
  const { latestExit } = await limitFromArrival(db, under, under.stays, today, hold);
  return limitNow(db, { ...under, latestExit }, today, hold);
}

function placeOf({ facilityId, facilityKind, programmeId }: PlacementRecord) {
  return { facilityId, kind: facilityKind, programmeId };
}
