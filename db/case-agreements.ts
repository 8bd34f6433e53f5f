import { asc, eq, inArray } from "drizzle-orm";
import type { ExitPath, Goal } from "@/domain/cases";
import type { Db } from "./client";
import { newId } from "./ids";
import { caseExitPath, caseGoal } from "./schema/households";

export type Agreements = { goals: Goal[]; exitPaths: ExitPath[] };

/** What was agreed in these cases, by case, each in its order. */
export async function findAgreements(db: Db, caseIds: readonly string[]): Promise<Map<string, Agreements>> {
  const found = new Map(caseIds.map((id): [string, Agreements] => [id, { goals: [], exitPaths: [] }]));
  if (caseIds.length === 0) return found;
  const [goals, paths] = await Promise.all([
    db.drizzle.select().from(caseGoal).where(inArray(caseGoal.caseId, [...caseIds])).orderBy(asc(caseGoal.position)),
    db.drizzle.select().from(caseExitPath).where(inArray(caseExitPath.caseId, [...caseIds])).orderBy(asc(caseExitPath.position)),
  ]);
  for (const row of goals) found.get(row.caseId)?.goals.push(toGoal(row));
  for (const { kind, startedOn, expectedOn, listName, rank, leaseSignedOn, note, caseId } of paths) found.get(caseId)?.exitPaths.push({ kind, startedOn, expectedOn, listName, rank, leaseSignedOn, note });
  return found;
}

function toGoal({ text, aimedOn, reachedOn, givenUpOn, givenUpReason }: typeof caseGoal.$inferSelect): Goal {
  return { text, aimedOn, reachedOn, givenUp: givenUpOn === null || givenUpReason === null ? null : { on: givenUpOn, reason: givenUpReason } };
}

type Of = { id: string; municipality: string };

/** Puts these goals in the place of those of the case. */
export async function replaceGoals(db: Db, { id, municipality }: Of, goals: readonly Goal[]): Promise<void> {
  await db.drizzle.delete(caseGoal).where(eq(caseGoal.caseId, id));
  if (goals.length === 0) return;
  await db.drizzle.insert(caseGoal).values(goals.map(({ givenUp, ...goal }, position) => (
    { ...goal, id: newId(), municipalityId: municipality, caseId: id, position, givenUpOn: givenUp?.on ?? null, givenUpReason: givenUp?.reason ?? null })));
}

/** Puts these ways out in the place of those of the case. */
export async function replaceExitPaths(db: Db, { id, municipality }: Of, paths: readonly ExitPath[]): Promise<void> {
  await db.drizzle.delete(caseExitPath).where(eq(caseExitPath.caseId, id));
  if (paths.length === 0) return;
  await db.drizzle.insert(caseExitPath).values(paths.map((path, position) => ({ ...path, id: newId(), municipalityId: municipality, caseId: id, position })));
}
