import "server-only";
import { recordAudit } from "@/db/audit";
import { replaceExitPaths, replaceGoals } from "@/db/case-agreements";
import { changeCase, findCase, type NamedCase, worksIn } from "@/db/cases";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { agreementRefusals, type ExitPath, type Goal } from "@/domain/cases";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusals } from "@/domain/refusals";
import { type CaseStep, openCase } from "./open";

export type CaseChange = { socialWorkerId?: string | null; goals?: Goal[]; exitPaths?: ExitPath[] };

/** Writes down what is agreed in a case, each list as a whole and in its order, and who follows it. Answers the case as it is now. */
export async function updateCase(db: Db, step: CaseStep, { socialWorkerId, goals, exitPaths }: CaseChange, today: Day): Promise<Result<NamedCase, Refusals>> {
  const { found, municipality } = await openCase(db, step);
  if (socialWorkerId && socialWorkerId !== found.socialWorkerId && !(await worksIn(db, socialWorkerId, municipality))) throw new NotFound("social worker");
  const refusals = inOrder(agreementRefusals(found, { goals, exitPaths }, today));
  if (refusals) return no(refusals);

  await changeCase(db, found.id, socialWorkerId === undefined ? {} : { socialWorkerId });
  if (goals) await replaceGoals(db, { id: found.id, municipality }, goals);
  if (exitPaths) await replaceExitPaths(db, { id: found.id, municipality }, exitPaths);
  const fields = Object.entries({ socialWorkerId, goals, exitPaths }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await recordAudit(db, { action: "case.changed", municipality, subjectId: found.householdId, facts: { caseId: found.id, fields } });
  return ok(await findCase(db, found.id));
}
