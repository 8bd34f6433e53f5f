import "server-only";
import { recordAudit } from "@/db/audit";
import { removePlacementBlocks } from "@/db/blocks";
import type { Db } from "@/db/client";
import { addHousehold, addMemberships, changeHousehold, changeRole, endMembership, findHousehold, type HouseholdRecord } from "@/db/households";
import { newId } from "@/db/ids";
import { findPeople, lockHousehold } from "@/db/parties";
import { addStays, changeStays, continuePlacement, findPlacement, findPlacements, giveToHousehold, giveToPlacement, type PlacementRecord, sumUp } from "@/db/placements";
import { protectHousehold } from "@/db/protection";
import { lockUnits } from "@/db/units";
import { conditionsHere } from "@/domain/booking";
import type { Day } from "@/domain/day";
import { divisionRefusals, headAfter } from "@/domain/division";
import { eligibilityChecks } from "@/domain/eligibility";
import { no, ok, type Result } from "@/domain/failure";
import { isMemberOn } from "@/domain/people";
import { liveOf } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { requireFor, requireIn, requireVersion } from "../guard";
import { heldWith } from "../placements/holding";
import { type OpenPlacement, withUnits } from "../placements/open";
import { writeOver } from "../placements/record-reality";
import { keepLimits } from "../placements/stay-limit";
import { unitStateFor } from "../placements/unit-state";
import { type HouseholdFile, openFile } from "./file";

export type DivisionInput = { householdId: string; expectedVersion: number | null; date: Day; personIds: string[]; headId: string | null; name: string | null };

/**
 * Some members become a household of their own from a day on. They keep their beds, and the stay clock goes on for both: nobody gains
 * nights by parting. Answers the new household.
 */
export async function divideHousehold(db: Db, input: DivisionInput, today: Day): Promise<Result<HouseholdFile, Refusals>> {
  const locked = await lockHousehold(db, input.householdId);
  requireIn(db, "household.write", locked.municipality);
  const household = await findHousehold(db, input.householdId);
  const seen = await concerned(db, input);
  for (const placement of seen) requireFor(db, "placement.write", placement.municipality, placement.organisationId);
  requireVersion(household.version, input.expectedVersion);
  await lockUnits(db, seen.flatMap((placement) => [placement.unitId, ...placement.stays.map(({ unitId }) => unitId)]));

  // Read again: the locks were waited for.
  const opens = await Promise.all((await concerned(db, input)).map((placement) => withUnits(db, placement)));
  const members = household.members.filter((member) => isMemberOn(member, input.date)).map(({ personId }) => personId);
  const refusals = inOrder([...divisionRefusals(members, opens, input, today), ...(await unfit(db, opens, input, today))]);
  if (refusals) return no(refusals);

  const id = await addHousehold(db, household.municipality, { name: input.name, language: household.language });
  await partMembers(db, { household, id, protectedFor: locked.protectedFor }, input);
  for (const open of opens) {
    const divided = await dividePlacement(db, open, id, input);
    if (!divided.ok) return divided;
  }
  if (locked.protectedFor !== null) await protectHousehold(db, id, locked.protectedFor);
  for (const each of [household.id, id]) await keepLimits(db, each, today);
  await changeHousehold(db, household.id, {});
  for (const [subjectId, other] of [[household.id, id], [id, household.id]] as const) await recordAudit(db, { action: "household.divided", municipality: household.municipality, subjectId, facts: { other, members: input.personIds.length } });
  return ok(await openFile(db, id));
}

async function concerned(db: Db, { householdId, personIds }: DivisionInput): Promise<PlacementRecord[]> {
  return (await findPlacements(db, { householdId })).filter(({ stays }) => liveOf(stays).some(({ personId }) => personIds.includes(personId)));
}

/** In a room by bed the others become strangers: whoever may not share with strangers cannot part there. Asked of both sides. */
async function unfit(db: Db, opens: readonly OpenPlacement[], { personIds, date }: DivisionInput, today: Day): Promise<Refusal[]> {
  const failed = [];
  for (const { placement, units } of opens) {
    for (const unit of units.filter(({ letting }) => letting === "by_bed")) {
      const here = liveOf(placement.stays).filter((stay) => stay.unitId === unit.id && stay.bedId !== null && stay.exit > date);
      const sides = [here.filter(({ personId }) => personIds.includes(personId)), here.filter(({ personId }) => !personIds.includes(personId))];
      if (sides.some((side) => side.length === 0)) continue;
      const nights = { from: date, until: placement.exit };
      const state = { ...(await unitStateFor(db, unit.id, nights, today, [placement.householdId])), rule: placement.rule };
      const parties = await Promise.all(sides.map((side) => findPeople(db, placement.householdId, side.map(({ personId }) => personId))));
      for (const [index, party] of parties.entries()) {
        const strangers = (parties[1 - index]?.members ?? []).map(({ birthDate, gender }) => ({ birthDate, gender, nights }));
        failed.push(...eligibilityChecks({ party, unit, nights, conditions: conditionsHere(state), occupants: [...state.occupants, ...strangers] }).filter(({ passed }) => !passed));
      }
    }
  }
  return failed.length > 0 ? [{ code: "not_eligible", checks: failed }] : [];
}

type Parting = { household: HouseholdRecord; id: string; protectedFor: string | null };

/** Each side has one head: the one that is named, else the one there was, else the eldest. */
async function partMembers(db: Db, { household, id, protectedFor }: Parting, { date, personIds, headId }: DivisionInput): Promise<void> {
  const present = household.members.filter((member) => isMemberOn(member, date));
  const [leaving, staying] = [present.filter(({ personId }) => personIds.includes(personId)), present.filter(({ personId }) => !personIds.includes(personId))];
  for (const { personId } of leaving) await endMembership(db, household.id, personId, date);
  const head = headId ?? headAfter(leaving);
  const roles = leaving.map(({ personId, role }) => ({ personId, role: personId === head ? ("head" as const) : role === "head" ? ("other" as const) : role }));
  await addMemberships(db, { householdId: id, municipality: household.municipality, protectedFor, from: date }, roles);
  if (!staying.some(({ role }) => role === "head")) await changeRole(db, household.id, headAfter(staying), "head");
}

async function dividePlacement(db: Db, open: OpenPlacement, householdId: string, { date, personIds }: DivisionInput): Promise<Result<unknown, Refusals>> {
  const { placement } = open;
  // A placement of theirs alone goes with them as it is.
  if (placement.stays.every(({ personId }) => personIds.includes(personId))) {
    await giveToHousehold(db, placement.id, householdId);
    await recordAudit(db, { action: "placement.divided", municipality: placement.municipality, subjectId: placement.id, facts: { householdId } });
    return ok(undefined);
  }
  const id = await continuePlacement(db, placement, householdId, date);
  const leaving = liveOf(placement.stays).filter(({ personId }) => personIds.includes(personId));
  const slept = leaving.filter(({ status, arrival }) => status === "in_house" && arrival < date);
  await changeStays(db, slept.map((stay) => stay.id), { status: "ended", exit: date, plannedExit: date });
  await addStays(db, { ...placement, id }, slept.flatMap(({ personId, unitId, bedId, exit, plannedExit }) => (bedId === null ? [] : [{ id: newId(), personId, unitId, bedId, status: "in_house" as const, arrival: date, exit, plannedExit }])));
  await giveToPlacement(db, leaving.filter((stay) => !slept.includes(stay)).map((stay) => stay.id), id);

  const written = await writeBoth(db, open, id);
  if (!written.ok) return written;
  for (const each of [placement.id, id]) {
    await sumUp(db, each);
    await recordAudit(db, { action: "placement.divided", municipality: placement.municipality, subjectId: each, facts: { householdId } });
  }
  return ok(undefined);
}

/** What the one holds first, then what the other takes over of it: turnaround between them is cut. */
async function writeBoth(db: Db, open: OpenPlacement, id: string): Promise<Result<unknown, Refusals>> {
  const [before, after] = [await findPlacement(db, open.placement.id), await withUnits(db, await findPlacement(db, id))];
  const wholeUnits = after.units.filter(({ letting }) => letting === "whole_unit").flatMap(({ beds }) => beds.map((bed) => bed.id));
  const held = [await heldWith(db, { ...open, placement: before }, before.stays), await heldWith(db, after, after.placement.stays, wholeUnits)] as const;
  await removePlacementBlocks(db, before.id);
  const written = await writeOver(db, before, held[0]);
  return written.ok ? writeOver(db, after.placement, held[1]) : written;
}
