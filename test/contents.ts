import type { Sql } from "postgres";

/** What every table holds, as one hash each; a table without rows has null. */
export async function contentsOf(sql: Sql): Promise<Record<string, string | null>> {
  const tables = await sql<{ name: string }[]>`SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`;
  const contents: Record<string, string | null> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ hash: string | null }[]>`SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM ${sql(name)} t`;
    contents[name] = row?.hash ?? null;
  }
  return contents;
}

/** What keeps rows from being changed, the owner included. */
export async function bindingsOf(sql: Sql): Promise<unknown[]> {
  const triggers = await sql`SELECT tgrelid::regclass::text AS table, tgname::text AS name, tgenabled::text AS state FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`;
  const protection = await sql`SELECT relname::text AS table, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;
  return [...triggers, ...protection];
}
