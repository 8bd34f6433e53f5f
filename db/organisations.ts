import { and, asc, eq, gt } from "drizzle-orm";
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
