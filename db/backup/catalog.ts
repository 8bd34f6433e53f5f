import type postgres from "postgres";

/** A table as the database knows it. */
export type Table = {
  name: string;
  /** Those that are written; what Postgres generates it generates again. */
  columns: string[];
  /** As in ORDER BY: the primary key, sorted alike on every server. */
  key: string[];
  refersTo: string[];
};

/**
 * What is about a moment and not about the office. Sessions, links for a new password and letters on their way must not come back to
 * life, and nobody is locked out by the attempts of last month.
 */
export const PASSING = ["user_session", "password_reset", "outbox_message", "attempt_count"];

/** Every table of the product, what is referred to before what refers to it. */
export async function tablesOf(sql: postgres.ISql): Promise<Table[]> {
  const tables = await sql<Table[]>`
    SELECT c.relname::text AS name,
      ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attname) AS columns,
      ARRAY(
        SELECT quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
        FROM unnest(k.conkey) WITH ORDINALITY AS part(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = part.attnum ORDER BY place) AS key,
      ARRAY(SELECT DISTINCT confrelid::regclass::text FROM pg_constraint WHERE conrelid = c.oid AND contype = 'f' AND confrelid <> c.oid) AS "refersTo"
    FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    ORDER BY c.relname`;
  return inOrder([...tables]);
}

function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const isBefore = (name: string) => ordered.some((table) => table.name === name);
  for (let left = [...tables]; left.length > 0; left = left.filter((table) => !ordered.includes(table))) {
    const next = left.filter(({ refersTo }) => refersTo.every(isBefore));
    if (next.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(", ")}`);
    ordered.push(...next);
  }
  return ordered;
}

export const isKept = ({ name }: Table): boolean => !PASSING.includes(name);

/** What is told about dates, numbers and bytes must not hang on a server's settings, and no time-out may cut it off. */
export async function settle(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`
    SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
    SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`);
}

/** The newest migration this database has seen. */
export async function schemaOf(sql: postgres.ISql): Promise<number> {
  const [row] = await sql<{ version: string }[]>`SELECT schema_version() AS version`;
  return Number(row?.version);
}

/** A role that is bound by a policy would read fewer rows and say nothing. */
export async function tablesReadInPart(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND row_security_active(c.oid) AND (
      EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive) OR
      NOT EXISTS (
        SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND pg_get_expr(p.polqual, c.oid) = 'true'
          AND EXISTS (SELECT 1 FROM unnest(p.polroles) AS named(role) WHERE named.role <> 0 AND pg_has_role(named.role, 'USAGE'))))
    ORDER BY c.relname`;
  return rows.map(({ name }) => name);
}
