import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { asAdmin, urlFor } from "./servers";

export type FreshDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> };

/** A migrated database with the reference data and nothing else. Once per test file; `drop` it afterwards. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject("testServer");
  const name = server.template.replace("template", randomBytes(6).toString("hex"));
  await asAdmin(server, (sql) => sql.unsafe(`create database "${name}" template "${server.template}" owner "${server.owner.name}"`));

  return {
    ownerUrl: urlFor(server, server.owner, name),
    appUrl: urlFor(server, server.app, name),
    drop: async () => {
      await asAdmin(server, (sql) => sql.unsafe(`drop database if exists "${name}" with (force)`));
    },
  };
}
