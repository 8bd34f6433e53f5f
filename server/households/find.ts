import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { countHouseholds, type HouseholdSearch, listedHouseholds } from "@/db/household-search";
import { findStandings, type Standing } from "@/db/household-standing";
import type { HouseholdRecord } from "@/db/households";
import { findWhereabouts, type Whereabouts } from "@/db/whereabouts";
import type { HouseholdSituation } from "@/domain/household-list";
import { requireIn } from "../guard";
import { withoutSecrets } from "./file";

export type HouseholdQuery = Omit<HouseholdSearch, "socialWorkerId"> & {
  /** Only those of whose open cases the caller is the reference social worker. */
  isMine: boolean;
};

export type HouseholdLine = HouseholdRecord & Omit<Standing, "hasEnded"> & { whereabouts: Whereabouts | null; situation: HouseholdSituation };

/** A page of households, one more than asked, with where each is now. */
export async function listHouseholds(db: Db, { isMine, ...query }: HouseholdQuery): Promise<HouseholdLine[]> {
  const { municipality, limit, q } = query;
  requireIn(db, "household.read", municipality);
  const households = await listedHouseholds(db, { ...query, limit: limit + 1, ...ofCaller(db, isMine) });
  const ids = households.map(({ id }) => id);
  const [whereabouts, standings] = [await findWhereabouts(db, ids), await findStandings(db, ids)];
  await recordAudit(db, { action: "households.listed.read", municipality, subjectId: municipality, facts: { households: households.length, searched: q !== undefined } });
  return households.flatMap((household) => {
    const { hasEnded, ...standing } = standings.get(household.id) ?? { hasEnded: false, urgency: null, lastMovement: null };
    if (standing.lastMovement === null) return [];
    const where = whereabouts.get(household.id) ?? null;
    return [{ ...withoutSecrets(db, household), urgency: standing.urgency, lastMovement: standing.lastMovement, whereabouts: where, situation: situationOf(where, hasEnded) }];
  });
}

/** How many households the list has as it is filtered, on all its pages. */
export async function countListed(db: Db, { isMine, ...query }: Omit<HouseholdQuery, "cursor" | "limit">): Promise<number> {
  requireIn(db, "household.read", query.municipality);
  return countHouseholds(db, { ...query, ...ofCaller(db, isMine) });
}

function ofCaller(db: Db, isMine: boolean): { socialWorkerId?: string } {
  return isMine ? { socialWorkerId: db.actor.id } : {};
}

function situationOf(where: Whereabouts | null, hasEnded: boolean): HouseholdSituation {
  if (where?.status === "in_house" || where?.status === "needs_bed" || where?.status === "planned") return where.status;
  return hasEnded ? "ended" : "not_placed";
}
