export const ROLES = ["social_worker", "operator", "manager", "coordinator", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** What an operation asks for; the table of who may do what (domain.md 8) is `MAY` below and nowhere else. */
export type Permission =
  | "inventory.read" | "availability.read" | "household.read" | "household.write" | "health.read" | "fiscal_code.read"
  | "case.write" | "placement.read" | "placement.write" | "closure.write" | "unit.write" | "facility.write"
  | "organisation.write" | "programme.write" | "stay_rule.write" | "data.import" | "data.export" | "user.write"
  | "token.write" | "setting.write" | "audit.read" | "override" | "extension.decide" | "task.read" | "self.read" | "report.read";

const SOCIAL_WORKER: Permission[] = [
  "self.read", "inventory.read", "availability.read", "household.read", "household.write", "health.read", "case.write",
  "placement.read", "task.read",
];
const OPERATOR: Permission[] = [...SOCIAL_WORKER, "placement.write", "closure.write", "unit.write"];
const MANAGER: Permission[] = [
  ...OPERATOR, "facility.write", "organisation.write", "programme.write", "stay_rule.write", "data.import", "data.export",
  "user.write", "override", "extension.decide", "fiscal_code.read", "report.read",
];

export const MAY: Record<Role, readonly Permission[]> = {
  social_worker: SOCIAL_WORKER,
  operator: OPERATOR,
  manager: MANAGER,
  coordinator: ["self.read", "inventory.read", "availability.read", "report.read"],
  administrator: ["self.read", "user.write", "token.write", "setting.write", "audit.read"],
};

/** A role held in a municipality, or (null) in the whole network; operators hold it for an organisation or, without one, for the municipality's own facilities. */
export type Grant = { role: Role; municipality: string | null; organisationId: string | null };

/**
 * Who is asking: a person with a session or a token, or a named part of the system. Made in `server/actor.ts` only, so that a
 * forgotten gate does not compile.
 */
export type Actor = {
  readonly kind: "user" | "token" | "system";
  /** The user's id, or the system actor's name. */
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** The municipalities of the network, which a grant without a municipality stands for. */
  readonly network: readonly string[];
};

/** The municipalities in which the actor holds the permission. */
export function municipalitiesWith(actor: Actor, permission: Permission): string[] {
  const reached = actor.grants
    .filter((grant) => MAY[grant.role].includes(permission))
    .flatMap((grant) => grant.municipality ?? actor.network);
  return [...new Set(reached)];
}

/** The municipalities the actor has anything to do with. */
export function municipalitiesReached(actor: Actor): string[] {
  return [...new Set(actor.grants.flatMap(({ municipality }) => municipality ?? actor.network))];
}

/** True when the actor holds the permission in the whole network, so also for what belongs to no municipality. */
export function mayEverywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some(({ role, municipality }) => municipality === null && MAY[role].includes(permission));
}

export function may(actor: Actor, permission: Permission, municipality: string): boolean {
  return municipalitiesWith(actor, permission).includes(municipality);
}

/** True when the actor may act in the facilities of this organisation (null: the municipality's own), not only in the municipality. */
export function mayActFor(actor: Pick<Actor, "grants">, permission: Permission, municipality: string, organisationId: string | null): boolean {
  return actor.grants.some(
    (grant) =>
      MAY[grant.role].includes(permission) &&
      (grant.municipality === null || grant.municipality === municipality) &&
      (grant.role !== "operator" || organisationId === null || grant.organisationId === organisationId),
  );
}

/** True when the actor finds the households of a protected facility of this organisation (null: of the municipality itself), as the protection of rows has it. */
export function findsProtected(actor: Actor, municipality: string, organisationId: string | null): boolean {
  return may(actor, "facility.write", municipality) || actor.grants.some((grant) => grant.role === "operator" && grant.organisationId === organisationId);
}

/** The organisations an operator works for. */
export function organisationsOf(actor: Actor): string[] {
  return actor.grants.flatMap((grant) => grant.organisationId ?? []);
}
