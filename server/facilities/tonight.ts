import "server-only";
import type { Db } from "@/db/client";
import { type ClosureRecord, findClosures } from "@/db/closures";
import { type FacilityRecord, findFacilities, findFacility, findUnitRecords, type UnitRecord } from "@/db/facilities";
import { occupancyOf } from "@/db/occupancy";
import { findUnits } from "@/db/units";
import { vacancyOf } from "@/domain/availability";
import { isOverdue, type Occupancy } from "@/domain/blocks";
import { addDays, type Day } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import { NO_TURNAROUND } from "@/domain/turnaround";
import { requireIn } from "../guard";

export type BedTonight = { tonight: "free" | "taken" | "closed" | "not_open" | "awaits_departure" | "overdue"; until: Day | null };

export type FacilityLine = FacilityRecord & { bedCount: number; freeTonight: number; overdueCount: number };

/** A page of facilities, one more than asked, with tonight's free beds. */
export async function listFacilities(db: Db, query: { municipality: string; limit: number; cursor?: string }, today: Day): Promise<FacilityLine[]> {
  requireIn(db, "inventory.read", query.municipality);
  const facilities = await findFacilities(db, { municipality: query.municipality, after: query.cursor, limit: query.limit + 1 });
  const units = await findUnits(db, { municipality: query.municipality });
  const occupancy = await occupancyOf(db, units, tonight(today), today);
  return facilities.map((facility) => {
    const states = units.filter(({ facilityId }) => facilityId === facility.id).flatMap((unit) => [...bedsTonight(unit, occupancy, today).values()]);
    const free = states.filter((state) => state.tonight === "free" || state.tonight === "awaits_departure").length;
    return { ...facility, bedCount: states.filter((state) => state.tonight !== "not_open").length, freeTonight: free, overdueCount: states.filter((state) => state.tonight === "overdue").length };
  });
}

export type FacilityPage = FacilityLine & { units: (UnitRecord & { tonight: Map<string, BedTonight> })[]; closures: ClosureRecord[] };

/** A facility with its units and beds as they are tonight, and the closures that are not over. */
export async function readFacility(db: Db, id: string, today: Day): Promise<FacilityPage> {
  const facility = await findFacility(db, id);
  requireIn(db, "inventory.read", facility.municipality);
  const [records, units] = [await findUnitRecords(db, { facilityId: id }), await findUnits(db, { facilityId: id })];
  const occupancy = await occupancyOf(db, units, tonight(today), today);
  const states = new Map(units.map((unit) => [unit.id, bedsTonight(unit, occupancy, today)]));
  const all = [...states.values()].flatMap((beds) => [...beds.values()]);
  return {
    ...facility,
    bedCount: all.filter((state) => state.tonight !== "not_open").length,
    freeTonight: all.filter((state) => state.tonight === "free" || state.tonight === "awaits_departure").length,
    overdueCount: all.filter((state) => state.tonight === "overdue").length,
    units: records.map((unit) => ({ ...unit, tonight: states.get(unit.id) ?? new Map() })),
    closures: await findClosures(db, id, today),
  };
}

function tonight(today: Day) {
  return { from: today, until: addDays(today, 1) };
}

/** Free by the same function as search and booking; the others with what holds them. */
function bedsTonight(unit: Unit, occupancy: Occupancy, today: Day): Map<string, BedTonight> {
  const vacancy = vacancyOf(unit, occupancy, { nights: tonight(today), turnaround: NO_TURNAROUND });
  const state = (bedId: string): BedTonight => {
    const free = vacancy.free.find(({ id }) => id === bedId);
    if (free) return { tonight: free.awaitsDeparture ? "awaits_departure" : "free", until: null };
    if (vacancy.notOpen.some(({ id }) => id === bedId)) return { tonight: "not_open", until: null };
    const blocks = vacancy.blockedBy.filter((block) => block.bedId === bedId);
    const until = blocks.map((block) => block.until).sort().at(-1) ?? null;
    if (occupancy.inHouse.some((stay) => stay.bedId === bedId && isOverdue(stay, today))) return { tonight: "overdue", until: null };
    return { tonight: blocks.length > 0 && blocks.every(({ kind }) => kind === "closure") ? "closed" : "taken", until };
  };
  return new Map(unit.beds.map(({ id }) => [id, state(id)]));
}
