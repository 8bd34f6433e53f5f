import type { Database } from "./client";

/** The municipalities come in with the last step of a migration. */
export async function readinessOf(database: Database): Promise<boolean> {
  const [row] = await database.sql<{ ready: boolean }[]>`SELECT EXISTS (SELECT 1 FROM municipality) AS ready`;
  return row?.ready ?? false;
}
