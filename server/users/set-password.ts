import "server-only";
import type { Db } from "@/db/client";
import { closeSessionsOf } from "@/db/sessions";
import { setPasswordHash, type User } from "@/db/users";
import { type Result, ok } from "@/domain/failure";
import { acceptable, hashOfPassword } from "@/server/auth/passwords";
import { tellPasswordChanged } from "@/server/passwords/tell-changed";
import { keptUser, recordForUser } from "./reach";
import type { UserRefusal } from "./user-refusal";

/** Gives a user another password, and ends every session that was opened with the one before. */
export async function setPassword(db: Db, { userId, password, expectedVersion }: { userId: string; password: string; expectedVersion?: number | null }): Promise<Result<User, UserRefusal>> {
  const kept = await keptUser(db, userId, expectedVersion);
  if (!kept.ok) return kept;

  const checked = await acceptable(password, kept.value);
  if (!checked.ok) return checked;

  await setPasswordHash(db, userId, await hashOfPassword(checked.value));
  await closeSessionsOf(db, userId);
  await tellPasswordChanged(db, userId);
  await recordForUser(db, "user.password_set", kept.value);
  return ok(kept.value);
}
