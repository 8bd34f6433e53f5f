import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { finishTask, lockTask, type TaskRecord } from "@/db/tasks";
import { requireIn, requireVersion } from "../guard";

/** Somebody has done what the task asked for. */
export async function markTaskDone(db: Db, { id, expectedVersion }: { id: string; expectedVersion: number | null }): Promise<TaskRecord> {
  const task = await lockTask(db, id);
  requireIn(db, "task.read", task.municipalityId);
  requireVersion(task.version, expectedVersion);

  const done = await finishTask(db, id);
  await recordAudit(db, { action: "task.done", municipality: done.municipalityId, subjectId: done.id });
  return done;
}
