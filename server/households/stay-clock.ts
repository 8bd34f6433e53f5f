import "server-only";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findHousehold, type HouseholdRecord } from "@/db/households";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { findStayRules, type StayRuleRecord } from "@/db/stay-rules";
import { findUnit } from "@/db/units";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { isAdult } from "@/domain/people";
import type { Refusals } from "@/domain/refusals";
import { type ClockStay, newClock, placementClock, ruleInForce, type StayClock } from "@/domain/stay-rules";
import { requireIn } from "../guard";

export type RuledClock = StayClock & { rule: StayRuleRecord | null };

type Question = { householdId: string; unitId?: string; on: Day };

/**
 * How much of a maximum stay is used and left: of the latest placement, or of one that would begin in a unit on a day. It tells
 * neither names nor places, so that asking is no reading of the file.
 */
export async function readStayClock(db: Db, { householdId, unitId, on }: Question): Promise<Result<RuledClock, Refusals>> {
  const household = await findHousehold(db, householdId);
  requireIn(db, "household.read", household.municipality);
  const clock = unitId === undefined ? await latestClock(db, household, on) : await clockIn(db, household, unitId, on);
  // Counting over several placements waits for its own issue (docs/decisions/0006); until then one such rule is told, not guessed at.
  if (clock.rule && clock.rule.counting !== "placement") return no([{ code: "counting_not_available", counting: clock.rule.counting }]);
  return ok(clock);
}

async function clockIn(db: Db, { municipality }: HouseholdRecord, unitId: string, on: Day): Promise<RuledClock> {
  const unit = await findUnit(db, unitId);
  if (unit.municipality !== municipality) throw new NotFound("unit");
  const rule = ruleInForce(await findStayRules(db, municipality), unit, on);
  return { rule, ...newClock(rule, on) };
}

async function latestClock(db: Db, household: HouseholdRecord, on: Day): Promise<RuledClock> {
  const happened = (await findPlacements(db, { householdId: household.id })).filter(({ stays }) => stays.some(({ status }) => counts(status)));
  const latest = happened.find(({ status }) => status === "in_house") ?? happened.toSorted((a, b) => (a.arrival < b.arrival ? 1 : -1))[0];
  if (!latest) return { rule: null, ...newClock(null, on) };
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
