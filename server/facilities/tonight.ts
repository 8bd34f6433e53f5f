import "server-only";
import type { Db } from "@/db/client";
import { type ClosureRecord, findClosures } from "@/db/closures";
import { type FacilityRecord, findFacilities, findFacility, findUnitRecords, type UnitRecord } from "@/db/facilities";
import { occupancyOf } from "@/db/occupancy";
import { findStayRules } from "@/db/stay-rules";
import { findUnits } from "@/db/units";
import type { Day } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import { type BedTonight, nightOf, together, type UnitTonight, unitTonight } from "@/domain/tonight";
import { requireIn } from "../guard";

export type FacilityLine = FacilityRecord & { bedCount: number; freeTonight: number; overdueCount: number };

export type UnitState = { unit: Unit; tonight: UnitTonight };

/** Units of one municipality as they are tonight. */
export async function statesTonight(db: Db, municipality: string, units: readonly Unit[], today: Day): Promise<UnitState[]> {
  const [occupancy, rules] = await Promise.all([occupancyOf(db, units, nightOf(today), today), findStayRules(db, municipality, today)]);
  return units.map((unit) => ({ unit, tonight: unitTonight(unit, occupancy, rules) }));
}

/** A page of facilities, one more than asked, with tonight's free beds. */
export async function listFacilities(db: Db, query: { municipality: string; limit: number; cursor?: string }, today: Day): Promise<FacilityLine[]> {
  requireIn(db, "inventory.read", query.municipality);
  const facilities = await findFacilities(db, { municipality: query.municipality, after: query.cursor, limit: query.limit + 1 });
  const states = await statesTonight(db, query.municipality, await findUnits(db, { municipality: query.municipality }), today);
  return facilities.map((facility) => ({ ...facility, ...countsOf(states.filter(({ unit }) => unit.facilityId === facility.id)) }));
}

export type FacilityPage = FacilityLine & { units: (UnitRecord & { tonight: Map<string, BedTonight> })[]; closures: ClosureRecord[] };

/** A facility with its units and beds as they are tonight, and the closures that are not over. */
export async function readFacility(db: Db, id: string, today: Day): Promise<FacilityPage> {
  const facility = await findFacility(db, id);
  requireIn(db, "inventory.read", facility.municipality);
  const [records, units] = [await findUnitRecords(db, { facilityId: id }), await findUnits(db, { facilityId: id })];
  const states = await statesTonight(db, facility.municipality, units, today);
  const beds = new Map(states.map(({ unit, tonight }) => [unit.id, tonight.beds]));
  return { ...facility, ...countsOf(states), units: records.map((unit) => ({ ...unit, tonight: beds.get(unit.id) ?? new Map() })), closures: await findClosures(db, id, today) };
}

function countsOf(states: readonly UnitState[]): Pick<FacilityLine, "bedCount" | "freeTonight" | "overdueCount"> {
  const { open, free, overdue } = together(states.map(({ tonight }) => tonight.sum));
  return { bedCount: open, freeTonight: free, overdueCount: overdue };
}
