import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import {
  addOrganisation, addProgramme, changeProgramme, findOrganisation, findOrganisations, findProgramme, findProgrammes, isOrganisationName, isProgrammeCode, lockOrganisation, lockProgramme,
  type OrganisationRecord, type ProgrammeFields, type ProgrammeRecord, renameOrganisation,
} from "@/db/organisations";
import { may } from "@/domain/actor";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { Malformed, requireIn, requireVersion } from "../guard";

type Page = { municipality: string; limit: number; cursor?: string };

/** A page of organisations, one more than asked. */
export async function listOrganisations(db: Db, { municipality, limit, cursor }: Page): Promise<OrganisationRecord[]> {
  // Administrators see no places, but name the organisation an operator works for.
  if (!may(db.actor, "user.write", municipality)) requireIn(db, "inventory.read", municipality);
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

type Versioned = { id: string; expectedVersion: number | null };

export async function updateOrganisation(db: Db, { id, expectedVersion, name }: Versioned & { name: string }): Promise<Result<OrganisationRecord, Refusals>> {
  const organisation = await lockOrganisation(db, id);
  requireIn(db, "organisation.write", organisation.municipality);
  requireVersion(organisation.version, expectedVersion);
  if (await isOrganisationName(db, organisation, name)) return no([{ code: "name_taken", name }]);

  await renameOrganisation(db, id, name);
  await recordAudit(db, { action: "organisation.changed", municipality: organisation.municipality, subjectId: id, facts: { fields: ["name"] } });
  return ok(await findOrganisation(db, id, organisation.municipality));
}

export async function updateProgramme(db: Db, { id, expectedVersion, fields }: Versioned & { fields: ProgrammeFields }): Promise<Result<ProgrammeRecord, Refusals>> {
  const programme = await lockProgramme(db, id);
  requireIn(db, "programme.write", programme.municipality);
  requireVersion(programme.version, expectedVersion);
  const { from, until } = { ...programme, ...fields };
  if (from !== null && until !== null && until <= from) throw new Malformed("until", "until_after_from");
  if (fields.code !== undefined && (await isProgrammeCode(db, programme, fields.code))) return no([{ code: "name_taken", name: fields.code }]);

  await changeProgramme(db, id, fields);
  await recordAudit(db, { action: "programme.changed", municipality: programme.municipality, subjectId: id, facts: { fields: Object.keys(fields) } });
  return ok(await findProgramme(db, id, programme.municipality));
}
