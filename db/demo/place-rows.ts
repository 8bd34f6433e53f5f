import { addMonths, type Day } from "@/domain/day";
import type { FacilityKind } from "@/domain/housing";
import type { Frame } from "./frame-rows";
import { dayAt, type Ground, instantAt } from "./ground";
import type { FacilityPlan, Offset, RoomPlan } from "./plan";

const OPEN_SINCE: Offset = -760;
const RULE_SINCE_MONTHS = -36;

/** Where rooms of the plan became units and beds, and which rule holds in them. */
export type Inventory = {
  units: Map<RoomPlan, { unitId: string; bedIds: string[] }>;
  facilityIds: Map<FacilityPlan, string>;
  ruleIds: Map<FacilityKind, string>;
};

export const SIX_MONTHS = { maxStay: { months: 6 } } as const;

export function addPlaces(ground: Ground, frame: Frame, operatorId: string): Inventory {
  const inventory: Inventory = { units: new Map(), facilityIds: new Map(), ruleIds: new Map() };
  for (const facility of ground.plan.facilities) addFacility(ground, frame, operatorId, inventory, facility);
  for (const kind of ground.plan.sixMonthsFor ?? []) inventory.ruleIds.set(kind, addRule(ground, kind));
  return inventory;
}

function addFacility(ground: Ground, frame: Frame, operatorId: string, inventory: Inventory, facility: FacilityPlan): void {
  const { municipality: municipalityId, newId, rows, random } = ground;
  const id = newId();
  const confirmed = random.chance(0.7) ? -1 : -random.between(2, 6);
  inventory.facilityIds.set(facility, id);
  rows.facility.push({
    id, municipalityId, name: facility.name, kind: facility.kind,
    addressProtected: facility.isProtected ?? false, genderPolicy: facility.policy ?? null, features: facility.features ?? [],
    turnaroundDays: facility.turnaround?.days ?? null, turnaroundWorking: facility.turnaround?.working ?? null,
    opensOn: dayAt(ground, OPEN_SINCE), organisationId: facility.organisation === null ? null : frame.organisationIds.get(facility.organisation),
    programmeId: frame.programmeIds.get("LGNET2"), confirmedAt: instantAt(ground, confirmed), confirmedBy: operatorId, createdAt: instantAt(ground, OPEN_SINCE),
  });

  const flatIds = addFlats(ground, id, facility);
  facility.rooms.forEach((room, position) => {
    const unit = addUnit(ground, { facilityId: id, flatId: flatIds.get(room.flat), position }, room);
    inventory.units.set(room, unit);
    addClosure(ground, room, unit);
  });
}

function addFlats({ municipality: municipalityId, newId, rows }: Ground, facilityId: string, facility: FacilityPlan): Map<string | undefined, string> {
  const names = [...new Set(facility.rooms.flatMap(({ flat }) => flat ?? []))];
  const ids = new Map<string | undefined, string>(names.map((name) => [name, newId()]));
  rows.flat.push(...names.map((name) => ({ id: ids.get(name) ?? "", municipalityId, facilityId, name, genderPolicy: null })));
  return ids;
}

function addUnit(
  { municipality: municipalityId, newId, rows }: Ground,
  where: { facilityId: string; flatId: string | undefined; position: number },
  { name, letting, policy, features, beds }: RoomPlan,
): { unitId: string; bedIds: string[] } {
  const unitId = newId();
  rows.unit.push({ id: unitId, municipalityId, ...where, name, letting, genderPolicy: policy, features });
  const bedRows = beds.map((kind, position) => ({
    id: newId(), municipalityId, unitId, name: kind === "cot" ? "Culla" : `Letto ${position + 1}`, kind, position,
  }));
  rows.bed.push(...bedRows);
  return { unitId, bedIds: bedRows.map(({ id }) => id) };
}

/** A closure, and unless it was called off what it blocks. */
function addClosure(ground: Ground, { closure }: RoomPlan, { unitId, bedIds }: { unitId: string; bedIds: string[] }): void {
  if (!closure) return;
  const { municipality: municipalityId, newId, rows } = ground;
  const id = newId();
  const bedId = closure.bed === undefined ? null : (bedIds[closure.bed] ?? null);
  const from = dayAt(ground, closure.from);
  const until = dayAt(ground, closure.until);
  rows.closure.push({
    id, municipalityId, bedId, unitId: bedId === null ? unitId : null, facilityId: null, from, until, reason: closure.reason,
    cancelledAt: closure.isCancelled ? instantAt(ground, closure.from - 2) : null, createdAt: instantAt(ground, closure.from - 5),
  });
  if (closure.isCancelled) return;
  const blocked = bedId === null ? bedIds : [bedId];
  rows.bedBlock.push(...blocked.map((each) => ({ id: newId(), municipalityId, bedId: each, unitId, kind: "closure" as const, from, until, closureId: id })));
}

/** The published six months and lawful residence; no extension was published. */
function addRule(ground: Ground, kind: FacilityKind): string {
  const id = ground.newId();
  const validFrom: Day = addMonths(ground.today, RULE_SINCE_MONTHS);
  ground.rows.stayRule.push({
    id, municipalityId: ground.municipality, kind, validFrom, ...SIX_MONTHS, counting: "placement", clockScope: "municipality",
    maxExtensions: 0, noticeDays: [60, 30, 15, 7], conditions: [{ code: "lawful_residence" }], createdAt: instantAt(ground, OPEN_SINCE),
  });
  return id;
}
