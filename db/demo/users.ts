import { ROLES } from "@/domain/actor";
import type { Ground } from "./ground";
import { instantAt } from "./ground";
import { drawStaffName } from "./names";

/** Days since the accounts were made. */
const ACCOUNTS_SINCE = -735;

type UserGround = Pick<Ground, "today" | "random" | "newId" | "rows">;

function addUser({ today, newId, rows }: UserGround, email: string, name: string, passwordHash: string): string {
  const id = newId();
  const since = instantAt({ today }, ACCOUNTS_SINCE);
  rows.appUser.push({ id, email, name, language: "it", createdAt: since });
  rows.userPassword.push({ userId: id, hash: passwordHash, changedAt: since });
  return id;
}

export type Staff = { socialWorkerId: string; operatorId: string };

/** One user for every role of the municipality; the operator works for each of its organisations, the main one first. */
export function addStaff(ground: Ground, organisationIds: Map<string, string>, passwordHash: string): Staff {
  const { plan, municipality, newId, rows, random } = ground;
  const ids = new Map<string, string>();
  for (const role of ROLES) {
    const userId = addUser(ground, `${role}.${plan.city}@demo.example`, drawStaffName(random), passwordHash);
    ids.set(role, userId);
    const organisations = role === "operator" && organisationIds.size > 0 ? [...organisationIds.values()] : [null];
    rows.userRole.push(...organisations.map((organisationId) => ({ id: newId(), userId, role, municipalityId: municipality, organisationId })));
  }
  return { socialWorkerId: ids.get("social_worker") ?? "", operatorId: ids.get("operator") ?? "" };
}

/** Those who see or administer the whole network. */
export function addNetworkStaff(ground: UserGround, passwordHash: string): void {
  for (const role of ["coordinator", "administrator"]) {
    const userId = addUser(ground, `${role}@demo.example`, drawStaffName(ground.random), passwordHash);
    ground.rows.userRole.push({ id: ground.newId(), userId, role, municipalityId: null, organisationId: null });
  }
}
