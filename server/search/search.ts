import "server-only";
import type { Db } from "@/db/client";
import { requireIn } from "../guard";
import { type FoundPeople, searchPeople } from "./people";
import { type FoundPlaces, searchPlaces } from "./places";

export type SearchQuery = { municipality: string; q: string; limit: number };

/** Everything of a municipality that is called so, as far as the reader may see it. `limit` holds for each kind. */
export async function searchEverything(db: Db, query: SearchQuery): Promise<FoundPeople & FoundPlaces> {
  requireIn(db, "inventory.read", query.municipality);
  return { ...(await searchPeople(db, query)), ...(await searchPlaces(db, query)) };
}
