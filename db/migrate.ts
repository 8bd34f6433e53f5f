import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number, the same for every process that migrates this database. */
const MIGRATION_LOCK = 7_365_021;

/**
 * Brings the database up to date as its owner: migrations, the Italian municipalities, and the rights of the app's role (which
 * owns nothing). Safe to run from several processes at once; does nothing the second time.
 */
export async function migrate({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(client), { migrationsFolder: path.resolve("drizzle") });
    await loadMunicipalities(client);
    await grantTo(client, decodeURIComponent(new URL(appUrl).username));
  } finally {
    await client.end();
  }
}

async function grantTo(client: postgres.Sql, role: string): Promise<void> {
  await client`GRANT USAGE ON SCHEMA public TO ${client(role)}`;
  await client`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${client(role)}`;
  await client`REVOKE UPDATE, DELETE ON audit_entry, audit_seal FROM ${client(role)}`;
}

async function loadMunicipalities(client: postgres.Sql): Promise<void> {
  const [counted] = await client<{ count: number }[]>`SELECT count(*)::int AS count FROM municipality`;
  if (counted && counted.count > 0) return;

  const network = await networkMunicipalities();
  const rows = createReadStream(path.resolve("data/comuni.csv")).pipe(parse({ delimiter: ";", columns: true, bom: true }));
  const municipalities: Record<string, string | boolean>[] = [];
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const name = row["Comune (dizione italiana)"] ?? "";
    municipalities.push({
      code: row["Codice catasto"] ?? "",
      name,
      province: row["Sigla automobilistica"] ?? "",
      region: row["Regione"] ?? "",
      istat_code: row["Codice Comune (alfanumerico)"] ?? "",
      in_network: network.has(name) && row["Capoluogo di provincia/uts"] === "1",
    });
  }
  await client.begin(async (tx) => {
    for (let start = 0; start < municipalities.length; start += 1000) {
      await tx`INSERT INTO municipality ${tx(municipalities.slice(start, start + 1000))}`;
    }
  });
}

/** The municipalities the published facts mark LGNET2; the others took part in an earlier programme only. */
async function networkMunicipalities(): Promise<Set<string>> {
  const text = await readFile(path.resolve("data/lgnet2-network.json"), "utf8");
  const published = JSON.parse(text) as { municipalities: { name: string; programmes: string[] }[] };
  return new Set(published.municipalities.filter(({ programmes }) => programmes.includes("LGNET2")).map(({ name }) => name));
}
