import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findFacility } from "@/db/facilities";
import { NotFound } from "@/db/errors";
import { findProgramme } from "@/db/organisations";
import { findPlacements, type PlacementRecord } from "@/db/placements";
import { addStayRule, findStayRule, findStayRules, type NewStayRule, type StayRuleRecord } from "@/db/stay-rules";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { latestExit } from "@/domain/stay-rules";
import { requireIn } from "../guard";

/** Writes a new version of a rule; running placements keep theirs. */
export async function writeStayRule(db: Db, rule: NewStayRule): Promise<Result<StayRuleRecord, Refusals>> {
  const refused = await refusalOf(db, rule);
  if (refused) return no(refused);
  const added = await addStayRule(db, rule);
  await recordAudit(db, { action: "stay_rule.added", municipality: rule.municipality, subjectId: added.id });
  return ok(added);
}

async function refusalOf(db: Db, rule: NewStayRule): Promise<Refusals | null> {
  requireIn(db, "stay_rule.write", rule.municipality);
  if (rule.facilityId !== null && (await findFacility(db, rule.facilityId)).municipality !== rule.municipality) throw new NotFound("facility");
  if (rule.programmeId !== null) await findProgramme(db, rule.programmeId, rule.municipality);
  // A limit that nobody enforces is worse than none: refused until the stay clock counts over several placements.
  return rule.counting === "placement" ? null : [{ code: "counting_not_available", counting: rule.counting }];
}

/** Every version, newest first; with `on` those in force on that day. */
export async function listStayRules(db: Db, municipality: string, on?: Day): Promise<StayRuleRecord[]> {
  requireIn(db, "inventory.read", municipality);
  return findStayRules(db, municipality, on);
}

export type Impact = { placement: PlacementRecord; latestExit: Day | null; isBeyond: boolean };

/** Planned and running placements within the rule's scope that keep another rule: what their latest exit would be under this one. */
export async function impactOf(db: Db, id: string): Promise<Impact[]> {
  const rule = await findStayRule(db, id);
  requireIn(db, "stay_rule.write", rule.municipality);
  return touchedBy(db, rule, id);
}

/** The same for a version that is not written yet. */
export async function previewImpact(db: Db, rule: NewStayRule): Promise<Result<Impact[], Refusals>> {
  const refused = await refusalOf(db, rule);
  return refused ? no(refused) : ok(await touchedBy(db, rule, null));
}

async function touchedBy(db: Db, rule: NewStayRule, ruleId: string | null): Promise<Impact[]> {
  const live = (await Promise.all((["planned", "in_house"] as const).map((status) => findPlacements(db, { municipality: rule.municipality, status })))).flat();
  const touched = live.filter((placement) => (ruleId === null || placement.rule?.id !== ruleId) && placement.arrival >= rule.validFrom && (rule.facilityId === null || rule.facilityId === placement.facilityId) && (rule.kind === null || rule.kind === placement.facilityKind) && (rule.programmeId === null || rule.programmeId === placement.programmeId));
  await recordAudit(db, { action: "placements.listed.read", municipality: rule.municipality, subjectId: ruleId ?? rule.municipality, facts: { placements: touched.length } });
  return touched.map((placement) => {
    const limit = latestExit(rule, placement.arrival);
    return { placement, latestExit: limit, isBeyond: limit !== null && placement.exit > limit };
  });
}
