import "server-only";
import { recordAudit } from "@/db/audit";
import { findHistory, type HistoryEntry } from "@/db/history";
import { findCases, findReferrals, type NamedCase, type ReferralRecord } from "@/db/cases";
import type { Db } from "@/db/client";
import { type CorrectionRecord, findCorrections } from "@/db/corrections";
import { type ExtensionRecord, findExtensions } from "@/db/extensions";
import { findHousehold, type HouseholdRecord } from "@/db/households";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { may } from "@/domain/actor";
import { HEALTH_NEEDS } from "@/domain/people";
import { requireIn } from "../guard";

/** A household's file: members, placements, and who did what. */
export type HouseholdFile = HouseholdRecord & { placements: PlacementRecord[]; extensions: ExtensionRecord[]; corrections: CorrectionRecord[]; cases: NamedCase[]; referrals: ReferralRecord[]; history: HistoryEntry[] };

const MOST_EXTENSIONS = 1_000;

/** Opens a file for reading. The reading itself is written down: a file says where vulnerable people are. */
export async function readFile(db: Db, id: string): Promise<HouseholdFile> {
  const file = await openFile(db, id);
  await recordAudit(db, { action: "household.read", municipality: file.municipality, subjectId: id });
  return file;
}

/** The file without a note of its own, for the answer of a write that is audited anyway. */
export async function openFile(db: Db, id: string): Promise<HouseholdFile> {
  const household = await findHousehold(db, id);
  requireIn(db, "household.read", household.municipality);
  const placements = await findPlacements(db, { householdId: id });
  const placementIds = placements.map((placement) => placement.id);
  const history = await findHistory(db, household.municipality, [id, ...placementIds]);
  return { ...withoutSecrets(db, household), placements, extensions: await findExtensions(db, { placementIds, limit: MOST_EXTENSIONS }), corrections: await findCorrections(db, placementIds), cases: await findCases(db, id), referrals: await findReferrals(db, id), history };
}

/** Fiscal codes, and needs that reveal health, have permissions of their own. */
export function withoutSecrets(db: Db, household: HouseholdRecord): HouseholdRecord {
  const seesCodes = may(db.actor, "fiscal_code.read", household.municipality);
  const seesHealth = may(db.actor, "health.read", household.municipality);
  return {
    ...household,
    needs: seesHealth ? household.needs : household.needs.filter((need) => !HEALTH_NEEDS.includes(need)),
    members: seesCodes ? household.members : household.members.map((member) => ({ ...member, fiscalCode: null })),
  };
}
