import "server-only";
import type { Db } from "@/db/client";
import { listUsers, type User } from "@/db/users";
import { municipalitiesWith } from "@/domain/actor";
import { requireIn, requireSomewhere } from "@/server/guard";

export type UserSearch = { municipality?: string; cursor?: string; limit: number };

/** Users with a role where the actor keeps users, by e-mail; one more than asked when there are more. */
export function findUsers(db: Db, { municipality, cursor, limit }: UserSearch): Promise<User[]> {
  requireSomewhere(db.actor, "user.write");
  if (municipality !== undefined) requireIn(db, "user.write", municipality);

  const municipalities = municipality === undefined ? municipalitiesWith(db.actor, "user.write") : [municipality];
  return listUsers(db, { municipalities, cursor: cursor ?? null, limit: limit + 1 });
}
