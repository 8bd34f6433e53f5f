import { createHash, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { connect } from "../client";
import { loadDemo, resetDemo } from "../demo";

/** Everything but what is salted or drawn anew on purpose: password hashes and ciphertexts. */
async function digestOf(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const hash = createHash("sha256");
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`select (to_jsonb(t) - 'hash' - 'health_needs')::text as row from ${sql(name)} t order by 1`;
    hash.update(`${name} ${rows.length}\n`);
    for (const { row } of rows) hash.update(row);
  }
  return hash.digest("hex");
}

test("the same day gives the same network, id by id; a reset too, whatever was there", async () => {
  const fresh = [await freshDatabase(), await freshDatabase()] as const;
  const [first, second] = [connect(fresh[0].ownerUrl, 1), connect(fresh[1].ownerUrl, 1)];
  try {
    const settings = { today: "2027-05-10", password: "a password for the demo" };
    await loadDemo({ ...settings, ownerUrl: fresh[0].ownerUrl });
    await loadDemo({ ...settings, ownerUrl: fresh[1].ownerUrl, today: "2027-05-09" });
    await second.sql`insert into audit_entry ${second.sql({ municipality_id: "G478", id: randomUUID(), at: "2026-01-01T00:00:00Z", actor_kind: "system", actor_id: "cli", action: "x", subject_id: "x" })}`;
    await second.sql`insert into audit_seal select 'G478', 1, id, '', now() from audit_entry limit 1`;
    expect(await digestOf(second.sql)).not.toBe(await digestOf(first.sql));

    const { logins } = await resetDemo({ ...settings, ownerUrl: fresh[1].ownerUrl });
    expect(logins).toHaveLength(16 * 5 + 2);
    expect(await digestOf(second.sql)).toBe(await digestOf(first.sql));
    for (const table of ["audit_entry", "audit_seal"]) await expect(second.sql.unsafe(`truncate ${table}`)).rejects.toMatchObject({ code: "23001" });
  } finally {
    for (const database of [first, second]) await database.end();
    for (const database of fresh) await database.drop();
  }
});
