import type postgres from "postgres";

const FILLED = ["household", "person", "membership", "placement", "stay", "bed_block", "audit_entry"];

type Definition = { table: string; name: string; definition: string };

/** Runs `fill` without the tables' indexes and constraints, makes them again (which looks at every row) and lets the planner count. */
export async function inBulk(sql: postgres.Sql, fill: () => Promise<void>): Promise<void> {
  const constraints = await constraintsOf(sql);
  const indexes = await indexesOf(sql);
  for (const { table, name } of constraints) await sql.unsafe(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes) await sql.unsafe(`DROP INDEX "${name}"`);
  for (const table of FILLED) await sql.unsafe(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);

  await fill();
  for (const table of FILLED) await sql.unsafe(`VACUUM ${table}`);
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { table, name, definition } of constraints.reverse()) await sql.unsafe(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
  for (const table of FILLED) await sql.unsafe(`ALTER TABLE ${table} RESET (autovacuum_enabled)`);
  await sql`ANALYZE`;
}

/** Foreign keys first: the keys they lean on go after them, and come back before them. */
function constraintsOf(sql: postgres.Sql): Promise<Definition[]> {
  return sql<Definition[]>`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE contype IN ('p', 'u', 'x', 'f') AND (conrelid = ANY (${FILLED}::regclass[]) OR confrelid = ANY (${FILLED}::regclass[]))
    ORDER BY contype <> 'f', contype = 'p'`;
}

function indexesOf(sql: postgres.Sql): Promise<Definition[]> {
  return sql<Definition[]>`
    SELECT i.indrelid::regclass::text AS table, c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid = ANY (${FILLED}::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.conindid = i.indexrelid)`;
}
