import "server-only";
import type { Db } from "@/db/client";
import { findUser, markEnabled, type User } from "@/db/users";
import { type Result, ok } from "@/domain/failure";
import { keptUser, recordForUser } from "./reach";
import type { UserRefusal } from "./user-refusal";

/** Lets a disabled user in again: with the old password and tokens, but with no session of before. */
export async function enableUser(db: Db, { userId, expectedVersion }: { userId: string; expectedVersion?: number | null }): Promise<Result<User, UserRefusal>> {
  const kept = await keptUser(db, userId, expectedVersion);
  if (!kept.ok) return kept;

  await markEnabled(db, userId);
  await recordForUser(db, "user.enabled", kept.value);
  return ok(await findUser(db, userId));
}
