import "server-only";
import { asActor, type Database, type Db } from "@/db/client";
import { openSession } from "@/db/sessions";
import { credentialsOf, findUser } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { systemActor } from "@/server/actor";
import { recordForUser } from "@/server/users/reach";
import { isPassword } from "./passwords";
import { SESSION_HOURS } from "./session-times";
import type { Throttle } from "./throttle";

export type SignIn = { email: string; password: string; address: string };
export type SignInRefusal = { code: "wrong_credentials" } | { code: "too_many_attempts"; retryAfterSeconds: number };

/** Opens a session. Unknown, disabled, without a password and wrong all sound, and take, the same: each costs one verification. */
export async function signIn(
  database: Database,
  throttle: Throttle,
  { email, password, address }: SignIn,
  verify: typeof isPassword = isPassword,
): Promise<Result<{ sessionId: string }, SignInRefusal>> {
  const account = email.trim().toLowerCase();
  const wait = await throttle.attempt(account, address);
  if (wait !== null) return no({ code: "too_many_attempts", retryAfterSeconds: wait });

  const known = await asActor(database, systemActor("sign_in"), (db) => credentialsOf(db, account));
  const isRight = await verify(password, known?.hash ?? null);
  if (!isRight || known === null || known.isDisabled) return no({ code: "wrong_credentials" });

  await throttle.forgive(account, address);
  const end = new Date(Date.now() + SESSION_HOURS * 3_600_000);
  const sessionId = await asActor(database, systemActor("sign_in"), (db) => open(db, known.userId, end));
  return ok({ sessionId });
}

async function open(db: Db, userId: string, end: Date): Promise<string> {
  const sessionId = await openSession(db, userId, end);
  await recordForUser(db, "session.opened", await findUser(db, userId), { sessionId });
  return sessionId;
}
