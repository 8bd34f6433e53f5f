import { and, asc, eq } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { ReferralSource } from "@/domain/people";
import type { Db } from "./client";
import { newId } from "./ids";
import { householdCase, referral } from "./schema/households";
import { userRole } from "./schema/users";

type Owner = { householdId: string; municipality: string; protectedFor: string | null };

export type CaseRecord = { id: string; version: number; householdId: string; programmeId: string; from: Day; until: Day | null; socialWorkerId: string | null; outcome: string | null };
export type ReferralRecord = { id: string; version: number; householdId: string; source: string; urgency: number; receivedOn: Day; note: string | null };

function withoutTenant<T extends { municipalityId: string; protectedFor: string | null }>({ municipalityId: _municipality, protectedFor: _protected, ...row }: T) {
  return row;
}

export async function addCase(db: Db, { householdId, municipality, protectedFor }: Owner, fields: { programmeId: string; from: Day; socialWorkerId: string | null }): Promise<CaseRecord> {
  const [row] = await db.drizzle.insert(householdCase).values({ id: newId(), householdId, municipalityId: municipality, protectedFor, ...fields }).returning();
  if (!row) throw new Error("the case was not returned");
  return withoutTenant(row);
}

export async function findCases(db: Db, householdId: string): Promise<CaseRecord[]> {
  const rows = await db.drizzle.select().from(householdCase).where(eq(householdCase.householdId, householdId)).orderBy(asc(householdCase.from), asc(householdCase.id));
  return rows.map(withoutTenant);
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
