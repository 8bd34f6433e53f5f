import "server-only";
import type { Db } from "@/db/client";
import { type FacilityRecord, findFacilities } from "@/db/facilities";
import { bedsNamed, type NamedBed, type NamedUnit, unitsNamed } from "@/db/named-places";
import { hasWords, wordsSearched } from "@/domain/search-words";
import { withAddress } from "../facilities/address";

export type FoundPlaces = { facilities: FacilityRecord[]; units: NamedUnit[]; beds: NamedBed[] };

/** Facilities by name or address, units and beds by name. An address that is not told is not searched either. */
export async function searchPlaces(db: Db, { municipality, q, limit }: { municipality: string; q: string; limit: number }): Promise<FoundPlaces> {
  const words = wordsSearched(q);
  const all = (await findFacilities(db, { municipality })).map((facility) => withAddress(db, facility));
  const facilities = all.filter(({ name, address }) => hasWords([name, address], words)).sort((a, b) => byName(a, b, words));
  return {
    facilities: facilities.slice(0, limit),
    units: await unitsNamed(db, { municipality, words, limit }),
    beds: await bedsNamed(db, { municipality, words, limit }),
  };
}

/** Those with the words in their name before those with them in their address. */
function byName(a: FacilityRecord, b: FacilityRecord, words: readonly string[]): number {
  return Number(hasWords([b.name], words)) - Number(hasWords([a.name], words)) || a.name.localeCompare(b.name, "it");
}
