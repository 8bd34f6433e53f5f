import { v7 } from "uuid";

/** A new UUID v7: sorts by time of making. Postgres 15 has none of its own. */
export function newId(): string {
  return v7();
}
