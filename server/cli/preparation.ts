import "server-only";
import type { Database } from "@/db/client";
import { migrate } from "@/db/migrate";
import { roleFault, schemaState } from "@/db/preparation";
import { type Command, databaseUrl, notice, Obstacle, requireCurrentSchema, withDatabase } from "./command";
import { loadDemoUnlessUsed } from "./demo";

export const preparationCommands: Command[] = [
  { words: "migrate", takes: "", run: () => withDatabase(bringUpToDate) },
  { words: "prepare", takes: "", run: prepare },
];

const FAULTS = {
  superuser: "is a superuser",
  bypasses_rls: "bypasses row-level security",
  owns_tables: "owns tables",
};

/** What must be true before the product serves anybody. */
async function prepare(): Promise<void> {
  await withDatabase(async (database) => {
    await requireBoundRole(database);
    if (process.env.MIGRATION_DATABASE_URL) await bringUpToDate(database);
    await requireCurrentSchema(database);
    // Only now there are tables to own.
    await requireBoundRole(database);
  });
  if (process.env.POSTOLETTO_DEMO !== "0") await loadDemoUnlessUsed();
}

async function bringUpToDate(database: Database): Promise<void> {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL;
  if (!ownerUrl) throw new Obstacle("MIGRATION_DATABASE_URL is not set: migrating takes the role that owns the tables.");

  // The migrator itself would take newer tables for its own and say nothing.
  if ((await schemaState(database)) === "ahead") await requireCurrentSchema(database);
  await migrate({ ownerUrl, appUrl: databaseUrl() });
  notice("The database is up to date.");
}

async function requireBoundRole(database: Database): Promise<void> {
  const found = await roleFault(database);
  if (!found) return;
  throw new Obstacle(
    `The role "${found.role}" of DATABASE_URL ${FAULTS[found.fault]}, so nothing would keep the municipalities apart: ` +
      "give DATABASE_URL a plain role, and MIGRATION_DATABASE_URL the one that owns the tables.",
  );
}
