import "server-only";
import type { Db } from "@/db/client";
import { type ClosureRecord, findClosures } from "@/db/closures";
import { type FacilityRecord, findFacilities, findFacility, findUnitRecords, nameOfConfirmer, type UnitRecord } from "@/db/facilities";
import { occupancyOf } from "@/db/occupancy";
import { findStayRules } from "@/db/stay-rules";
import { findUnits } from "@/db/units";
import { occupancyOfEach } from "@/domain/blocks";
import type { Day } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import { type BedTonight, type Holder, holdersTonight, type Movements, movementsToday, nightOf, together, type Tonight, type UnitTonight, unitTonight } from "@/domain/tonight";
import { requireIn } from "../guard";
import { type HouseholdTold, householdsTold } from "./households-told";

type Counts = { bedCount: number; freeTonight: number; overdueCount: number; tonight: Tonight; today: Movements };
export type FacilityLine = FacilityRecord & Counts;

export type UnitState = { unit: Unit; tonight: UnitTonight; movements: Movements; holders: Map<string, Holder> };

/** Units of one municipality as they are tonight. */
export async function statesTonight(db: Db, municipality: string, units: readonly Unit[], today: Day): Promise<UnitState[]> {
  const [occupancy, rules] = await Promise.all([occupancyOf(db, units, nightOf(today), today), findStayRules(db, municipality, today)]);
  return occupancyOfEach(units, occupancy).map(({ unit, occupancy: own }) => ({
    unit, tonight: unitTonight(unit, own, rules), movements: movementsToday(unit, own), holders: holdersTonight(unit, own),
  }));
}

/** A page of facilities, one more than asked, with tonight's free beds. */
export async function listFacilities(db: Db, query: { municipality: string; limit: number; cursor?: string }, today: Day): Promise<FacilityLine[]> {
  requireIn(db, "inventory.read", query.municipality);
  const facilities = await findFacilities(db, { municipality: query.municipality, after: query.cursor, limit: query.limit + 1 });
  const states = await statesTonight(db, query.municipality, await findUnits(db, { municipality: query.municipality }), today);
  return facilities.map((facility) => ({ ...facility, ...countsOf(states.filter(({ unit }) => unit.facilityId === facility.id)) }));
}

/** A bed as it is tonight; whose it is only where the reader finds the placement. */
export type BedState = BedTonight & { household: (HouseholdTold & Holder) | null };

export type FacilityPage = FacilityLine & { confirmedByName: string | null; units: (UnitRecord & { tonight: Map<string, BedState> })[]; closures: ClosureRecord[] };

/** A facility with its units and beds as they are tonight, and the closures that are not over. */
export async function readFacility(db: Db, id: string, today: Day): Promise<FacilityPage> {
  const facility = await findFacility(db, id);
  requireIn(db, "inventory.read", facility.municipality);
  const [records, units] = [await findUnitRecords(db, { facilityId: id }), await findUnits(db, { facilityId: id })];
  const states = await statesTonight(db, facility.municipality, units, today);
  const told = await householdsTold(db, facility, states.flatMap(({ holders }) => [...holders.values()].map(({ placementId }) => placementId)));
  const beds = new Map(states.map((state) => [state.unit.id, bedStates(state, told)]));
  return {
    ...facility, ...countsOf(states), confirmedByName: await nameOfConfirmer(db, id),
    units: records.map((unit) => ({ ...unit, tonight: beds.get(unit.id) ?? new Map() })), closures: await findClosures(db, id, today),
  };
}

function bedStates({ tonight, holders }: UnitState, told: ReadonlyMap<string, HouseholdTold>): Map<string, BedState> {
  const withHousehold = (bedId: string, state: BedTonight): BedState => {
    const holder = holders.get(bedId);
    const household = holder && told.get(holder.placementId);
    return { ...state, household: holder && household ? { ...household, ...holder } : null };
  };
  return new Map([...tonight.beds].map(([bedId, state]) => [bedId, withHousehold(bedId, state)]));
}

function countsOf(states: readonly UnitState[]): Counts {
  const tonight = together(states.map((state) => state.tonight.sum));
  const today = { arrivals: sum(states, "arrivals"), departures: sum(states, "departures") };
  return { bedCount: tonight.open, freeTonight: tonight.free, overdueCount: tonight.overdue, tonight, today };
}

function sum(states: readonly UnitState[], of: keyof Movements): number {
  return states.reduce((all, { movements }) => all + movements[of], 0);
}
