import { blocksOf, type Holding } from "@/domain/blocks";
import type { Day } from "@/domain/day";
import { assignBeds, type Assignment } from "@/domain/placement";
import { latestExit } from "@/domain/stay-rules";
import { effectiveTurnaround } from "@/domain/turnaround";
import type { Frame } from "./frame-rows";
import { dayAt, type Ground, instantAt } from "./ground";
import type { PlacementPlan } from "./history";
import type { HouseholdIds } from "./household-rows";
import type { HouseholdPlan } from "./people";
import { type Inventory, SIX_MONTHS } from "./place-rows";

export type Places = { frame: Frame; inventory: Inventory; householdIds: Map<HouseholdPlan, HouseholdIds>; operatorId: string };

/** Everything a placement consists of; what it blocks is what the domain says. */
export function addPlacement(ground: Ground, places: Places, plan: PlacementPlan): void {
  const { municipality: municipalityId, newId, rows } = ground;
  const { unitId, bedIds } = unitOf(places, plan);
  const { householdId } = peopleOf(places, plan);
  const id = newId();
  const ruleId = places.inventory.ruleIds.get(plan.facility.kind) ?? null;
  const arrival = dayAt(ground, plan.nights.arrival);
  const protectedFor = plan.facility.isProtected && plan.facility.organisation ? (places.frame.organisationIds.get(plan.facility.organisation) ?? null) : null;

  rows.placement.push({
    id, municipalityId, protectedFor, householdId, unitId, ruleId, status: plan.status, arrival, exit: dayAt(ground, plan.nights.exit),
    latestExit: ruleId && latestExit(SIX_MONTHS, arrival), closingReason: plan.closingReason,
    createdAt: instantAt(ground, plan.nights.arrival - 1), createdBy: places.operatorId,
  });
  const stays = addStays(ground, places, plan, { placementId: id, protectedFor, arrival });
  if (plan.status === "needs_bed") {
    const facilityId = places.inventory.facilityIds.get(plan.facility);
    rows.task.push({ id: newId(), municipalityId, kind: "needs_bed", cause: id, placementId: id, householdId, facilityId, createdAt: instantAt(ground, -1) });
  }
  if (plan.status === "planned" || plan.status === "in_house" || plan.status === "ended") addBlocks(ground, plan, { unitId, bedIds, placementId: id, stays });
}

function unitOf({ inventory }: Places, { room }: PlacementPlan): { unitId: string; bedIds: string[] } {
  const unit = inventory.units.get(room);
  if (!unit) throw new Error(`no unit ${room.name}`);
  return unit;
}

function peopleOf({ householdIds }: Places, { household }: PlacementPlan): HouseholdIds {
  const ids = householdIds.get(household);
  if (!ids) throw new Error(`no household ${household.name}`);
  return ids;
}

type Where = { placementId: string; protectedFor: string | null; arrival: Day };

function addStays(ground: Ground, places: Places, plan: PlacementPlan, { arrival, ...where }: Where): Holding["stays"] {
  const { unitId } = unitOf(places, plan);
  const exit = dayAt(ground, plan.nights.exit);
  return assignments(ground, places, plan, arrival).map(({ personId, bedId }) => {
    const stayId = ground.newId();
    ground.rows.stay.push({
      id: stayId, municipalityId: ground.municipality, ...where, personId, unitId, bedId: plan.status === "needs_bed" ? null : bedId,
      status: plan.status, arrival, exit, plannedExit: dayAt(ground, plan.plannedExit),
      departureReason: plan.departure?.reason ?? null, destination: plan.departure?.destination ?? null,
    });
    return { stayId, bedId, arrival, exit };
  });
}

function assignments(ground: Ground, places: Places, plan: PlacementPlan, arrival: Day): Assignment[] {
  const { bedIds } = unitOf(places, plan);
  const { personIds } = peopleOf(places, plan);
  const free = plan.room.beds
    .map((kind, index) => ({ id: bedIds[index] ?? "", name: "", kind, opensOn: null, closesOn: null, restsOnExit: false, awaitsDeparture: false, index }))
    .filter(({ index }) => plan.bed === null || plan.bed === index);
  const members = plan.household.members.map(({ role, gender, citizenship, bornOn }, index) => ({
    personId: personIds[index] ?? "", role, gender, citizenship, birthDate: dayAt(ground, bornOn), residencePermit: null,
  }));
  const given = assignBeds(members, free, arrival);
  if (!given) throw new Error(`${plan.household.name} does not fit into ${plan.room.name}`);
  return given;
}

const NO_HOLIDAYS: ReadonlySet<Day> = new Set();

type Held = { unitId: string; bedIds: string[]; placementId: string; stays: Holding["stays"] };

function addBlocks({ municipality: municipalityId, newId, rows }: Ground, { room, facility }: PlacementPlan, { unitId, bedIds, placementId, stays }: Held): void {
  const wholeUnit = room.letting === "whole_unit";
  const held = wholeUnit ? bedIds : stays.map(({ bedId }) => bedId);
  const blocks = blocksOf({ placementId, wholeUnit, bedIds: held, stays, turnaround: effectiveTurnaround(facility.turnaround) }, NO_HOLIDAYS);
  rows.bedBlock.push(
    ...blocks.map(({ bedId, kind, from, until, recordId }) => ({
      id: newId(), municipalityId, bedId, unitId, kind, from, until, placementId, stayId: kind === "stay" ? recordId : null, wholeUnit,
    })),
  );
}
