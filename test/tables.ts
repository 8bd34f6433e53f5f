import type postgres from "postgres";

/** What a refused request may write: who looked, which answer was kept, when a session was last seen, how often somebody tried. */
export const MAY_GROW = ["audit_entry", "audit_seal", "idempotency_key", "user_session", "attempt_count"];

/** A hash of the rows of every table, as the owner sees them. */
export async function contents(owner: postgres.Sql, except: readonly string[] = MAY_GROW): Promise<Record<string, string>> {
  const tables = await owner<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'municipality' ORDER BY 1`;
  const hashed = tables.map(({ name }) => name).filter((name) => !except.includes(name));
  const parts = hashed.map((name) => `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM "${name}" t`);
  const rows = await owner.unsafe<{ name: string; hash: string }[]>(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

