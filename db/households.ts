import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import { HEALTH_NEEDS, type MemberRole, type PartyMember } from "@/domain/people";
import { phoneDigits, wordsSearched } from "@/domain/search-words";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { containing } from "./patterns";
import { healthNeedsOf, toPermit } from "./parties";
import { householdCode } from "./placements";
import { keepNameHash, nameHashOf } from "./recognitions";
import { decrypt, encrypt, keyedHash } from "./secret-columns";
import { household, householdCounter, membership, person } from "./schema/households";

export type NewMember = {
  givenName: string;
  familyName: string;
  birthDate: Day;
  gender: PartyMember["gender"];
  role: MemberRole;
  citizenship: string | null;
  fiscalCode: string | null;
  residencePermit: PartyMember["residencePermit"];
};

export type MemberRecord = NewMember & { personId: string; from: Day; until: Day | null };

export type HouseholdRecord = {
  id: string;
  version: number;
  municipality: string;
  code: string;
  name: string | null;
  phone: string | null;
  language: string | null;
  needs: string[];
  preferences: Record<string, unknown>;
  isProtected: boolean;
  members: MemberRecord[];
};

/** The household's municipality, or NotFound: read without locking anything. */
export async function findHouseholdMunicipality(db: Db, id: string): Promise<string> {
  const [row] = await db.drizzle.select({ municipality: household.municipalityId }).from(household).where(eq(household.id, id));
  if (!row) throw new NotFound("household");
  return row.municipality;
}

export type HouseholdFilter = { ids?: string[]; municipality?: string; number?: number; before?: string; limit: number };

type Search = { municipality: string; before?: string; limit: number };

/** A page of a municipality's households, newest first, as `q` finds them. */
export async function searchHouseholds(db: Db, { q, ...page }: Search & { q?: string }): Promise<HouseholdRecord[]> {
  if (q === undefined) return findHouseholds(db, page);
  return findHouseholds(db, { ids: await householdsFound(db, page, q), limit: page.limit });
}

/** The newest households of this code, telephone number, or part of a member's or the household's name. */
export async function householdsFound(db: Db, page: Search, q: string): Promise<string[]> {
  const number = numberIn(q);
  const called = number === null ? await householdsNamed(db, page, q) : (await findHouseholds(db, { ...page, number })).map(({ id }) => id);
  return [...called, ...(await householdsWithPhone(db, page, phoneDigits(q)))];
}

/** Households, newest first. */
export async function findHouseholds(db: Db, filter: HouseholdFilter): Promise<HouseholdRecord[]> {
  const rows = await db.drizzle
    .select()
    .from(household)
    .where(
      and(
        filter.ids ? inArray(household.id, filter.ids) : undefined,
        filter.municipality ? eq(household.municipalityId, filter.municipality) : undefined,
        filter.number === undefined ? undefined : eq(household.number, filter.number),
        filter.before ? lt(household.id, filter.before) : undefined,
      ),
    )
    .orderBy(desc(household.id))
    .limit(filter.limit);
  const members = await membersOf(db, rows.map(({ id }) => id));
  return rows.map((row) => toHousehold(row, members.get(row.id) ?? []));
}

/** The household, or NotFound. */
export async function findHousehold(db: Db, id: string): Promise<HouseholdRecord> {
  const [found] = await findHouseholds(db, { ids: [id], limit: 1 });
  if (!found) throw new NotFound("household");
  return found;
}

/** The number of a code, `N-0142` or `142`; null when it is none. */
function numberIn(q: string): number | null {
  const digits = /^(?:n-?)?0*(\d{1,9})$/i.exec(q.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Through one reviewed function: under row-level security no index looks inside a name. */
async function householdsNamed(db: Db, { municipality, before, limit }: Search, q: string): Promise<string[]> {
  const patterns = wordsSearched(q).map((word) => sql`${containing(word)}`);
  const rows = await db.drizzle.execute<{ id: string }>(
    sql`SELECT id FROM households_named(${municipality}, ARRAY[${sql.join(patterns, sql`, `)}]::text[], ${before ?? null}::uuid, ${limit}::int) id`,
  );
  return [...rows].map(({ id }) => id);
}

/** By the digits alone: a number is kept with spaces, points and prefix as it was told. Reviewed as the search by name is. */
async function householdsWithPhone(db: Db, { municipality, before, limit }: Search, digits: string | null): Promise<string[]> {
  if (digits === null) return [];
  const rows = await db.drizzle.execute<{ id: string }>(sql`SELECT id FROM households_with_phone(${municipality}, ${digits}, ${before ?? null}::uuid, ${limit}::int) id`);
  return [...rows].map(({ id }) => id);
}

async function membersOf(db: Db, householdIds: string[]): Promise<Map<string, MemberRecord[]>> {
  if (householdIds.length === 0) return new Map();
  const rows = await db.drizzle
    .select({ membership, person })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(inArray(membership.householdId, householdIds))
    .orderBy(asc(membership.position));
  const byHousehold = new Map<string, MemberRecord[]>();
  for (const row of rows) {
    const list = byHousehold.get(row.membership.householdId) ?? [];
    byHousehold.set(row.membership.householdId, [...list, toMember(row)]);
  }
  return byHousehold;
}

function toMember({ membership: joined, person: who }: { membership: typeof membership.$inferSelect; person: typeof person.$inferSelect }): MemberRecord {
  return {
    personId: who.id, givenName: who.givenName, familyName: who.familyName, birthDate: who.birthDate, gender: who.gender, role: joined.role,
    citizenship: who.citizenship, fiscalCode: who.fiscalCode === null ? null : decrypt(who.fiscalCode), residencePermit: toPermit(who),
    from: joined.from, until: joined.until,
  };
}

function toHousehold(row: typeof household.$inferSelect, members: MemberRecord[]): HouseholdRecord {
  return {
    id: row.id, version: row.version, municipality: row.municipalityId, code: householdCode(row.number), name: row.name, phone: row.phone,
    language: row.language, needs: [...row.needs, ...healthNeedsOf(row)], preferences: row.preferences, isProtected: row.protectedFor !== null, members,
  };
}

export type HouseholdFields = { name?: string | null; phone?: string | null; language?: string | null; needs?: string[]; preferences?: Record<string, unknown> };

function columnsOf({ needs, ...fields }: HouseholdFields) {
  if (needs === undefined) return fields;
  const health = needs.filter((need) => HEALTH_NEEDS.includes(need));
  return { ...fields, needs: needs.filter((need) => !HEALTH_NEEDS.includes(need)), healthNeeds: health.length > 0 ? encrypt(JSON.stringify(health)) : null };
}

/** Adds a household with the next number of its municipality. */
export async function addHousehold(db: Db, municipality: string, fields: HouseholdFields): Promise<string> {
  const [counted] = await db.drizzle
    .insert(householdCounter)
    .values({ municipalityId: municipality, last: 1 })
    .onConflictDoUpdate({ target: householdCounter.municipalityId, set: { last: sql`${householdCounter.last} + 1` } })
    .returning();
  const id = newId();
  await db.drizzle.insert(household).values({ ...columnsOf(fields), id, municipalityId: municipality, number: counted?.last ?? 1 });
  return id;
}

/** Changes what is kept of a person. A fiscal code left out stays. */
export async function changePerson(db: Db, personId: string, { fiscalCode, residencePermit, ...fields }: Partial<Omit<NewMember, "role">>): Promise<void> {
  const secret = fiscalCode === undefined ? {} : { fiscalCode: fiscalCode === null ? null : encrypt(fiscalCode), fiscalCodeHash: fiscalCode === null ? null : keyedHash(fiscalCode) };
  const permit = residencePermit === undefined ? {} : { permitKind: residencePermit?.kind ?? null, permitExpiresOn: residencePermit?.expiresOn ?? null, permitRenewalRequestedOn: residencePermit?.renewalRequestedOn ?? null };
  const columns = { ...fields, ...secret, ...permit };
  if (Object.keys(columns).length === 0) return;
  const { givenName, familyName, birthDate } = person;
  const [named] = await db.drizzle.update(person).set(columns).where(eq(person.id, personId)).returning({ givenName, familyName, birthDate });
  if (named) await keepNameHash(db, personId, named);
}

export async function changeRole(db: Db, householdId: string, personId: string, role: MemberRole): Promise<void> {
  await db.drizzle.update(membership).set({ role }).where(and(eq(membership.householdId, householdId), eq(membership.personId, personId)));
}

export async function changeHousehold(db: Db, id: string, fields: HouseholdFields): Promise<void> {
  await db.drizzle.update(household).set({ ...columnsOf(fields), version: sql`${household.version} + 1` }).where(eq(household.id, id));
}

/** Adds people to a household from a day on, in the order given; they are hidden as the household is. */
export async function addMembers(db: Db, to: { householdId: string; municipality: string; protectedFor: string | null; from: Day; firstPosition: number }, members: readonly NewMember[]): Promise<string[]> {
  const rows = members.map((member) => ({ ...member, id: newId() }));
  await db.drizzle.insert(person).values(rows.map(({ id, role: _role, fiscalCode, residencePermit, ...who }) => ({
    ...who, id, municipalityId: to.municipality, protectedFor: to.protectedFor, nameHash: nameHashOf(who),
    fiscalCode: fiscalCode === null ? null : encrypt(fiscalCode), fiscalCodeHash: fiscalCode === null ? null : keyedHash(fiscalCode),
    permitKind: residencePermit?.kind ?? null, permitExpiresOn: residencePermit?.expiresOn ?? null, permitRenewalRequestedOn: residencePermit?.renewalRequestedOn ?? null,
  })));
  await db.drizzle.insert(membership).values(rows.map(({ id, role }, index) => ({
    id: newId(), municipalityId: to.municipality, protectedFor: to.protectedFor, householdId: to.householdId, personId: id, role, from: to.from, position: to.firstPosition + index,
  })));
  return rows.map(({ id }) => id);
}

/** People who are known already become members from a day on, in the order given. */
export async function addMemberships(db: Db, to: { householdId: string; municipality: string; protectedFor: string | null; from: Day }, members: readonly { personId: string; role: MemberRole }[]): Promise<void> {
  await db.drizzle.insert(membership).values(members.map(({ personId, role }, position) => ({
    id: newId(), municipalityId: to.municipality, protectedFor: to.protectedFor, householdId: to.householdId, personId, role, from: to.from, position,
  })));
}

/** Ends a membership on a day; NotFound when the person is not a member then. */
export async function endMembership(db: Db, householdId: string, personId: string, on: Day): Promise<void> {
  const ended = await db.drizzle
    .update(membership)
    .set({ until: on })
    .where(and(eq(membership.householdId, householdId), eq(membership.personId, personId), lte(membership.from, on), or(isNull(membership.until), gt(membership.until, on))))
    .returning({ id: membership.id });
  if (ended.length === 0) throw new NotFound("member");
}
