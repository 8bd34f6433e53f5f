import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { ensureDatabase, ensureRoles } from "../scripts/postgres/roles.mjs";
import { temporaryCluster } from "../scripts/temporary-cluster.mjs";
import { asAdmin, nameRun, type TestServer, urlFor } from "./servers";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A real Postgres, and on it a migrated template that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? { adminUrl: given, remove: async () => {} } : await temporaryCluster();
  const server = nameRun(cluster.adminUrl);
  const tearDown = async () => {
    if (given) await dropRun(server);
    await cluster.remove();
  };

  try {
    await createTemplate(server);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("testServer", server);
  return tearDown;
}

async function createTemplate(server: TestServer): Promise<void> {
  await asAdmin(server, async (sql) => {
    await ensureRoles(sql, server);
    await ensureDatabase(sql, server.template, server.owner.name);
  });
  await migrate({ ownerUrl: urlFor(server, server.owner, server.template), appUrl: urlFor(server, server.app, server.template) });
}

async function dropRun(server: TestServer): Promise<void> {
  const run = server.template.replace("template", "");
  await asAdmin(server, async (sql) => {
    const databases = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${run})`;
    for (const { datname } of databases) await sql.unsafe(`drop database if exists "${datname}" with (force)`);
    await sql.unsafe(`drop role if exists "${server.app.name}", "${server.owner.name}"`);
  });
}
