import "server-only";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findHousehold, type HouseholdRecord } from "@/db/households";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { findStayRules, type StayRuleRecord } from "@/db/stay-rules";
import { findParty } from "@/db/parties";
import { findUnit } from "@/db/units";
import type { Day } from "@/domain/day";
import { isAdult } from "@/domain/people";
import { type ClockStay, cumulativeClock, cumulativeClockFor, newClock, placementClock, type StayClock } from "@/domain/stay-clock";
import { ruleInForce } from "@/domain/stay-rules";
import { requireIn } from "../guard";
import { countedNights, limitQuestion } from "../placements/stay-limit";

export type RuledClock = StayClock & { rule: StayRuleRecord | null };

type Question = { householdId: string; unitId?: string; on: Day };

/**
 * How much of a maximum stay is used and left: of the latest placement, or of one that would begin in a unit on a day. It tells
 * neither names nor places, so that asking is no reading of the file.
 */
export async function readStayClock(db: Db, { householdId, unitId, on }: Question, today: Day): Promise<RuledClock> {
  const household = await findHousehold(db, householdId);
  requireIn(db, "household.read", household.municipality);
  return unitId === undefined ? latestClock(db, household, on, today) : clockIn(db, household, { unitId, on }, today);
}

async function clockIn(db: Db, { id, municipality }: HouseholdRecord, { unitId, on }: { unitId: string; on: Day }, today: Day): Promise<RuledClock> {
  const unit = await findUnit(db, unitId);
  if (unit.municipality !== municipality) throw new NotFound("unit");
  const rules = await findStayRules(db, municipality);
  const rule = ruleInForce(rules, unit, on);
  if (rule?.counting !== "cumulative") return { rule, ...newClock(rule, on) };
  const people = (await findParty(db, id, on)).members.map(({ personId, birthDate }) => ({ personId, isAdult: isAdult(birthDate, on), from: on }));
  const nights = await countedNights(db, { municipality, subjectId: id, personIds: people.map(({ personId }) => personId), rules, hold: false });
  return { rule, ...cumulativeClockFor({ rule, arrival: on, people, nights, today }) };
}

async function latestClock(db: Db, household: HouseholdRecord, on: Day, today: Day): Promise<RuledClock> {
  const happened = (await findPlacements(db, { householdId: household.id })).filter(({ stays }) => stays.some(({ status }) => counts(status)));
  const latest = happened.find(({ status }) => status === "in_house") ?? happened.toSorted((a, b) => (a.arrival < b.arrival ? 1 : -1))[0];
  if (!latest) return { rule: null, ...newClock(null, on) };
  if (latest.rule?.counting === "cumulative") {
    const { question, nights } = await limitQuestion(db, latest, latest.stays, today, { hold: false });
    return { rule: latest.rule, ...cumulativeClock(question, nights, on) };
  }
  return { rule: latest.rule, ...placementClock(staysOf(latest, household), latest.latestExit, on, latest.clockFrom) };
}

const counts = (status: string): status is ClockStay["status"] => status === "planned" || status === "in_house" || status === "ended";

function staysOf({ id: placementId, stays }: PlacementRecord, { members }: HouseholdRecord): ClockStay[] {
  return stays.flatMap(({ id: stayId, personId, status, arrival, exit }) => {
    if (!counts(status)) return [];
    const birthDate = members.find((member) => member.personId === personId)?.birthDate;
    return [{ stayId, placementId, personId, status, from: arrival, until: exit, isAdult: birthDate === undefined || isAdult(birthDate, arrival) }];
  });
}
