import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findFacility } from "@/db/facilities";
import { NotFound } from "@/db/errors";
import { findProgramme } from "@/db/organisations";
import { birthDatesOf } from "@/db/parties";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { addStayRule, findStayRule, findStayRules, type NewStayRule, type StayRuleRecord } from "@/db/stay-rules";
import type { Day } from "@/domain/day";
import { type ClockNights, stayLimit } from "@/domain/stay-limit";
import { latestExit } from "@/domain/stay-rules";
import { requireIn } from "../guard";
import { counted, countedNights, personsIn, questionFor } from "../placements/stay-limit";

/** Writes a new version of a rule; running placements keep theirs. */
export async function writeStayRule(db: Db, rule: NewStayRule): Promise<StayRuleRecord> {
  await requireScope(db, rule);
  const added = await addStayRule(db, rule);
  await recordAudit(db, { action: "stay_rule.added", municipality: rule.municipality, subjectId: added.id });
  return added;
}

async function requireScope(db: Db, rule: NewStayRule): Promise<void> {
  requireIn(db, "stay_rule.write", rule.municipality);
  if (rule.facilityId !== null && (await findFacility(db, rule.facilityId)).municipality !== rule.municipality) throw new NotFound("facility");
  if (rule.programmeId !== null) await findProgramme(db, rule.programmeId, rule.municipality);
}

/** Every version, newest first; with `on` those in force on that day. */
export async function listStayRules(db: Db, municipality: string, on?: Day): Promise<StayRuleRecord[]> {
  requireIn(db, "inventory.read", municipality);
  return findStayRules(db, municipality, on);
}

export type Impact = { placement: PlacementRecord; latestExit: Day | null; isBeyond: boolean };

/** Planned and running placements within the rule's scope that keep another rule: what their latest exit would be under this one. */
export async function impactOf(db: Db, id: string, today: Day): Promise<Impact[]> {
  const rule = await findStayRule(db, id);
  requireIn(db, "stay_rule.write", rule.municipality);
  return touchedBy(db, rule, id, today);
}

/** The same for a version that is not written yet. */
export async function previewImpact(db: Db, rule: NewStayRule, today: Day): Promise<Impact[]> {
  await requireScope(db, rule);
  return touchedBy(db, rule, null, today);
}

async function touchedBy(db: Db, rule: NewStayRule, ruleId: string | null, today: Day): Promise<Impact[]> {
  const live = (await Promise.all((["planned", "in_house"] as const).map((status) => findPlacements(db, { municipality: rule.municipality, status })))).flat();
  const touched = live.filter((placement) => (ruleId === null || placement.rule?.id !== ruleId) && placement.arrival >= rule.validFrom && (rule.facilityId === null || rule.facilityId === placement.facilityId) && (rule.kind === null || rule.kind === placement.facilityKind) && (rule.programmeId === null || rule.programmeId === placement.programmeId));
  await recordAudit(db, { action: "placements.listed.read", municipality: rule.municipality, subjectId: ruleId ?? rule.municipality, facts: { placements: touched.length } });
  const limits = await limitsUnder(db, rule, touched, today);
  return touched.map((placement, index) => {
    const limit = limits[index] ?? null;
    return { placement, latestExit: limit, isBeyond: limit !== null && placement.exit > limit };
  });
}

/** Over several placements the others count under the rules they have; all are asked for at once. */
async function limitsUnder(db: Db, rule: NewStayRule, placements: readonly PlacementRecord[], today: Day): Promise<(Day | null)[]> {
  if (rule.counting === "placement") return placements.map(({ arrival }) => latestExit(rule, arrival));
  const persons = placements.map(({ stays }) => personsIn(stays));
  const personIds = [...new Set(persons.flatMap((each) => [...each.keys()]))];
  const nights = await countedNights(db, { municipality: rule.municipality, subjectId: rule.municipality, personIds, rules: [rule], hold: false });
  const byPerson = new Map<string, ClockNights[]>();
  for (const night of nights) byPerson.set(night.personId, [...(byPerson.get(night.personId) ?? []), night]);
  const birthDates = await birthDatesOf(db, personIds);
  return placements.map((placement, index) => {
    const people = counted(persons[index] ?? new Map(), birthDates, placement.arrival);
    const question = questionFor(placement, people, people.flatMap(({ personId }) => byPerson.get(personId) ?? []), today);
    return stayLimit({ ...question, rule, extendedUntil: null }).latestExit;
  });
}
