import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { type HouseholdRecord, type MemberRecord, searchHouseholds } from "@/db/households";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import type { PlacementStatus } from "@/domain/placement";
import { hasWord, wordsSearched } from "@/domain/search-words";
import { may } from "@/domain/actor";

export type FoundPerson = MemberRecord & { household: HouseholdRecord };
export type FoundPlacement = PlacementRecord & { isProtected: boolean };
export type FoundPeople = { households: HouseholdRecord[]; people: FoundPerson[]; placements: FoundPlacement[] };

const NOBODY: FoundPeople = { households: [], people: [], placements: [] };

/** Households by name, code or telephone number, their members by name, and where they are; nothing to who sees no people. */
export async function searchPeople(db: Db, { municipality, q, limit }: { municipality: string; q: string; limit: number }): Promise<FoundPeople> {
  if (!may(db.actor, "household.read", municipality)) return NOBODY;
  const households = await searchHouseholds(db, { municipality, q, limit });
  await recordAudit(db, { action: "households.listed.read", municipality, subjectId: municipality, facts: { households: households.length, searched: true } });
  return { households, people: peopleNamed(households, wordsSearched(q)).slice(0, limit), placements: await placementsOf(db, households, limit) };
}

/** Those whose own name has a word; who has more of them stands first. */
function peopleNamed(households: readonly HouseholdRecord[], words: readonly string[]): FoundPerson[] {
  const hits = ({ givenName, familyName }: MemberRecord) => words.filter((word) => hasWord(`${givenName} ${familyName}`, word)).length;
  return households
    .flatMap((household) => household.members.map((member) => ({ person: { ...member, household }, hits: hits(member) })))
    .filter((each) => each.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ person }) => person);
}

const CALLED_OFF: PlacementStatus[] = ["cancelled", "no_show"];
const ORDER: PlacementStatus[] = ["in_house", "needs_bed", "planned", "ended"];

/** What is running first, then what is to come, then what is over, the latest first. */
async function placementsOf(db: Db, households: readonly HouseholdRecord[], limit: number): Promise<FoundPlacement[]> {
  if (households.length === 0) return [];
  const hidden = new Set(households.filter(({ isProtected }) => isProtected).map(({ id }) => id));
  const placements = await findPlacements(db, { householdIds: households.map(({ id }) => id) });
  return placements
    .filter(({ status }) => !CALLED_OFF.includes(status))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.arrival.localeCompare(a.arrival))
    .slice(0, limit)
    .map((placement) => ({ ...placement, isProtected: hidden.has(placement.householdId) }));
}
