import type postgres from "postgres";
import type { Database } from "@/db/client";
import { SHORT, sealAll } from "@/server/audit/seal";
import { PERUGIA } from "./people";

type Given = { municipality?: string | null; count?: number; minutesAgo?: number };

/** So many entries, a millisecond apart, as the owner puts them in. */
export async function someEntries(owner: postgres.Sql | postgres.TransactionSql, { municipality = PERUGIA, count = 1, minutesAgo = 0 }: Given = {}): Promise<void> {
  await owner`
    INSERT INTO audit_entry (id, at, municipality_id, actor_kind, actor_id, action, subject_id, facts)
    SELECT gen_random_uuid(), clock_timestamp() - make_interval(mins => ${minutesAgo}) - (${count} - n) * interval '1 millisecond', ${municipality}, 'user', 'user ' || n, 'household.read', 'household ' || n, jsonb_build_object('n', n)
    FROM generate_series(1, ${count}::int) n`;
}

/** What whoever owns the tables can do, and the product never does. */
export async function tampering(owner: postgres.Sql, deed: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  await owner.begin(async (sql) => {
    for (const table of ["audit_entry", "audit_seal"]) await sql.unsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await deed(sql);
    for (const table of ["audit_entry", "audit_seal"]) await sql.unsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}

/** As the job does it. */
export function sealEverything(database: Database): Promise<void> {
  return sealAll(database, SHORT);
}
