import "server-only";
import { connect, type Database } from "@/db/client";

const globals = globalThis as typeof globalThis & { postolettoDatabase?: Database };

/** The pool of this process, kept across module reloads in development. */
export function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the product with `npm start`.");
  globals.postolettoDatabase ??= connect(url);
  return globals.postolettoDatabase;
}
