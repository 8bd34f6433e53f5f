import "server-only";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { type Actor, may, mayActFor, municipalitiesWith, type Permission } from "@/domain/actor";

/** The role does not allow it: 403, before anybody learns whether the record exists. */
export class Forbidden extends Error {
  constructor(readonly permission: Permission, readonly reason: "role" | "organisation") {
    super(`${permission} not allowed: ${reason}`);
    this.name = "Forbidden";
  }
}

/** Nobody decides what they asked for themselves: 403. */
export class OwnRequest extends Error {
  constructor() {
    super("asked and decided by the same person");
    this.name = "OwnRequest";
  }
}

/** The record has changed since the caller saw it: 412. */
export class Stale extends Error {
  constructor(readonly currentVersion: number) {
    super(`the record is at version ${currentVersion}`);
    this.name = "Stale";
  }
}

/** What is asked makes no sense together with what is kept: 400, as if one request had said both. */
export class Malformed extends Error {
  constructor(readonly path: string, readonly code: string) {
    super(code);
    this.name = "Malformed";
  }
}

/** The permission in some municipality at least; asked before anything is looked up. */
export function requireSomewhere(actor: Actor, permission: Permission): void {
  if (actor.kind !== "system" && municipalitiesWith(actor, permission).length === 0) throw new Forbidden(permission, "role");
}

/** The permission in this municipality. One the actor has nothing to do with is NotFound, as if it did not exist. */
export function requireIn({ actor }: Db, permission: Permission, municipality: string): void {
  if (actor.kind === "system" || may(actor, permission, municipality)) return;
  const isKnown = actor.grants.some((grant) => grant.municipality === municipality || (grant.municipality === null && actor.network.includes(municipality)));
  if (!isKnown) throw new NotFound("municipality");
  throw new Forbidden(permission, "role");
}

/** The permission in the facilities of this organisation (null: the municipality's own). */
export function requireFor(db: Db, permission: Permission, municipality: string, organisationId: string | null): void {
  requireIn(db, permission, municipality);
  if (db.actor.kind === "system" || mayActFor(db.actor, permission, municipality, organisationId)) return;
  throw new Forbidden(permission, "organisation");
}

/** `If-Match`: null when the caller sent none; then the write goes through. */
export function requireVersion(current: number, expected: number | null): void {
  if (expected !== null && expected !== current) throw new Stale(current);
}
