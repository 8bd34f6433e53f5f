import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { type HouseholdRecord, searchHouseholds } from "@/db/households";
import { findWhereabouts, type Whereabouts } from "@/db/whereabouts";
import { requireIn } from "../guard";
import { withoutSecrets } from "./file";

export type HouseholdQuery = { municipality: string; q?: string; limit: number; cursor?: string };

export type HouseholdLine = HouseholdRecord & { whereabouts: Whereabouts | null };

/** A page of households, one more than asked, newest first, with where each is now. */
export async function listHouseholds(db: Db, { municipality, q, limit, cursor }: HouseholdQuery): Promise<HouseholdLine[]> {
  requireIn(db, "household.read", municipality);
  const households = await searchHouseholds(db, { municipality, q, before: cursor, limit: limit + 1 });
  const whereabouts = await findWhereabouts(db, households.map(({ id }) => id));
  await recordAudit(db, { action: "households.listed.read", municipality, subjectId: municipality, facts: { households: households.length, searched: q !== undefined } });
  return households.map((household) => ({ ...withoutSecrets(db, household), whereabouts: whereabouts.get(household.id) ?? null }));
}
