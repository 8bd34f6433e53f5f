import "server-only";
import { asActor, type Database } from "@/db/client";
import { openSession } from "@/db/sessions";
import { credentialsOf } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { systemActor } from "@/server/actor";
import { isPassword } from "./passwords";
import { SESSION_HOURS } from "./session-times";
import type { SignInThrottle } from "./sign-in-throttle";

export type SignIn = { email: string; password: string; address: string };
export type SignInRefusal = { code: "wrong_credentials" } | { code: "too_many_attempts"; retryAfterSeconds: number };

/** Opens a session. Unknown, disabled and wrong all sound, and take, the same. */
export async function signIn(database: Database, throttle: SignInThrottle, { email, password, address }: SignIn): Promise<Result<{ sessionId: string }, SignInRefusal>> {
  const account = email.trim().toLowerCase();
  const wait = await throttle.attempt(account, address);
  if (wait !== null) return no({ code: "too_many_attempts", retryAfterSeconds: wait });

  const known = await asActor(database, systemActor("sign_in"), (db) => credentialsOf(db, account));
  const isRight = await isPassword(password, known?.hash ?? null);
  if (!isRight || known === null || known.isDisabled) return no({ code: "wrong_credentials" });

  await throttle.forgive(account, address);
  const end = new Date(Date.now() + SESSION_HOURS * 3_600_000);
  const sessionId = await asActor(database, systemActor("sign_in"), (db) => openSession(db, known.userId, end));
  return ok({ sessionId });
}
