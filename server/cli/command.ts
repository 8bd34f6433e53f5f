import "server-only";
import { asActor, connect, type Database, type Db } from "@/db/client";
import { schemaState } from "@/db/preparation";
import { systemActor } from "@/server/actor";

/** A command of the command line; `arguments_` are those after its words. */
export type Command = {
  /** As typed, `user add`. */
  words: string;
  /** What may follow the words, for the usage. */
  takes: string;
  run(arguments_: string[]): Promise<void>;
};

/** What stands in the way, in one sentence for the person at the terminal. */
export class Obstacle extends Error {}

/** The command was typed wrongly: the usage helps. */
export class Misuse extends Error {}

/** The value of an option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === "") throw new Misuse(`--${option} is missing.`);
  return value.trim();
}

/** The address of the database for the app's role. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Obstacle("DATABASE_URL is not set: use `npm run cli -- <command>`, which finds the embedded database.");
  return url;
}

/** Opens the database for one command. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = connect(databaseUrl(), 2);
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

const REMEDY = {
  missing: "The database has no tables yet: run `npm run cli -- migrate` first.",
  behind: "The database waits for migrations: run `npm run cli -- migrate` first.",
  ahead: "The database was migrated by a newer version of Postoletto: install that version.",
};

/** Refuses a database that this code does not fit. */
export async function requireCurrentSchema(database: Database): Promise<void> {
  const state = await schemaState(database);
  if (state !== "current") throw new Obstacle(REMEDY[state]);
}

/** One transaction as the command line. */
export function asCommandLine<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await requireCurrentSchema(database);
    return asActor(database, systemActor("cli"), work);
  });
}

/** Standard output belongs to answers; this goes beside it. */
export function notice(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
