import "server-only";
import type { Db } from "@/db/client";
import { closeSessionsOf } from "@/db/sessions";
import { findUser, passwordHashOf, setPasswordHash } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { acceptable, hashOfPassword, isPassword, type PasswordRefusal } from "@/server/auth/passwords";
import { tellPasswordChanged } from "@/server/passwords/tell-changed";
import { recordForUser } from "./reach";

export type PasswordChange = { currentPassword: string; password: string; sessionId: string | null };

/** Gives oneself another password; every other session of one's own ends. */
export async function changePassword(db: Db, { currentPassword, password, sessionId }: PasswordChange): Promise<Result<null, PasswordRefusal | { code: "wrong_password" }>> {
  const user = await findUser(db, db.actor.id);
  if (!(await isPassword(currentPassword, await passwordHashOf(db, user.id)))) return no({ code: "wrong_password" });
  const checked = await acceptable(password, user);
  if (!checked.ok) return checked;

  await setPasswordHash(db, user.id, await hashOfPassword(checked.value));
  await closeSessionsOf(db, user.id, sessionId);
  await tellPasswordChanged(db, user.id);
  await recordForUser(db, "user.password_set", user);
  return ok(null);
}
