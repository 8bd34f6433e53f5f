import { asActor, type Database } from "../client";
import { recordAudit } from "../audit";
import { newId } from "../ids";
import { driverOf } from "../driver";
import { exportedFacilities } from "./facilities";
import { exportedHouseholds } from "./households";
import { exportedStays } from "./stays";
import type { Actor } from "@/domain/actor";
import type { ImportKind } from "@/domain/imports";
import type postgres from "postgres";

/** A record by the columns of its kind; dates and ids as text. */
export type ExportedRow = Record<string, string | null>;

/** Asks for all rows of a kind; `municipalities` null: of every one. */
export type ExportQuery = (sql: postgres.TransactionSql, municipalities: readonly string[] | null) => postgres.PendingQuery<ExportedRow[]>;

const QUERIES: Record<ImportKind, ExportQuery> = { facilities: exportedFacilities, households: exportedHouseholds, stays: exportedStays };

const BATCH = 1000;

/**
 * Reads all rows in one transaction, a batch at a time, and notes in the audit who took how many of which municipality. That it was
 * begun is noted before the first row leaves: whoever hangs up just before the end has read all the same.
 */
export async function eachExportedBatch(database: Database, actor: Actor, kind: ImportKind, municipalities: readonly string[] | null, take: (rows: ExportedRow[]) => Promise<void>): Promise<void> {
  const exportId = newId();
  await asActor(database, actor, async (db) => {
    for (const municipality of municipalities ?? (await inhabited(driverOf(db)))) await recordAudit(db, { action: `export.${kind}.begun`, municipality, subjectId: exportId });
  });
  await asActor(database, actor, async (db) => {
    const sql = driverOf(db);
    const counts = new Map<string, number>();
    // Not with a callback: the driver does not wait for the last one.
    for await (const rows of QUERIES[kind](sql, municipalities).cursor(BATCH)) {
      for (const { municipality } of rows) counts.set(municipality ?? "", (counts.get(municipality ?? "") ?? 0) + 1);
      await take(rows);
    }
    for (const [municipality, rows] of counts) await recordAudit(db, { action: `export.${kind}`, municipality, subjectId: exportId, facts: { rows } });
  });
}

/** The municipalities there is something to export of. */
async function inhabited(sql: postgres.TransactionSql): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    SELECT code FROM municipality m
    WHERE EXISTS (SELECT 1 FROM facility WHERE municipality_id = m.code) OR EXISTS (SELECT 1 FROM household WHERE municipality_id = m.code) ORDER BY code`;
  return rows.map(({ code }) => code);
}
