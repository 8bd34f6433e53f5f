import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addHousehold, addMembers, type HouseholdFields, type NewMember } from "@/db/households";
import { requireIn } from "../guard";
import { type HouseholdFile, openFile } from "./file";

export type NewHousehold = HouseholdFields & { municipality: string; members: NewMember[] };

/** Members of a household are taken to have belonged to it before anybody wrote it down: stays may be entered back. */
const EVER_SINCE = "1900-01-01";

/** Registers a household with its members; the answer has its code. */
export async function registerHousehold(db: Db, { municipality, members, ...fields }: NewHousehold): Promise<HouseholdFile> {
  requireIn(db, "household.write", municipality);
  const id = await addHousehold(db, municipality, fields);
  await addMembers(db, { householdId: id, municipality, protectedFor: null, from: EVER_SINCE, firstPosition: 0 }, members);
  await recordAudit(db, { action: "household.registered", municipality, subjectId: id, facts: { members: members.length } });
  return openFile(db, id);
}
