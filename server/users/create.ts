import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addGrant, addUser, findUser, setPasswordHash, type User } from "@/db/users";
import type { Grant } from "@/domain/actor";
import { type Result, no, ok } from "@/domain/failure";
import { acceptable, hashOfPassword } from "@/server/auth/passwords";
import { requireIn, requireSomewhere } from "@/server/guard";
import { requireOrganisation } from "./change";
import { mayGrant } from "./may-grant";
import type { UserRefusal } from "./user-refusal";

export type UserInput = { email: string; name: string; password?: string; language?: string } & Grant;

/** Makes a user with one role. Without a password only tokens open the door. */
export async function createUser(db: Db, input: UserInput): Promise<Result<User, UserRefusal>> {
  const { role, municipality, organisationId, password } = input;
  requireSomewhere(db.actor, "user.write");
  if (municipality !== null) requireIn(db, "user.write", municipality);
  if (!mayGrant(db.actor, input)) return no({ code: "role_beyond_yours", role });
  await requireOrganisation(db, input);

  const email = input.email.trim().toLowerCase();
  const checked = password === undefined ? null : await acceptable(password, { email, name: input.name });
  if (checked?.ok === false) return checked;
  const id = await addUser(db, { email, name: input.name.trim(), language: input.language ?? "it" });
  if (id === null) return no({ code: "email_taken" });

  await addGrant(db, id, { role, municipality, organisationId });
  if (checked !== null) await setPasswordHash(db, id, await hashOfPassword(checked.value));
  await recordAudit(db, { action: "user.created", municipality, subjectId: id, facts: { role, organisationId } });
  return ok(await findUser(db, id));
}
