import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { isOrganisationOf } from "@/db/network";
import { addGrant, changeUser, findUser, isLastAdministrator, lockUser, removeGrants, type User } from "@/db/users";
import type { Grant } from "@/domain/actor";
import { no, ok, type Result } from "@/domain/failure";
import { administersNetwork, grantChanges } from "@/domain/grants";
import { requireIn, requireVersion } from "@/server/guard";
import { mayGrant } from "./may-grant";
import { keptUser, recordForUser } from "./reach";
import type { UserRefusal } from "./user-refusal";

export type UserChange = { userId: string; name?: string; grants?: Grant[]; expectedVersion: number | null };

/** Changes a user's name, and the roles to those given. Sessions and tokens have the roles of the moment, so it holds at once. */
export async function updateUser(db: Db, { userId, name, grants, expectedVersion }: UserChange): Promise<Result<User, UserRefusal>> {
  const kept = await keptUser(db, userId);
  if (!kept.ok) return kept;
  for (const grant of grants ?? []) {
    if (grant.municipality !== null) requireIn(db, "user.write", grant.municipality);
    if (!mayGrant(db.actor, grant)) return no({ code: "role_beyond_yours", role: grant.role });
    await requireOrganisation(db, grant);
  }
  requireVersion(await lockUser(db, userId), expectedVersion);
  const before = await findUser(db, userId);
  const { added, removed } = grantChanges(before.grants, grants ?? before.grants);
  if (removed.some(administersNetwork) && (await isLastAdministrator(db, userId))) return no({ code: "last_administrator" });

  await changeUser(db, userId, { name });
  for (const grant of added) await addGrant(db, userId, grant);
  await removeGrants(db, userId, removed);
  await recordChange(db, before, { hasName: name !== undefined, added, removed });
  return ok(await findUser(db, userId));
}

type Changes = { hasName: boolean; added: Grant[]; removed: Grant[] };

async function recordChange(db: Db, user: User, { hasName, added, removed }: Changes): Promise<void> {
  if (hasName || added.length + removed.length === 0) await recordForUser(db, "user.changed", user, { fields: hasName ? ["name"] : [] });
  const roles = [...added.map((grant) => ["user.role_added", grant] as const), ...removed.map((grant) => ["user.role_removed", grant] as const)];
  for (const [action, { role, municipality, organisationId }] of roles) await recordAudit(db, { action, municipality, subjectId: user.id, facts: { role, organisationId } });
}

/** An organisation belongs to a municipality; roles in the whole network have none. */
export async function requireOrganisation(db: Db, { municipality, organisationId }: Grant): Promise<void> {
  if (organisationId === null) return;
  if (municipality === null || !(await isOrganisationOf(db, organisationId, municipality))) throw new NotFound("organisation");
}
