import { and, asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Letting } from "@/domain/housing";
import type { Db } from "./client";
import { containing } from "./patterns";
import { bed, facility, flat, unit } from "./schema/facilities";

type Named = { municipality: string; words: readonly string[]; limit: number };

export type NamedUnit = { id: string; name: string; flat: string | null; letting: Letting; facilityId: string; facilityName: string };
export type NamedBed = { id: string; name: string; unitId: string; unitName: string; facilityId: string; facilityName: string };

/** Units whose own or flat's name has one of the words; the others may stand in the facility's. */
export async function unitsNamed(db: Db, { municipality, words, limit }: Named): Promise<NamedUnit[]> {
  if (words.length === 0) return [];
  return db.drizzle
    .select({ id: unit.id, name: unit.name, flat: flat.name, letting: unit.letting, facilityId: facility.id, facilityName: facility.name })
    .from(unit)
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .leftJoin(flat, eq(flat.id, unit.flatId))
    .where(and(eq(unit.municipalityId, municipality), named(words, [unit.name, flat.name], [facility.name])))
    .orderBy(sameFirst(unit.name, words), asc(facility.name), asc(facility.id), asc(unit.position), asc(unit.id))
    .limit(limit);
}

/** Beds whose own name has one of the words; the others may stand in the unit's or the facility's. */
export async function bedsNamed(db: Db, { municipality, words, limit }: Named): Promise<NamedBed[]> {
  if (words.length === 0) return [];
  return db.drizzle
    .select({ id: bed.id, name: bed.name, unitId: unit.id, unitName: unit.name, facilityId: facility.id, facilityName: facility.name })
    .from(bed)
    .innerJoin(unit, eq(unit.id, bed.unitId))
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .leftJoin(flat, eq(flat.id, unit.flatId))
    .where(and(eq(bed.municipalityId, municipality), named(words, [bed.name], [unit.name, flat.name, facility.name])))
    .orderBy(sameFirst(bed.name, words), asc(facility.name), asc(facility.id), asc(unit.position), asc(bed.position), asc(bed.id))
    .limit(limit);
}

function named(words: readonly string[], own: AnyPgColumn[], around: AnyPgColumn[]): SQL | undefined {
  const has = (word: string) => (column: AnyPgColumn) => ilike(column, containing(word));
  return and(or(...words.flatMap((word) => own.map(has(word)))), ...words.map((word) => or(...[...own, ...around].map(has(word)))));
}

function sameFirst(column: AnyPgColumn, words: readonly string[]): SQL {
  return sql`lower(${column}) <> lower(${words.join(" ")})`;
}
