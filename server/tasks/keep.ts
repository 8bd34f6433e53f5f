import "server-only";
import { asActor, type Database, type Db } from "@/db/client";
import { findMunicipalities } from "@/db/municipalities";
import { closeTasks, findTasks, type NewTask, openTasks, type TaskRecord } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { causesOf, sameCause } from "@/domain/task-causes";
import { systemActor } from "../actor";
import { today } from "../clock";
import { situationOf } from "./situation";
import { tellOfTasks } from "./tell";

/** Makes the tasks of every municipality what they follow from today, one transaction for each. Cut off, it goes on at the next turn. */
export async function keepTasks(database: Database): Promise<void> {
  const day = today();
  const municipalities = await asActor(database, systemActor("tasks"), findMunicipalities);
  for (const { code } of municipalities) await asActor(database, systemActor("tasks"), (db) => keepTasksOf(db, code, day));
}

/** Opens what is new, closes what has lost its cause, and tells those concerned; answers what this call opened. Where nothing changed nothing is written. */
export async function keepTasksOf(db: Db, municipality: string, today: Day): Promise<TaskRecord[]> {
  const found = await situationOf(db, municipality, today);
  const causes = causesOf(found, today);
  const known = await findTasks(db, municipality, causes.map(({ cause }) => cause));

  const placements = new Map(found.placements.map((placement) => [placement.id, placement]));
  const lacking = causes.filter((cause) => !known.some((task) => sameCause(cause, task) && (task.doneAt === null || task.doneBy !== null)));
  const opened = await openTasks(db, lacking.flatMap(({ kind, cause, placementId }): NewTask[] => {
    const placement = placements.get(placementId);
    return placement ? [{ municipality, kind, cause, placementId, householdId: placement.householdId, facilityId: placement.facilityId }] : [];
  }));

  const open = known.filter(({ doneAt }) => doneAt === null);
  const ended = open.filter((task) => !causes.some((cause) => sameCause(cause, task)));
  await closeTasks(db, ended.map(({ id }) => id));
  await tellOfTasks(db, municipality, found, today);
  return opened;
}
