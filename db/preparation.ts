import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Database } from "./client";
import { postgresError } from "./errors";

/** How the database stands to this code: never migrated, waiting for migrations, equal, or migrated by newer code. */
export type SchemaState = "missing" | "behind" | "current" | "ahead";

const UNDEFINED_FUNCTION = "42883";

export async function schemaState(database: Database): Promise<SchemaState> {
  const [ours, theirs] = [await newestMigration(), await newestMigrated(database)];
  if (theirs === null) return "missing";
  if (theirs === ours) return "current";
  return theirs < ours ? "behind" : "ahead";
}

async function newestMigration(): Promise<number> {
  const journal = JSON.parse(await readFile(path.resolve("drizzle/meta/_journal.json"), "utf8")) as { entries: { when: number }[] };
  return Math.max(...journal.entries.map(({ when }) => when));
}

async function newestMigrated(database: Database): Promise<number | null> {
  try {
    const [answer] = await database.sql<{ version: string | null }[]>`SELECT schema_version() AS version`;
    return answer?.version ? Number(answer.version) : null;
  } catch (error) {
    if (postgresError(error)?.code === UNDEFINED_FUNCTION) return null;
    throw error;
  }
}

export type RoleFault = "superuser" | "bypasses_rls" | "owns_tables";

/** Why row-level security would not bind this connection's role; null when it does. */
export async function roleFault(database: Database): Promise<{ role: string; fault: RoleFault } | null> {
  const [found] = await database.sql<{ role: string; superuser: boolean; bypasses: boolean; owns: boolean }[]>`
    SELECT rolname AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
      EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND pg_has_role(relowner, 'USAGE')) AS owns
    FROM pg_roles WHERE rolname = current_user`;
  if (!found) return null;

  const { role, superuser, bypasses, owns } = found;
  if (superuser) return { role, fault: "superuser" };
  if (bypasses) return { role, fault: "bypasses_rls" };
  return owns ? { role, fault: "owns_tables" } : null;
}
