import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findUser, keepsUser, lockUser, type User } from "@/db/users";
import { municipalitiesWith } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit";
import { type Result, no, ok } from "@/domain/failure";
import { requireSomewhere, requireVersion } from "@/server/guard";
import type { UserRefusal } from "./user-refusal";

/**
 * A user the actor may change. One without any role where the actor keeps users is not found; one with a role beyond that is
 * refused: whoever could change that user's password could act beyond their own rights.
 */
export async function keptUser(db: Db, id: string, expectedVersion: number | null = null): Promise<Result<User, UserRefusal>> {
  requireSomewhere(db.actor, "user.write");
  const user = await findUser(db, id);
  if (db.actor.kind === "system") return ok(user);

  const kept = municipalitiesWith(db.actor, "user.write");
  if (!user.grants.some(({ municipality }) => municipality === null || kept.includes(municipality))) throw new NotFound("user");
  if (!(await keepsUser(db, id))) return no({ code: "user_beyond_yours" });
  if (expectedVersion !== null) requireVersion(await lockUser(db, id), expectedVersion);
  return ok(user);
}

/** Writes the deed once for every municipality where the user has a role; of network-wide roles, or none at all, once for the network. */
export async function recordForUser(db: Db, action: AuditAction, user: User, facts?: Record<string, unknown>): Promise<void> {
  const municipalities = new Set(user.grants.map(({ municipality }) => municipality));
  for (const municipality of municipalities.size > 0 ? municipalities : [null]) await recordAudit(db, { action, municipality, subjectId: user.id, facts });
}
