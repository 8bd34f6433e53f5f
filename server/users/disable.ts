import "server-only";
import type { Db } from "@/db/client";
import { closeSessionsOf } from "@/db/sessions";
import { findUser, isLastAdministrator, markDisabled, type User } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { administersNetwork } from "@/domain/grants";
import { requireSomewhere } from "@/server/guard";
import { keptUser, recordForUser } from "./reach";
import type { UserRefusal } from "./user-refusal";

/** Shuts the user out at once, sessions and tokens included. Nobody does it to themselves: there might be no one left. */
export async function disableUser(db: Db, { userId, expectedVersion }: { userId: string; expectedVersion?: number | null }): Promise<Result<User, UserRefusal>> {
  requireSomewhere(db.actor, "user.write");
  if (userId === db.actor.id) return no({ code: "own_account" });
  const kept = await keptUser(db, userId, expectedVersion);
  if (!kept.ok) return kept;

  // Of two who shut each other out at the same moment, the later one no longer administers anything.
  if (kept.value.grants.some(administersNetwork) && db.actor.kind !== "system" && (await isLastAdministrator(db, userId))) return no({ code: "user_beyond_yours" });

  await markDisabled(db, userId);
  await closeSessionsOf(db, userId);
  await recordForUser(db, "user.disabled", kept.value);
  return ok(await findUser(db, userId));
}
