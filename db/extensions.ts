import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { ExtensionReason, ExtensionStatus } from "@/domain/extensions";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { extension } from "./schema/placements";
import { nameOfUser } from "./users";

/** The names are those of colleagues, as far as the actor may know them. */
export type ExtensionRecord = Omit<typeof extension.$inferSelect, "municipalityId"> & { municipality: string; askedByName: string | null; decidedByName: string | null };

/** Extensions with the names of who asked and who decided. */
function extensions(db: Db) {
  return db.drizzle.select({ row: extension, askedByName: nameOfUser(extension.askedBy), decidedByName: nameOfUser(extension.decidedBy) }).from(extension).$dynamic();
}

type Row = { row: typeof extension.$inferSelect; askedByName: string | null; decidedByName: string | null };

function toExtension({ row: { municipalityId, ...row }, ...names }: Row): ExtensionRecord {
  return { ...row, ...names, municipality: municipalityId };
}

export type NewExtension = { municipality: string; placementId: string; exit: Day; latestExitBefore: Day; reason: ExtensionReason; note: string | null; override: ExtensionRecord["override"] };

export async function addExtension(db: Db, { municipality, ...fields }: NewExtension): Promise<ExtensionRecord> {
  const id = newId();
  await db.drizzle.insert(extension).values({ ...fields, id, municipalityId: municipality, askedBy: db.actor.id });
  return findExtension(db, id);
}

/** Reads the extension, or NotFound; its placement is what is locked. */
export async function findExtension(db: Db, id: string): Promise<ExtensionRecord> {
  const [row] = await extensions(db).where(eq(extension.id, id));
  if (!row) throw new NotFound("extension");
  return toExtension(row);
}

export type ExtensionFilter = { municipality?: string; placementIds?: readonly string[]; status?: ExtensionStatus; after?: string; limit: number };

/** In order of asking. */
export async function findExtensions(db: Db, { municipality, placementIds, status, after, limit }: ExtensionFilter): Promise<ExtensionRecord[]> {
  if (placementIds?.length === 0) return [];
  const rows = await extensions(db)
    .where(and(
      municipality ? eq(extension.municipalityId, municipality) : undefined,
      placementIds ? inArray(extension.placementId, [...placementIds]) : undefined,
      status ? eq(extension.status, status) : undefined,
      after ? gt(extension.id, after) : undefined,
    ))
    .orderBy(asc(extension.id))
    .limit(limit);
  return rows.map(toExtension);
}

/** How many extensions a placement was granted. */
export async function grantedExtensions(db: Db, placementId: string): Promise<number> {
  const [row] = await db.drizzle.select({ granted: count() }).from(extension).where(and(eq(extension.placementId, placementId), eq(extension.status, "approved")));
  return row?.granted ?? 0;
}

export type Decision = { status: Exclude<ExtensionStatus, "asked">; note: string | null; override?: ExtensionRecord["override"] };

export async function decideExtension(db: Db, id: string, { status, note, override }: Decision): Promise<ExtensionRecord> {
  await db.drizzle
    .update(extension)
    .set({ status, decisionNote: note, decidedBy: db.actor.id, decidedAt: sql`clock_timestamp()`, version: sql`${extension.version} + 1`, ...(override === undefined ? {} : { override }) })
    .where(eq(extension.id, id));
  return findExtension(db, id);
}

/** Nobody decides on more time for a placement that is over. */
export async function withdrawExtensionsOf(db: Db, placementId: string): Promise<void> {
  await db.drizzle
    .update(extension)
    .set({ status: "withdrawn", decidedBy: db.actor.id, decidedAt: sql`clock_timestamp()`, version: sql`${extension.version} + 1` })
    .where(and(eq(extension.placementId, placementId), eq(extension.status, "asked")));
}
