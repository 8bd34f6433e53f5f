import "server-only";
import { asActor, type Database, type Db } from "@/db/client";
import { takeReset } from "@/db/password-resets";
import { closeSessionsOf } from "@/db/sessions";
import { findUser, replacePasswordHash, type User } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { hashOfToken, systemActor } from "@/server/actor";
import { acceptable, hashOfPassword, type PasswordRefusal } from "@/server/auth/passwords";
import { signInThrottle } from "@/server/auth/throttles";
import { recordForUser } from "@/server/users/reach";
import { tellPasswordChanged } from "./tell-changed";

export type Redemption = { token: string; password: string; address: string };
type RedemptionRefusal = PasswordRefusal | { code: "reset_expired" };

/** On its way out of the transaction: a password that is refused leaves the reset open. */
class Refused extends Error {
  constructor(readonly failure: RedemptionRefusal) {
    super(failure.code);
  }
}

/** Gives the user of the link another password and ends all their sessions; the way in is good for one use. */
export async function redeemReset(database: Database, { token, password, address }: Redemption): Promise<Result<null, RedemptionRefusal>> {
  try {
    const { email } = await asActor(database, systemActor("sign_in"), (db) => replacePassword(db, token, password));
    // Whoever forgot the password has often tried it too many times.
    await signInThrottle(database).forgive(email, address);
    return ok(null);
  } catch (error) {
    if (error instanceof Refused) return no(error.failure);
    throw error;
  }
}

async function replacePassword(db: Db, token: string, password: string): Promise<User> {
  const userId = await takeReset(db, hashOfToken(token));
  if (userId === null) throw new Refused({ code: "reset_expired" });
  const user = await findUser(db, userId);
  const checked = await acceptable(password, user);
  if (!checked.ok) throw new Refused(checked.failure);

  await replacePasswordHash(db, userId, await hashOfPassword(checked.value));
  await closeSessionsOf(db, userId);
  await tellPasswordChanged(db, userId);
  await recordForUser(db, "user.password_set", user, { way: "reset" });
  return user;
}
