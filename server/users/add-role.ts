import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addGrant, findUser, findUserByEmail, type User } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { createUser, type UserInput } from "./create";
import { mayGrant } from "./may-grant";
import { setPassword } from "./set-password";
import type { UserRefusal } from "./user-refusal";

/** Makes the user, or gives a user known by e-mail the further role (and the password, when one is given). */
export async function addUserWithRole(db: Db, input: UserInput): Promise<Result<User, UserRefusal>> {
  const known = await findUserByEmail(db, input.email.trim().toLowerCase());
  if (known === null) return createUser(db, input);

  const { role, municipality, organisationId, password } = input;
  if (!mayGrant(db.actor, input)) return no({ code: "role_beyond_yours", role });
  if (password !== undefined) {
    const set = await setPassword(db, { userId: known.id, password });
    if (!set.ok) return set;
  }

  const isNew = await addGrant(db, known.id, { role, municipality, organisationId });
  if (isNew) await recordAudit(db, { action: "user.role_added", municipality, subjectId: known.id, facts: { role, organisationId } });
  return ok(await findUser(db, known.id));
}
