import "server-only";
import type { Db } from "@/db/client";
import { municipalitiesNamed } from "@/db/network";
import { municipalitiesWith } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { requireIn } from "../guard";
import { type Search, searchAvailability } from "./search";

export type Elsewhere = { code: string; name: string; units: number };

/** The same search in every other municipality where the person may look: how many units fit, the most first; those without any are left out. */
export async function searchElsewhere(db: Db, search: Search, today: Day): Promise<Elsewhere[]> {
  requireIn(db, "availability.read", search.municipality);
  const codes = municipalitiesWith(db.actor, "availability.read").filter((code) => code !== search.municipality);
  const found: Elsewhere[] = [];
  for (const { code, name } of await municipalitiesNamed(db, codes)) {
    const { items } = await searchAvailability(db, { ...search, municipality: code }, today);
    if (items.length > 0) found.push({ code, name, units: items.length });
  }
  return found.sort((a, b) => b.units - a.units || a.name.localeCompare(b.name, "it"));
}
