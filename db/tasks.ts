import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { TaskKind } from "@/domain/task-causes";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { task } from "./schema/placements";

export type TaskRecord = typeof task.$inferSelect;

export type NewTask = { municipality: string; kind: TaskKind; cause: string; placementId: string; householdId: string; facilityId: string | null };

/** One task per cause, however often it is asked for; one that was done is opened again, since the cause is a new one. */
export async function openTask(db: Db, { municipality, ...values }: NewTask): Promise<void> {
  await db.drizzle
    .insert(task)
    .values({ id: newId(), municipalityId: municipality, ...values })
    .onConflictDoUpdate({ target: [task.municipalityId, task.kind, task.cause], set: { doneAt: null, doneBy: null, toldAt: null, version: sql`${task.version} + 1` } });
}

/**
 * Opens a task for each of these causes that has none; answers those opened by this call alone, also when another process opens them at
 * the same moment. What ended with its cause is opened again when the cause returns,
 * and belongs where it is now; what somebody marked done is not.
 */
export async function openTasks(db: Db, tasks: readonly NewTask[]): Promise<TaskRecord[]> {
  if (tasks.length === 0) return [];
  return db.drizzle
    .insert(task)
    .values(tasks.map(({ municipality, ...values }) => ({ id: newId(), municipalityId: municipality, ...values })))
    .onConflictDoUpdate({
      target: [task.municipalityId, task.kind, task.cause], set: { doneAt: null, placementId: sql`excluded.placement_id`, householdId: sql`excluded.household_id`, facilityId: sql`excluded.facility_id`, version: sql`${task.version} + 1` },
      setWhere: and(isNotNull(task.doneAt), isNull(task.doneBy)),
    })
    .returning();
}

/** Closes the tasks of a placement, whatever their cause or those of one kind. */
export async function closeTasksOf(db: Db, placementId: string, kind?: TaskKind): Promise<void> {
  await db.drizzle
    .update(task)
    .set({ doneAt: sql`clock_timestamp()`, version: sql`${task.version} + 1` })
    .where(and(eq(task.placementId, placementId), isNull(task.doneAt), kind ? eq(task.kind, kind) : undefined));
}

/** Closes tasks whose cause is gone. */
export async function closeTasks(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.drizzle.update(task).set({ doneAt: sql`clock_timestamp()`, version: sql`${task.version} + 1` }).where(and(inArray(task.id, [...ids]), isNull(task.doneAt)));
}

/** Open tasks nobody was told of; told now, by this transaction alone, whoever asks at the same moment. */
export async function claimUntold(db: Db, municipality: string): Promise<TaskRecord[]> {
  return db.drizzle.update(task).set({ toldAt: sql`clock_timestamp()` }).where(and(eq(task.municipalityId, municipality), isNull(task.doneAt), isNull(task.toldAt))).returning();
}

/** The tasks there are of these causes, and those that are open. */
export async function findTasks(db: Db, municipality: string, causes: readonly string[]): Promise<TaskRecord[]> {
  const concerning = or(isNull(task.doneAt), causes.length > 0 ? inArray(task.cause, [...causes]) : undefined);
  return db.drizzle.select().from(task).where(and(eq(task.municipalityId, municipality), concerning));
}

/** The task, locked until the transaction ends, or NotFound. */
export async function lockTask(db: Db, id: string): Promise<TaskRecord> {
  const [row] = await db.drizzle.select().from(task).where(eq(task.id, id)).for("no key update");
  if (!row) throw new NotFound("task");
  return row;
}

/** Marks a task done; NotFound when there is none. */
export async function finishTask(db: Db, id: string): Promise<TaskRecord> {
  const [row] = await db.drizzle.update(task).set({ doneAt: sql`clock_timestamp()`, doneBy: db.actor.id, version: sql`${task.version} + 1` }).where(eq(task.id, id)).returning();
  if (!row) throw new NotFound("task");
  return row;
}
