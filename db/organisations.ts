import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import type { Condition } from "@/domain/conditions";
import type { Day } from "@/domain/day";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { organisation, programme } from "./schema/organisations";

export type OrganisationRecord = { id: string; version: number; municipality: string; name: string };
export type ProgrammeRecord = { id: string; version: number; municipality: string; code: string; name: string; cup: string | null; from: Day | null; until: Day | null; conditions: Condition[] };
type Page = { after?: string; limit: number };

const told = <T extends { municipalityId: string }>({ municipalityId, ...row }: T) => ({ ...row, municipality: municipalityId });

export async function findOrganisations(db: Db, municipality: string, { after, limit }: Page): Promise<OrganisationRecord[]> {
  const rows = await db.drizzle.select().from(organisation).where(and(eq(organisation.municipalityId, municipality), after ? gt(organisation.id, after) : undefined)).orderBy(asc(organisation.id)).limit(limit);
  return rows.map(told);
}

/** The organisation of this municipality, or NotFound. */
export async function findOrganisation(db: Db, id: string, municipality: string): Promise<OrganisationRecord> {
  const [row] = await db.drizzle.select().from(organisation).where(and(eq(organisation.id, id), eq(organisation.municipalityId, municipality)));
  if (!row) throw new NotFound("organisation");
  return told(row);
}

/** Null when the municipality has one of that name. */
export async function addOrganisation(db: Db, municipality: string, name: string): Promise<OrganisationRecord | null> {
  const [row] = await db.drizzle.insert(organisation).values({ id: newId(), municipalityId: municipality, name }).onConflictDoNothing().returning();
  return row ? told(row) : null;
}

/** The organisation, which nobody else changes until the transaction ends; NotFound also where the actor sees none. */
export async function lockOrganisation(db: Db, id: string): Promise<OrganisationRecord> {
  const [row] = await db.drizzle.select().from(organisation).where(eq(organisation.id, id)).for("no key update");
  if (!row) throw new NotFound("organisation");
  return told(row);
}

export async function isOrganisationName(db: Db, { id, municipality }: OrganisationRecord, name: string): Promise<boolean> {
  const others = await db.drizzle.select({ id: organisation.id }).from(organisation).where(and(eq(organisation.municipalityId, municipality), eq(organisation.name, name), ne(organisation.id, id)));
  return others.length > 0;
}

export async function renameOrganisation(db: Db, id: string, name: string): Promise<void> {
  await db.drizzle.update(organisation).set({ name, version: sql`${organisation.version} + 1` }).where(eq(organisation.id, id));
}

function toProgramme({ municipalityId, startsOn, endsOn, ...row }: typeof programme.$inferSelect): ProgrammeRecord {
  return { ...row, municipality: municipalityId, from: startsOn, until: endsOn };
}

export async function findProgrammes(db: Db, municipality: string, { after, limit }: Page): Promise<ProgrammeRecord[]> {
  const rows = await db.drizzle.select().from(programme).where(and(eq(programme.municipalityId, municipality), after ? gt(programme.id, after) : undefined)).orderBy(asc(programme.id)).limit(limit);
  return rows.map(toProgramme);
}

/** The programme of this municipality, or NotFound. */
export async function findProgramme(db: Db, id: string, municipality: string): Promise<ProgrammeRecord> {
  const [row] = await db.drizzle.select().from(programme).where(and(eq(programme.id, id), eq(programme.municipalityId, municipality)));
  if (!row) throw new NotFound("programme");
  return toProgramme(row);
}

/** Null when the municipality has one of that code. */
export async function addProgramme(db: Db, { municipality, from, until, ...fields }: Omit<ProgrammeRecord, "id" | "version">): Promise<ProgrammeRecord | null> {
  const [row] = await db.drizzle.insert(programme).values({ ...fields, id: newId(), municipalityId: municipality, startsOn: from, endsOn: until }).onConflictDoNothing().returning();
  return row ? toProgramme(row) : null;
}

/** The programme, which nobody else changes until the transaction ends; NotFound also where the actor sees none. */
export async function lockProgramme(db: Db, id: string): Promise<ProgrammeRecord> {
  const [row] = await db.drizzle.select().from(programme).where(eq(programme.id, id)).for("no key update");
  if (!row) throw new NotFound("programme");
  return toProgramme(row);
}

export async function isProgrammeCode(db: Db, { id, municipality }: ProgrammeRecord, code: string): Promise<boolean> {
  const others = await db.drizzle.select({ id: programme.id }).from(programme).where(and(eq(programme.municipalityId, municipality), eq(programme.code, code), ne(programme.id, id)));
  return others.length > 0;
}

export type ProgrammeFields = Partial<Omit<ProgrammeRecord, "id" | "version" | "municipality">>;

export async function changeProgramme(db: Db, id: string, { from, until, ...fields }: ProgrammeFields): Promise<void> {
  await db.drizzle.update(programme).set({ ...fields, startsOn: from, endsOn: until, version: sql`${programme.version} + 1` }).where(eq(programme.id, id));
}
