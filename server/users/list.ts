import "server-only";
import type { Db } from "@/db/client";
import { lastSignIns, listUsers, type User } from "@/db/users";
import { mayEverywhere, municipalitiesWith } from "@/domain/actor";
import { Forbidden, requireIn, requireSomewhere } from "@/server/guard";

export type UserSearch = { municipality?: string; network?: boolean; q?: string; cursor?: string; limit: number };

/** A user with the moment of the last sign-in; null when there was none, or the account is beyond the actor's reach. */
export type ListedUser = User & { lastSignInAt: string | null };

/** Users with a role where the actor keeps users, by e-mail; one more than asked when there are more. */
export async function findUsers(db: Db, { municipality, network = false, q = "", cursor, limit }: UserSearch): Promise<ListedUser[]> {
  requireSomewhere(db.actor, "user.write");
  if (municipality !== undefined) requireIn(db, "user.write", municipality);
  if (network && !mayEverywhere(db.actor, "user.write")) throw new Forbidden("user.write", "role");

  const municipalities = municipality === undefined ? municipalitiesWith(db.actor, "user.write") : [municipality];
  const found = await listUsers(db, { municipalities: network ? null : municipalities, text: q, cursor: cursor ?? null, limit: limit + 1 });
  const signedIn = await lastSignIns(db, found.map(({ id }) => id));
  return found.map((user) => ({ ...user, lastSignInAt: signedIn.get(user.id) ?? null }));
}
