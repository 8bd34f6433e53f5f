import "server-only";
import type { Db } from "@/db/client";
import { municipalitiesCalled, organisationCalled } from "@/db/network";
import { type Grant, ROLES, type Role } from "@/domain/actor";
import { Misuse, Obstacle } from "./command";

const NETWORK_WIDE: readonly Role[] = ["coordinator", "administrator"];

/** A role as it is typed: by the names people know. */
export type TypedGrant = { role: string; municipality: string | undefined; organisation: string | undefined };

/** The role that was meant, or a sentence about the word that means nothing. */
export async function grantFrom(db: Db, typed: TypedGrant): Promise<Grant> {
  const role = ROLES.find((known) => known === typed.role);
  if (!role) throw new Misuse(`There is no role "${typed.role}": one of ${ROLES.join(", ")}.`);
  if (typed.municipality === undefined) return networkWide(role, typed);

  const municipality = await codeOf(db, typed.municipality);
  if (typed.organisation === undefined) return { role, municipality, organisationId: null };

  const organisationId = await organisationCalled(db, municipality, typed.organisation);
  if (organisationId === null) throw new Obstacle(`There is no organisation "${typed.organisation}" in ${typed.municipality}.`);
  return { role, municipality, organisationId };
}

function networkWide(role: Role, { organisation }: TypedGrant): Grant {
  if (!NETWORK_WIDE.includes(role)) throw new Misuse(`--municipality is missing: the role ${role} is held in one.`);
  if (organisation !== undefined) throw new Misuse("--organisation needs --municipality.");
  return { role, municipality: null, organisationId: null };
}

async function codeOf(db: Db, codeOrName: string): Promise<string> {
  const [found, ...others] = await municipalitiesCalled(db, codeOrName);
  if (!found) throw new Obstacle(`There is no municipality "${codeOrName}": give its exact name or its codice catastale (G478 is Perugia).`);
  if (others.length > 0) {
    const codes = [found, ...others].map(({ code }) => code).join(", ");
    throw new Obstacle(`Several municipalities are called "${codeOrName}": give one of the codes ${codes}.`);
  }
  return found.code;
}
