import "server-only";
import type { Db } from "@/db/client";
import { changeUser, findUser, lockUser } from "@/db/users";
import { requireVersion } from "@/server/guard";
import { describeMe, type Me } from "./me";
import { recordForUser } from "./reach";

export type OwnChange = { name?: string; language?: string };

/** How one is called, and the language in which one is written to. */
export async function changeOwnProfile(db: Db, fields: OwnChange, expectedVersion: number | null): Promise<Me> {
  requireVersion(await lockUser(db, db.actor.id), expectedVersion);
  await changeUser(db, db.actor.id, fields);
  await recordForUser(db, "user.changed", await findUser(db, db.actor.id), { fields: Object.keys(fields) });
  return describeMe(db);
}
