import { asc, eq, inArray, or } from "drizzle-orm";
import type { Db } from "./client";
import { municipality } from "./schema/municipalities";

export type MunicipalityRecord = { code: string; name: string; province: string; region: string };

/** The network's municipalities, and those in which the caller has a role. */
export async function findMunicipalities(db: Db): Promise<MunicipalityRecord[]> {
  const own = db.actor.grants.flatMap((grant) => grant.municipality ?? []);
  return db.drizzle
    .select({ code: municipality.code, name: municipality.name, province: municipality.province, region: municipality.region })
    .from(municipality)
    .where(or(eq(municipality.inNetwork, true), own.length > 0 ? inArray(municipality.code, own) : undefined))
    .orderBy(asc(municipality.name));
}
