import "server-only";
import { recordAudit } from "@/db/audit";
import { changeCase, findCase, type NamedCase } from "@/db/cases";
import type { Db } from "@/db/client";
import { type CaseOutcome, closureRefusals, reopeningRefusals } from "@/domain/cases";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusals } from "@/domain/refusals";
import { type CaseStep, openCase } from "./open";

export type CaseClosure = { date: Day; outcome: CaseOutcome; note: string | null };

/** Ends a case on a day with what came of it; what was agreed is kept as it was. */
export async function closeCase(db: Db, step: CaseStep, { date, outcome, note }: CaseClosure, today: Day): Promise<Result<NamedCase, Refusals>> {
  const { found, municipality } = await openCase(db, step);
  const refusals = inOrder(closureRefusals(found, date, today));
  if (refusals) return no(refusals);

  await changeCase(db, found.id, { until: date, outcome, outcomeNote: note });
  await recordAudit(db, { action: "case.closed", municipality, subjectId: found.householdId, facts: { caseId: found.id, outcome } });
  return ok(await findCase(db, found.id));
}

/** Takes a case up again that was closed: the household came back, or the closure was a mistake. */
export async function reopenCase(db: Db, step: CaseStep): Promise<Result<NamedCase, Refusals>> {
  const { found, municipality } = await openCase(db, step);
  const refusals = inOrder(reopeningRefusals(found));
  if (refusals) return no(refusals);

  await changeCase(db, found.id, { until: null, outcome: null, outcomeNote: null });
  await recordAudit(db, { action: "case.reopened", municipality, subjectId: found.householdId, facts: { caseId: found.id } });
  return ok(await findCase(db, found.id));
}
