import { type ImportRejection, LISTED_REJECTIONS } from "@/domain/imports";
import type { Db } from "../client";
import { driverOf } from "../driver";

/** Where the checks note what is wrong with which row; gone with the transaction. */
export async function createRejections(db: Db): Promise<void> {
  await driverOf(db)`CREATE TEMP TABLE import_rejection (row int NOT NULL, column_name text, code text NOT NULL, facts jsonb NOT NULL DEFAULT '{}') ON COMMIT DROP`;
}

/** The first refusals in order of row. */
export async function findRejections(db: Db): Promise<ImportRejection[]> {
  const listed = await driverOf(db)<{ rejection: ImportRejection }[]>`
    SELECT jsonb_build_object('row', row, 'column', column_name, 'code', code) || facts AS rejection
    FROM (SELECT DISTINCT row, column_name, code, facts FROM import_rejection) distinct_rejection
    ORDER BY row, code LIMIT ${LISTED_REJECTIONS}`;
  return listed.map(({ rejection }) => rejection);
}

/** How many rows of the file are not taken. */
export async function countRejected(db: Db): Promise<number> {
  const [counted] = await driverOf(db)<{ count: number }[]>`SELECT count(*)::int AS count FROM import_row WHERE rejected`;
  return counted?.count ?? 0;
}

/**
 * Marks the rows refused so far. What belongs together (the rows of a placement, of a household) goes in together or not at
 * all. True when rows were marked that were not before.
 */
export async function markRejected(db: Db): Promise<boolean> {
  const sql = driverOf(db);
  const marked = await sql`
    UPDATE import_row SET rejected = true FROM (SELECT DISTINCT row FROM import_rejection) r WHERE r.row = import_row.row AND NOT rejected`;
  const invalid = await sql`UPDATE import_row SET rejected = true WHERE NOT valid AND NOT rejected`;
  if (marked.count + invalid.count === 0) return false;

  await sql`
    WITH broken AS (SELECT group_key, min(row) AS row FROM import_row WHERE rejected AND group_key IS NOT NULL GROUP BY group_key),
    others AS (
      UPDATE import_row i SET rejected = true FROM broken b WHERE i.group_key = b.group_key AND NOT i.rejected
      RETURNING i.row, b.row AS other)
    INSERT INTO import_rejection (row, code, facts) SELECT row, 'group_rejected', jsonb_build_object('otherRow', other) FROM others`;
  return true;
}
