import "server-only";
import type { Db } from "@/db/client";
import { queueMessage } from "@/db/outbox";
import { findTaskReaders, socialWorkers, type TaskReader } from "@/db/task-readers";
import { claimUntold, type TaskRecord } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { isConcerned } from "@/domain/day-work";
import type { TaskKind } from "@/domain/task-causes";
import { isMailSetUp } from "../mail/settings";
import type { Found } from "./situation";

/**
 * Writes to those whom new tasks concern: one message for each person, with a number and a link, and nothing about anybody. Where no mail goes
 * out nothing is kept: what is told months later is no news.
 */
export async function tellOfTasks(db: Db, municipality: string, found: Found, today: Day): Promise<void> {
  const untold = await claimUntold(db, municipality);
  if (untold.length === 0 || !isMailSetUp()) return;
  const [readers, followed] = await Promise.all([findTaskReaders(db, municipality), socialWorkers(db, municipality, today)]);
  for (const reader of readers) {
    const theirs = untold.filter((task) => reader.mailedTasks.includes(task.kind as TaskKind) && concerns(reader, task, found, followed));
    if (theirs.length > 0) await queueMessage(db, { userId: reader.id, kind: "tasks", payload: { count: String(theirs.length) } });
  }
}

/** A social worker does not find the households of a protected facility, and is not told of them either. */
function concerns(reader: TaskReader, task: TaskRecord, { placements, requests }: Found, followed: ReadonlyMap<string, string[]>): boolean {
  const placement = placements.find(({ id }) => id === task.placementId);
  if (!placement) return false;
  const isFollowed = placement.protectedFor === null && (followed.get(placement.householdId) ?? []).includes(reader.id);
  const askedBy = requests.find(({ id }) => id === task.cause)?.askedBy ?? null;
  return isConcerned(reader, { kind: task.kind as TaskKind, municipality: placement.municipality, organisationId: placement.organisationId, isFollowed, askedBy });
}
