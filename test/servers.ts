import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { connectAs } from "../scripts/postgres/roles.mjs";

/** What the global set-up hands to the test files. */
export type TestServer = {
  adminUrl: string;
  owner: { name: string; password: string };
  app: { name: string; password: string };
  template: string;
};

/** Names of one run, so that several runs may share a server. */
export function nameRun(adminUrl: string): TestServer {
  const run = randomBytes(4).toString("hex");
  const role = (kind: string) => ({ name: `test_${run}_${kind}`, password: randomBytes(12).toString("hex") });
  return { adminUrl, owner: role("owner"), app: role("app"), template: `test_${run}_template` };
}

export function urlFor(server: TestServer, role: { name: string; password: string }, database: string): string {
  const url = new URL(server.adminUrl);
  url.username = role.name;
  url.password = role.password;
  url.pathname = `/${database}`;
  return url.href;
}

export async function asAdmin<T>(server: TestServer, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql: Sql = await connectAs(server.adminUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
