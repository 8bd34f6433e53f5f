import "server-only";
import { parseArgs } from "node:util";
import { asActor } from "@/db/client";
import { hasUsers } from "@/db/users";
import { systemActor } from "@/server/actor";
import { today } from "@/server/clock";
import { type Command, notice, Obstacle, requireCurrentSchema, withDatabase } from "./command";

export const demoCommands: Command[] = [
  { words: "demo load", takes: "[--if-empty]", run: load },
  { words: "demo reset", takes: "", run: reset },
];

async function load(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { "if-empty": { type: "boolean" } } });
  if (values["if-empty"]) return loadDemoUnlessUsed();
  if (await isUsed()) throw new Obstacle("The database is not empty: `demo reset` replaces what is in it, `demo load --if-empty` leaves it alone.");
  await loadNow();
}

/** Loads the demo network into a database that nobody uses yet. */
export async function loadDemoUnlessUsed(): Promise<void> {
  if (!(await isUsed())) await loadNow();
}

async function loadNow(): Promise<void> {
  const { loadDemo } = await import("@/db/demo");
  await loadDemo(demoSettings());
  notice("The demo network is loaded.");
}

async function reset(): Promise<void> {
  if (process.env.POSTOLETTO_DEMO === "0") {
    throw new Obstacle("POSTOLETTO_DEMO is 0 (as it is in production), and `demo reset` deletes everything: say POSTOLETTO_DEMO=1 if that is what you want.");
  }
  await withDatabase(requireCurrentSchema);
  const { resetDemo } = await import("@/db/demo");
  await resetDemo(demoSettings());
  notice("The demo network is loaded anew.");
}

function isUsed(): Promise<boolean> {
  return withDatabase(async (database) => {
    await requireCurrentSchema(database);
    return asActor(database, systemActor("cli"), hasUsers);
  });
}

function demoSettings(): { ownerUrl: string; today: string; password: string } {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL;
  const password = process.env.POSTOLETTO_DEMO_PASSWORD;
  if (!ownerUrl) throw new Obstacle("MIGRATION_DATABASE_URL is not set: loading the demo network takes the role that owns the tables (POSTOLETTO_DEMO=0 starts without it).");
  if (!password) throw new Obstacle("POSTOLETTO_DEMO_PASSWORD is not set: the demo logins need a password.");
  return { ownerUrl, today: today(), password };
}
