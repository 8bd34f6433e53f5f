import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addOrganisation, addProgramme, findOrganisations, findProgrammes, type OrganisationRecord, type ProgrammeRecord } from "@/db/organisations";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { requireIn } from "../guard";

type Page = { municipality: string; limit: number; cursor?: string };

/** A page of organisations, one more than asked. */
export async function listOrganisations(db: Db, { municipality, limit, cursor }: Page): Promise<OrganisationRecord[]> {
  requireIn(db, "inventory.read", municipality);
  return findOrganisations(db, municipality, { after: cursor, limit: limit + 1 });
}

export async function createOrganisation(db: Db, municipality: string, name: string): Promise<Result<OrganisationRecord, Refusals>> {
  requireIn(db, "organisation.write", municipality);
  const added = await addOrganisation(db, municipality, name);
  if (!added) return no([{ code: "name_taken", name }]);
  await recordAudit(db, { action: "organisation.created", municipality, subjectId: added.id });
  return ok(added);
}

/** A page of programmes, one more than asked. */
export async function listProgrammes(db: Db, { municipality, limit, cursor }: Page): Promise<ProgrammeRecord[]> {
  requireIn(db, "inventory.read", municipality);
  return findProgrammes(db, municipality, { after: cursor, limit: limit + 1 });
}

export async function createProgramme(db: Db, fields: Omit<ProgrammeRecord, "id" | "version">): Promise<Result<ProgrammeRecord, Refusals>> {
  requireIn(db, "programme.write", fields.municipality);
  const added = await addProgramme(db, fields);
  if (!added) return no([{ code: "name_taken", name: fields.code }]);
  await recordAudit(db, { action: "programme.created", municipality: fields.municipality, subjectId: added.id });
  return ok(added);
}
