import "server-only";
import type { Db } from "@/db/client";
import { listUsers, type User } from "@/db/users";
import { municipalitiesWith } from "@/domain/actor";
import { type Result, ok } from "@/domain/failure";
import { requireIn, requireSomewhere } from "@/server/guard";

export type UserSearch = { municipality?: string; limit: number; after: string | null };
export type UserPage = { items: User[]; next: string | null };

/** Users with a role where the actor keeps users, by e-mail. */
export async function findUsers(db: Db, { municipality, limit, after }: UserSearch): Promise<Result<UserPage, never>> {
  requireSomewhere(db.actor, "user.write");
  if (municipality !== undefined) requireIn(db, "user.write", municipality);

  const municipalities = municipality === undefined ? municipalitiesWith(db.actor, "user.write") : [municipality];
  const found = await listUsers(db, { municipalities, after, limit: limit + 1 });
  const items = found.slice(0, limit);
  return ok({ items, next: found.length > limit ? (items.at(-1)?.email ?? null) : null });
}
