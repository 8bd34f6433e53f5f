import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { CaseOutcome } from "@/domain/cases";
import type { Day } from "@/domain/day";
import type { ReferralSource } from "@/domain/people";
import { type Agreements, findAgreements } from "./case-agreements";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { householdCase, referral } from "./schema/households";
import { programme } from "./schema/organisations";
import { appUser, userRole } from "./schema/users";

type Owner = { householdId: string; municipality: string; protectedFor: string | null };

export type CaseRecord = { id: string; version: number; householdId: string; programmeId: string; from: Day; until: Day | null; socialWorkerId: string | null; outcome: CaseOutcome | null; outcomeNote: string | null };
export type ReferralRecord = { id: string; version: number; householdId: string; source: string; urgency: number; receivedOn: Day; note: string | null };

function withoutTenant<T extends { municipalityId: string; protectedFor: string | null }>({ municipalityId: _municipality, protectedFor: _protected, ...row }: T) {
  return row;
}

export async function addCase(db: Db, { householdId, municipality, protectedFor }: Owner, fields: { programmeId: string; from: Day; socialWorkerId: string | null }): Promise<NamedCase> {
  const id = newId();
  await db.drizzle.insert(householdCase).values({ id, householdId, municipalityId: municipality, protectedFor, ...fields });
  return findCase(db, id);
}

/** A case with what was agreed in it and the names of what it points to. */
export type NamedCase = CaseRecord & Agreements & { programmeName: string; socialWorkerName: string | null };

/** The cases of a household, the first first. */
export function findCases(db: Db, householdId: string): Promise<NamedCase[]> {
  return namedCases(db, eq(householdCase.householdId, householdId));
}

/** The case, or NotFound; its household is what is locked. */
export async function findCase(db: Db, id: string): Promise<NamedCase> {
  const [found] = await namedCases(db, eq(householdCase.id, id));
  if (!found) throw new NotFound("case");
  return found;
}

export type CaseFields = Partial<Pick<CaseRecord, "until" | "socialWorkerId" | "outcome" | "outcomeNote">>;

/** Changes these fields of the case, and its version in any case. */
export async function changeCase(db: Db, id: string, fields: CaseFields): Promise<void> {
  await db.drizzle.update(householdCase).set({ ...fields, version: sql`${householdCase.version} + 1` }).where(eq(householdCase.id, id));
}

async function namedCases(db: Db, which: SQL): Promise<NamedCase[]> {
  const rows = await db.drizzle
    .select({ case: householdCase, programmeName: programme.name, socialWorkerName: appUser.name })
    .from(householdCase)
    .innerJoin(programme, eq(programme.id, householdCase.programmeId))
    .leftJoin(appUser, eq(appUser.id, householdCase.socialWorkerId))
    .where(which)
    .orderBy(asc(householdCase.from), asc(householdCase.id));
  const agreed = await findAgreements(db, rows.map(({ case: { id } }) => id));
  return rows.map(({ case: row, ...names }) => ({ ...withoutTenant(row), ...(agreed.get(row.id) ?? { goals: [], exitPaths: [] }), ...names }));
}

/** Who of the municipality may follow a case, by name. */
export async function findCaseWorkers(db: Db, municipality: string): Promise<{ id: string; name: string }[]> {
  const roles = ["social_worker", "operator", "manager"] as const;
  return db.drizzle
    .selectDistinct({ id: appUser.id, name: appUser.name })
    .from(userRole)
    .innerJoin(appUser, eq(appUser.id, userRole.userId))
    .where(and(eq(userRole.municipalityId, municipality), inArray(userRole.role, roles), isNull(appUser.disabledAt)))
    .orderBy(asc(appUser.name), asc(appUser.id));
}

export async function addReferral(db: Db, { householdId, municipality, protectedFor }: Owner, fields: { source: ReferralSource; urgency: number; receivedOn: Day; note: string | null }): Promise<ReferralRecord> {
  const [row] = await db.drizzle.insert(referral).values({ id: newId(), householdId, municipalityId: municipality, protectedFor, ...fields }).returning();
  if (!row) throw new Error("the referral was not returned");
  return withoutTenant(row);
}

export async function findReferrals(db: Db, householdId: string): Promise<ReferralRecord[]> {
  const rows = await db.drizzle.select().from(referral).where(eq(referral.householdId, householdId)).orderBy(asc(referral.receivedOn), asc(referral.id));
  return rows.map(withoutTenant);
}

/** True when the user has a role in the municipality: a case's reference social worker is one of its own people. */
export async function worksIn(db: Db, userId: string, municipality: string): Promise<boolean> {
  const rows = await db.drizzle.select({ id: userRole.id }).from(userRole).where(and(eq(userRole.userId, userId), eq(userRole.municipalityId, municipality))).limit(1);
  return rows.length > 0;
}
