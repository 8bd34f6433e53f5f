import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { task } from "./schema/placements";

export type TaskRecord = typeof task.$inferSelect;

export type NewTask = { municipality: string; kind: "needs_bed"; cause: string; placementId: string; householdId: string };

/** One task per cause, however often it is asked for; one that was done is opened again. */
export async function openTask(db: Db, { municipality, ...values }: NewTask): Promise<void> {
  await db.drizzle
    .insert(task)
    .values({ id: newId(), municipalityId: municipality, ...values })
    .onConflictDoUpdate({ target: [task.municipalityId, task.kind, task.cause], set: { doneAt: null, version: sql`${task.version} + 1` } });
}

/** Closes the tasks of a placement, whatever their cause. */
export async function closeTasksOf(db: Db, placementId: string): Promise<void> {
  await db.drizzle.update(task).set({ doneAt: sql`clock_timestamp()` }).where(and(eq(task.placementId, placementId), isNull(task.doneAt)));
}

/** Open tasks of a municipality in order of making. */
export async function findOpenTasks(db: Db, municipality: string, page: { after: string | null; limit: number }): Promise<TaskRecord[]> {
  return db.drizzle
    .select()
    .from(task)
    .where(and(eq(task.municipalityId, municipality), isNull(task.doneAt), page.after ? gt(task.id, page.after) : undefined))
    .orderBy(asc(task.id))
    .limit(page.limit);
}

/** The task, locked until the transaction ends, or NotFound. */
export async function lockTask(db: Db, id: string): Promise<TaskRecord> {
  const [row] = await db.drizzle.select().from(task).where(eq(task.id, id)).for("no key update");
  if (!row) throw new NotFound("task");
  return row;
}

/** Marks a task done; NotFound when there is none. */
export async function finishTask(db: Db, id: string): Promise<TaskRecord> {
  const [row] = await db.drizzle.update(task).set({ doneAt: sql`clock_timestamp()`, version: sql`${task.version} + 1` }).where(eq(task.id, id)).returning();
  if (!row) throw new NotFound("task");
  return row;
}
