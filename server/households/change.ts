import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addMembers, changeHousehold, endMembership, findHousehold, type HouseholdFields, type NewMember } from "@/db/households";
import { NotFound } from "@/db/errors";
import { lockHousehold } from "@/db/parties";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { isMemberOn } from "@/domain/people";
import type { Refusals } from "@/domain/refusals";
import { requireIn, requireVersion } from "../guard";
import { type HouseholdFile, openFile } from "./file";

type Change = { householdId: string; expectedVersion: number | null };

async function openForChange(db: Db, { householdId, expectedVersion }: Change, memberId?: string) {
  const locked = await lockHousehold(db, householdId);
  requireIn(db, "household.write", locked.municipality);
  const household = await findHousehold(db, householdId);
  if (memberId !== undefined && !household.members.some(({ personId }) => personId === memberId)) throw new NotFound("member");
  requireVersion(household.version, expectedVersion);
  return { ...household, protectedFor: locked.protectedFor };
}

/** Changes what is kept of a household besides its members. */
export async function updateHousehold(db: Db, { fields, ...change }: Change & { fields: HouseholdFields }): Promise<Result<HouseholdFile, Refusals>> {
  const household = await openForChange(db, change);
  await changeHousehold(db, household.id, fields);
  await recordAudit(db, { action: "household.changed", municipality: household.municipality, subjectId: household.id, facts: { fields: Object.keys(fields) } });
  return ok(await openFile(db, household.id));
}

/** Somebody joins the household on a day: is born, arrives, marries in. */
export async function joinHousehold(db: Db, { member, from, ...change }: Change & { member: NewMember; from: Day }): Promise<Result<HouseholdFile, Refusals>> {
  const household = await openForChange(db, change);
  await addMembers(db, { householdId: household.id, municipality: household.municipality, protectedFor: household.protectedFor, from, firstPosition: household.members.length }, [member]);
  await changeHousehold(db, household.id, {});
  await recordAudit(db, { action: "household.joined", municipality: household.municipality, subjectId: household.id });
  return ok(await openFile(db, household.id));
}

/** A member leaves the household on a day; a placement of theirs ends by itself with its own step. */
export async function leaveHousehold(db: Db, { personId, on, ...change }: Change & { personId: string; on: Day }, today: Day): Promise<Result<HouseholdFile, Refusals>> {
  const household = await openForChange(db, change, personId);
  // After the version: whoever else has recorded it meanwhile has changed the household.
  if (!household.members.some((member) => member.personId === personId && isMemberOn(member, on))) throw new NotFound("member");
  if (on > today) return no([{ code: "date_in_future", date: on, today }]);
  await endMembership(db, household.id, personId, on);
  await changeHousehold(db, household.id, {});
  await recordAudit(db, { action: "household.left", municipality: household.municipality, subjectId: household.id });
  return ok(await openFile(db, household.id));
}
