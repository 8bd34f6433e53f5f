import "server-only";
import { recordAudit } from "@/db/audit";
import { addCase, addReferral, findCaseWorkers, type NamedCase, type ReferralRecord, worksIn } from "@/db/cases";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findProgramme } from "@/db/organisations";
import { lockHousehold } from "@/db/parties";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { ReferralSource } from "@/domain/people";
import type { Refusals } from "@/domain/refusals";
import { requireIn } from "../guard";

/** Takes a household in charge in a programme of its municipality; it needs no bed for that. */
export async function takeInCharge(db: Db, input: { householdId: string; programmeId: string; from: Day; socialWorkerId: string | null }): Promise<NamedCase> {
  const household = await lockHousehold(db, input.householdId);
  requireIn(db, "case.write", household.municipality);
  await findProgramme(db, input.programmeId, household.municipality);
  if (input.socialWorkerId !== null && !(await worksIn(db, input.socialWorkerId, household.municipality))) throw new NotFound("social worker");

  const added = await addCase(db, { ...household, householdId: household.id }, { programmeId: input.programmeId, from: input.from, socialWorkerId: input.socialWorkerId });
  await recordAudit(db, { action: "case.opened", municipality: household.municipality, subjectId: household.id, facts: { caseId: added.id } });
  return added;
}

export type ReferralInput = { householdId: string; source: ReferralSource; urgency: number; receivedOn: Day; note: string | null };

/** Writes down how a household came to be known, and how urgent its need is. */
export async function refer(db: Db, { householdId, ...fields }: ReferralInput, today: Day): Promise<Result<ReferralRecord, Refusals>> {
  const household = await lockHousehold(db, householdId);
  requireIn(db, "case.write", household.municipality);
  if (fields.receivedOn > today) return no([{ code: "date_in_future", date: fields.receivedOn, today }]);

  const added = await addReferral(db, { ...household, householdId }, fields);
  await recordAudit(db, { action: "referral.received", municipality: household.municipality, subjectId: householdId, facts: { referralId: added.id, source: fields.source } });
  return ok(added);
}

/** The people a case can be given to: those of the municipality who follow households. */
export async function listCaseWorkers(db: Db, municipality: string): Promise<{ id: string; name: string }[]> {
  requireIn(db, "case.write", municipality);
  return findCaseWorkers(db, municipality);
}
