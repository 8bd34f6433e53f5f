import { asActor, type Database } from "@/db/client";
import { networkCodes } from "@/db/network";
import type { Actor, Grant, Role } from "@/domain/actor";
import { systemActor } from "@/server/actor";
import { addUserWithRole } from "@/server/users/add-role";

export const PERUGIA = "G478";
export const BOLOGNA = "A944";

let made = 0;
export const anEmail = () => `user${++made}@comune.example`;

export const grant = (role: Role, municipality: string | null = PERUGIA): Grant => ({ role, municipality, organisationId: null });

/** A user of this database who holds these roles, as the actor of a signed-in request. */
export async function somebody(database: Database, ...grants: Grant[]): Promise<Actor> {
  const email = anEmail();
  let id = "";
  for (const one of grants) {
    const user = await asActor(database, systemActor("cli"), (db) => addUserWithRole(db, { email, name: "Maria Rossi", ...one }));
    if (!user.ok) throw new Error(user.failure.code);
    id = user.value.id;
  }
  return { kind: "user", id, name: "Maria Rossi", grants, network: await networkCodes(database) };
}
