import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { finishTask, type TaskRecord } from "@/db/tasks";
import { requireIn } from "../guard";

/** Somebody has done what the task asked for. */
export async function markTaskDone(db: Db, id: string): Promise<TaskRecord> {
  const done = await finishTask(db, id);
  requireIn(db, "task.read", done.municipalityId);
  await recordAudit(db, { action: "task.done", municipality: done.municipalityId, subjectId: done.id });
  return done;
}
