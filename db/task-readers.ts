import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Grant } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { TaskKind } from "@/domain/task-causes";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { householdCase } from "./schema/households";
import { appUser, userRole } from "./schema/users";

export type TaskReader = { id: string; grants: Grant[]; mailedTasks: TaskKind[] };

/** Whoever has a role in the municipality and is not shut out, with all their roles. */
export async function findTaskReaders(db: Db, municipality: string): Promise<TaskReader[]> {
  const theirs = db.drizzle.select({ userId: userRole.userId }).from(userRole).where(or(eq(userRole.municipalityId, municipality), isNull(userRole.municipalityId)));
  return db.drizzle
    .select({ id: appUser.id, grants: sql<Grant[]>`grants_of(${appUser.id})`, mailedTasks: appUser.mailedTasks })
    .from(appUser)
    .where(and(isNull(appUser.disabledAt), inArray(appUser.id, theirs)));
}

/** The reference social workers of the households of a municipality today, by household. */
export async function socialWorkers(db: Db, municipality: string, today: Day): Promise<Map<string, string[]>> {
  const rows = await db.drizzle
    .select({ householdId: householdCase.householdId, userId: householdCase.socialWorkerId })
    .from(householdCase)
    .where(and(eq(householdCase.municipalityId, municipality), lte(householdCase.from, today), or(isNull(householdCase.until), gt(householdCase.until, today))));
  const byHousehold = new Map<string, string[]>();
  for (const { householdId, userId } of rows) if (userId !== null) byHousehold.set(householdId, [...(byHousehold.get(householdId) ?? []), userId]);
  return byHousehold;
}

/** Of which kinds of tasks the user is told by mail. */
export async function mailedTasksOf(db: Db, userId: string): Promise<TaskKind[]> {
  const [row] = await db.drizzle.select({ mailedTasks: appUser.mailedTasks }).from(appUser).where(eq(appUser.id, userId));
  if (!row) throw new NotFound("user");
  return row.mailedTasks;
}
