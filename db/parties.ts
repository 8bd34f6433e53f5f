import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { Party, PartyMember } from "@/domain/people";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { decrypt } from "./secret-columns";
import { household, membership, person } from "./schema/households";

export type LockedHousehold = { id: string; municipality: string; protectedFor: string | null };

/** Locks the household until the transaction ends: the first lock of every verb that places people. */
export async function lockHousehold(db: Db, id: string): Promise<LockedHousehold> {
  const [row] = await db.drizzle.select().from(household).where(eq(household.id, id)).for("no key update");
  if (!row) throw new NotFound("household");
  return { id: row.id, municipality: row.municipalityId, protectedFor: row.protectedFor };
}

/** The household's members on a day, as fit sees them, the head first. */
export async function findParty(db: Db, householdId: string, on: Day): Promise<Party> {
  const { row, members } = await householdWith(db, householdId, and(lte(membership.from, on), or(isNull(membership.until), gt(membership.until, on))));
  return { known: true, needs: [...row.needs, ...healthNeedsOf(row)], members: members.map(toPartyMember) };
}

/** The birth dates of these people, as far as the actor finds them. */
export async function birthDatesOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.drizzle.select({ id: person.id, birthDate: person.birthDate }).from(person).where(inArray(person.id, [...personIds]));
  return new Map(rows.map(({ id, birthDate }) => [id, birthDate]));
}

/** These people of the household as fit sees them, the head first, whenever they joined or left. */
export async function findPeople(db: Db, householdId: string, personIds: readonly string[]): Promise<Party> {
  const { row, members } = await householdWith(db, householdId, inArray(membership.personId, [...personIds]));
  // Whoever left and came back has two memberships.
  const once = new Map(members.map((member) => [member.person.id, member]));
  return { known: true, needs: [...row.needs, ...healthNeedsOf(row)], members: [...once.values()].map(toPartyMember) };
}

export function healthNeedsOf(row: Pick<typeof household.$inferSelect, "healthNeeds">): string[] {
  return row.healthNeeds === null ? [] : (JSON.parse(decrypt(row.healthNeeds)) as string[]);
}

function toPartyMember({ role, person: row }: { role: PartyMember["role"]; person: typeof person.$inferSelect }): PartyMember {
  return { personId: row.id, role, birthDate: row.birthDate, gender: row.gender, citizenship: row.citizenship, residencePermit: toPermit(row) };
}

export function toPermit(row: Pick<typeof person.$inferSelect, "permitKind" | "permitExpiresOn" | "permitRenewalRequestedOn">): PartyMember["residencePermit"] {
  if (row.permitKind === null || row.permitExpiresOn === null) return null;
  return { kind: row.permitKind, expiresOn: row.permitExpiresOn, renewalRequestedOn: row.permitRenewalRequestedOn };
}

async function householdWith(db: Db, householdId: string, which: SQL | undefined) {
  const [row] = await db.drizzle.select().from(household).where(eq(household.id, householdId));
  if (!row) throw new NotFound("household");
  const members = await db.drizzle
    .select({ role: membership.role, person })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.householdId, householdId), which))
    .orderBy(asc(membership.position));
  return { row, members };
}
