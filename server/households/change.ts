import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addMembers, changeHousehold, changePerson, changeRole, endMembership, findHousehold, type HouseholdFields, type NewMember } from "@/db/households";
import { NotFound } from "@/db/errors";
import { lockHousehold } from "@/db/parties";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { isMemberOn } from "@/domain/people";
import type { Refusals } from "@/domain/refusals";
import { Malformed, requireIn, requireVersion } from "../guard";
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
  // Who may not read needs that reveal health would write them away.
  if (fields.needs !== undefined) requireIn(db, "health.read", household.municipality);
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

type MemberChange = Change & { personId: string; fields: Partial<NewMember> };

/** Puts right what is kept of a member. A household has one head: a new one takes the place of the one before. */
export async function changeMember(db: Db, { personId, fields: { role, ...fields }, ...change }: MemberChange): Promise<Result<HouseholdFile, Refusals>> {
  const locked = await lockHousehold(db, change.householdId);
  // Who may not read fiscal codes cannot put one in the place of another.
  if (fields.fiscalCode !== undefined) requireIn(db, "fiscal_code.read", locked.municipality);
  const household = await openForChange(db, change, personId);
  const head = household.members.find((member) => member.role === "head");
  if (role !== undefined && role !== "head" && head?.personId === personId) throw new Malformed("role", "one_head_needed");

  await changePerson(db, personId, fields);
  if (role === "head" && head && head.personId !== personId) await changeRole(db, household.id, head.personId, "other");
  if (role !== undefined) await changeRole(db, household.id, personId, role);
  await changeHousehold(db, household.id, {});
  const changed = Object.keys({ ...fields, ...(role !== undefined && { role }) });
  await recordAudit(db, { action: "household.member_changed", municipality: household.municipality, subjectId: household.id, facts: { personId, fields: changed } });
  return ok(await openFile(db, household.id));
}
