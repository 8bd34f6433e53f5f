import { randomBytes } from "node:crypto";
import { ensureDatabase, ensureRoles } from "../scripts/postgres/roles.mjs";
import { asAdmin, nameRun, urlFor } from "../test/servers";

/** A database on the server that TEST_DATABASE_URL names, of an owner, used by a role that owns nothing. */
export type OwnDatabase = { env: Record<string, string>; drop(): Promise<void> };

/** Null without TEST_DATABASE_URL: then the product brings its own Postgres. */
export async function ownDatabase(): Promise<OwnDatabase | null> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) return null;
  const server = nameRun(adminUrl);
  const name = server.template.replace("template", randomBytes(4).toString("hex"));
  await asAdmin(server, async (sql) => {
    await ensureRoles(sql, server);
    await ensureDatabase(sql, name, server.owner.name);
  });
  return {
    env: { DATABASE_URL: urlFor(server, server.app, name), MIGRATION_DATABASE_URL: urlFor(server, server.owner, name) },
    drop: () => asAdmin(server, async (sql) => {
      await sql.unsafe(`drop database if exists "${name}" with (force)`);
      await sql.unsafe(`drop role if exists "${server.app.name}", "${server.owner.name}"`);
    }),
  };
}
