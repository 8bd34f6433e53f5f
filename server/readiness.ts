import "server-only";
import { schemaState } from "@/db/preparation";
import { readinessOf } from "@/db/readiness";
import { database } from "./database";

/** Why the product cannot serve yet. */
export type Readiness = "ready" | "database_unreachable" | "migrations_missing" | "newer_database";

/** Ready when the database answers, has this code's migrations, and its municipalities. */
export async function readiness(): Promise<Readiness> {
  try {
    const state = await schemaState(database());
    if (state === "ahead") return "newer_database";
    return state === "current" && (await readinessOf(database())) ? "ready" : "migrations_missing";
  } catch {
    return "database_unreachable";
  }
}
