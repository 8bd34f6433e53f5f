import "server-only";
import type { Db } from "@/db/client";
import { type ClosureRecord, findClosureHistory } from "@/db/closures";
import { findFacility } from "@/db/facilities";
import { requireIn } from "../guard";

export type ClosuresAsked = { id: string; limit: number; cursor?: string };

/** Every closure of a facility, its units and its beds, the latest made first; those that are over or were cancelled too. One more than asked. */
export async function listClosures(db: Db, { id, limit, cursor }: ClosuresAsked): Promise<ClosureRecord[]> {
  const facility = await findFacility(db, id);
  requireIn(db, "inventory.read", facility.municipality);
  return findClosureHistory(db, id, { before: cursor, limit: limit + 1 });
}
