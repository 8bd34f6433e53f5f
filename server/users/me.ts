import "server-only";
import type { Db } from "@/db/client";
import { municipalitiesNamed, organisationsNamed } from "@/db/network";
import { mailedTasksOf } from "@/db/task-readers";
import { findUser } from "@/db/users";
import { type Actor, MAY, type Permission, type Role } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { TaskKind } from "@/domain/task-causes";
import { today } from "@/server/clock";

export type Me = {
  id: string;
  version: number;
  name: string;
  email: string;
  language: string;
  mailedTasks: TaskKind[];
  grants: { role: Role; municipality: { code: string; name: string } | null; organisation: { id: string; name: string } | null }[];
  municipalities: { code: string; name: string; permissions: Permission[] }[];
  today: Day;
};

/** Who the caller is, and what they may do where. */
export async function describeMe(db: Db): Promise<Me> {
  const { id, version, name, email, language } = await findUser(db, db.actor.id);
  const { grants, network } = db.actor;
  const codes = [...new Set(grants.flatMap(({ municipality }) => municipality ?? network))];
  const named = await municipalitiesNamed(db, codes);
  const organisations = await organisationsNamed(db, grants.flatMap(({ organisationId }) => organisationId ?? []));

  return {
    id,
    version,
    name,
    email,
    language,
    mailedTasks: await mailedTasksOf(db, id),
    grants: grants.map(({ role, municipality, organisationId }) => ({
      role,
      municipality: named.find(({ code }) => code === municipality) ?? null,
      organisation: organisations.find((organisation) => organisation.id === organisationId) ?? null,
    })),
    municipalities: named.map((municipality) => ({ ...municipality, permissions: permissionsIn(db.actor, municipality.code) })),
    today: today(),
  };
}

function permissionsIn({ grants }: Actor, code: string): Permission[] {
  const here = grants.filter(({ municipality }) => municipality === null || municipality === code);
  return [...new Set(here.flatMap(({ role }) => MAY[role]))];
}
