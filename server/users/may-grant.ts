import { type Actor, type Grant, may } from "@/domain/actor";

const BY_ADMINISTRATORS_ONLY: readonly Grant["role"][] = ["administrator", "coordinator"];

/** True when the actor may give this role: within the municipalities whose users they keep, and never more than they may oversee. */
export function mayGrant(actor: Actor, grant: Grant): boolean {
  if (actor.kind === "system") return true;
  if (administers(actor, grant.municipality)) return true;
  if (grant.municipality === null || BY_ADMINISTRATORS_ONLY.includes(grant.role)) return false;
  return may(actor, "user.write", grant.municipality);
}

function administers(actor: Actor, municipality: string | null): boolean {
  return actor.grants.some((held) => held.role === "administrator" && (held.municipality === null || held.municipality === municipality));
}
