import type { Db } from "../client";
import { driverOf } from "../driver";

export type Referable = "facility" | "unit" | "bed" | "household" | "person" | "placement";

/** How our own ids look in a file. */
const UUID = "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$";

/**
 * Finds the records a key column of the file names, as `import_<table>`: by the id an earlier import brought, else, for records
 * made here, by our own id, which is what exports call them by. One key may name a record in several municipalities.
 */
export async function findReferences(db: Db, table: Referable): Promise<void> {
  const sql = driverOf(db);
  const keys = sql`SELECT DISTINCT ${sql(`${table}_key`)} AS key FROM import_staged WHERE valid AND ${sql(`${table}_key`)} IS NOT NULL`;
  await sql`
    CREATE TEMP TABLE ${sql(`import_${table}`)} ON COMMIT DROP AS
    SELECT k.key, t.municipality_id, t.id FROM (${keys}) k JOIN ${sql(table)} t ON t.external_id = k.key
    UNION ALL
    SELECT k.key, t.municipality_id, t.id
    FROM (SELECT key, key::uuid AS id FROM (${keys}) k WHERE key ~ ${UUID}) k JOIN ${sql(table)} t ON t.id = k.id AND t.external_id IS NULL`;
  await sql`ANALYZE ${sql(`import_${table}`)}`;
}
