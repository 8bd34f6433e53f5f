import "server-only";
import { readinessOf } from "@/db/readiness";
import { database } from "./database";

/** True when the database answers and has its tables and municipalities. */
export async function isReady(): Promise<boolean> {
  try {
    return await readinessOf(database());
  } catch {
    return false;
  }
}
