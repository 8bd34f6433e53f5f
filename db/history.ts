import { sql } from "drizzle-orm";
import type { Db } from "./client";

export type HistoryEntry = { at: string; action: string; by: string };

/**
 * Who did what to these records, newest first, readings left out. The audit itself is the administrator's; this reviewed
 * function gives whoever may read the household the writes on it, and nothing else.
 */
export async function findHistory(db: Db, municipality: string, subjectIds: readonly string[]): Promise<HistoryEntry[]> {
  const ids = sql.join(subjectIds.map((id) => sql`${id}`), sql`, `);
  const rows = await db.drizzle.execute<{ at: string; action: string; by: string }>(
    sql`SELECT at, action, by FROM household_history(${municipality}, ARRAY[${ids}]::text[])`,
  );
  return [...rows].map(({ at, action, by }) => ({ at: new Date(at).toISOString(), action, by }));
}
