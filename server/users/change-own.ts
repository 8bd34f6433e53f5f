import "server-only";
import type { Db } from "@/db/client";
import { changeUser, findUser, lockUser } from "@/db/users";
import type { TaskKind } from "@/domain/task-causes";
import { requireVersion } from "@/server/guard";
import { describeMe, type Me } from "./me";
import { recordForUser } from "./reach";

export type OwnChange = { name?: string; language?: string; mailedTasks?: TaskKind[] };

/** How one is called, the language in which one is written to, and of what. */
export async function changeOwnProfile(db: Db, fields: OwnChange, expectedVersion: number | null): Promise<Me> {
  requireVersion(await lockUser(db, db.actor.id), expectedVersion);
  await changeUser(db, db.actor.id, fields);
  await recordForUser(db, "user.changed", await findUser(db, db.actor.id), { fields: Object.keys(fields) });
  return describeMe(db);
}
