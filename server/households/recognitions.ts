import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { changeHousehold, findHousehold, type HouseholdRecord } from "@/db/households";
import { lockHousehold } from "@/db/parties";
import { clocksOfNamesakes, findDecisions, keepDecision } from "@/db/recognitions";
import { findStayRules, type StayRuleRecord } from "@/db/stay-rules";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { isAdult, isMemberOn } from "@/domain/people";
import type { Refusals } from "@/domain/refusals";
import { countedOf, countsElsewhere, isOverNetwork } from "@/domain/stay-limit";
import { requireIn, requireVersion } from "../guard";
import { countedNights, keepLimits } from "../placements/stay-limit";

/**
 * Somebody elsewhere in the network has the name and birth date of this member, and nights that one of our clocks would count. `same`:
 * what was decided here, null while nothing was; `isCounted` also where only the other municipality said that it is the same person.
 */
export type Recognition = { personId: string; same: boolean | null; decidedAt: string | null; decidedByName: string | null; isCounted: boolean; version: number };

/** Whom of the household the network may know, among those whose nights decide about its stay. The asking is written down, as that for the nights is. */
export async function readRecognitions(db: Db, householdId: string, today: Day): Promise<Recognition[]> {
  const household = await findHousehold(db, householdId);
  requireIn(db, "household.read", household.municipality);
  const present = household.members.filter((member) => isMemberOn(member, today)).map(({ personId, birthDate }) => ({ personId, isAdult: isAdult(birthDate, today) }));
  const personIds = countedOf(present).map(({ personId }) => personId);
  const rules = await findStayRules(db, household.municipality);
  if (rules.some(isOverNetwork)) await recordAudit(db, { action: "household.nights_elsewhere.read", municipality: household.municipality, subjectId: householdId, facts: { people: personIds.length } });
  return recognitionsOf(db, household, rules, personIds);
}

/** Without a clock over the network nobody is asked about. */
async function recognitionsOf(db: Db, { version }: HouseholdRecord, rules: readonly StayRuleRecord[], personIds: readonly string[]): Promise<Recognition[]> {
  const decisions = await findDecisions(db, personIds);
  const clocks = rules.some(isOverNetwork) ? (await clocksOfNamesakes(db, personIds)).filter((clock) => countsElsewhere(rules, clock)) : [];
  return personIds.flatMap((personId) => {
    const own = clocks.filter((clock) => clock.personId === personId);
    const decision = decisions.find((each) => each.personId === personId);
    if (!decision && own.length === 0) return [];
    const { isSame: same = null, decidedAt = null, decidedByName = null } = decision ?? {};
    return [{ personId, same, decidedAt, decidedByName, isCounted: own.some(({ isCounted }) => isCounted), version }];
  });
}

export type RecognitionInput = { householdId: string; personId: string; expectedVersion: number | null; same: boolean | null };

/**
 * Somebody says whether whoever has this name and birth date elsewhere in the network is this member; null takes back what was said.
 * The limits of the household are counted anew; those of the other municipality when it decides next.
 */
export async function decideRecognition(db: Db, { householdId, personId, expectedVersion, same }: RecognitionInput, today: Day): Promise<Result<Recognition, Refusals>> {
  const locked = await lockHousehold(db, householdId);
  requireIn(db, "household.write", locked.municipality);
  const household = await findHousehold(db, householdId);
  if (!household.members.some((member) => member.personId === personId)) throw new NotFound("member");
  requireVersion(household.version, expectedVersion);

  const rules = await findStayRules(db, household.municipality);
  // Held, and written down, before they are asked about: what is counted there must not change meanwhile.
  await countedNights(db, { municipality: household.municipality, subjectId: householdId, personIds: [personId], rules, hold: true });
  const [before] = await recognitionsOf(db, household, rules, [personId]);
  if (!before || (same === null && before.same === null)) return no([{ code: "nobody_of_that_name" }]);

  await keepDecision(db, personId, same);
  await changeHousehold(db, householdId, {});
  await keepLimits(db, householdId, today);
  const action = same === null ? "household.recognition_taken_back" : "household.recognition_decided";
  await recordAudit(db, { action, municipality: household.municipality, subjectId: householdId, facts: { personId, ...(same !== null && { same }) } });
  const [after] = await recognitionsOf(db, await findHousehold(db, householdId), rules, [personId]);
  return ok(after ?? { personId, same: null, decidedAt: null, decidedByName: null, isCounted: false, version: household.version + 1 });
}
