import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Database, Db } from "./client";
import { municipality } from "./schema/municipalities";
import { organisation } from "./schema/organisations";

export type Named = { code: string; name: string };

/** The municipalities of the network. Public facts: no actor needed. */
export async function networkCodes(database: Database): Promise<string[]> {
  const rows = await database.drizzle
    .select({ code: municipality.code })
    .from(municipality)
    .where(eq(municipality.inNetwork, true))
    .orderBy(asc(municipality.code));
  return rows.map(({ code }) => code);
}

/** Their names, in the order of the alphabet. */
export function municipalitiesNamed(db: Db, codes: string[]): Promise<Named[]> {
  const { code, name } = municipality;
  return db.drizzle.select({ code, name }).from(municipality).where(inArray(code, codes)).orderBy(asc(name));
}

/** By codice catastale or exact name; several when the name is not the only one of its kind in Italy. */
export function municipalitiesCalled(db: Db, codeOrName: string): Promise<Named[]> {
  const { code, name } = municipality;
  return db.drizzle.select({ code, name }).from(municipality).where(or(eq(code, codeOrName.toUpperCase()), eq(name, codeOrName)));
}

export function organisationsNamed(db: Db, ids: string[]): Promise<{ id: string; name: string }[]> {
  const { id, name } = organisation;
  return db.drizzle.select({ id, name }).from(organisation).where(inArray(id, ids));
}

export async function organisationCalled(db: Db, municipalityCode: string, name: string): Promise<string | null> {
  const [found] = await db.drizzle
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.municipalityId, municipalityCode), eq(organisation.name, name)));
  return found?.id ?? null;
}

export async function isOrganisationOf(db: Db, id: string, municipalityCode: string): Promise<boolean> {
  const found = await db.drizzle
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, id), eq(organisation.municipalityId, municipalityCode)));
  return found.length > 0;
}
