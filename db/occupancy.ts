import { eq, inArray } from "drizzle-orm";
import { type Block, expectedExit, type InHouse, type Occupancy } from "@/domain/blocks";
import { addDays, type Day, type Period } from "@/domain/day";
import type { Occupant } from "@/domain/eligibility";
import type { Gender } from "@/domain/people";
import { effectiveTurnaround, type Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { municipalHolidays } from "./holidays";
import { driverOf } from "./driver";
import { facility, unit } from "./schema/facilities";
import { toTurnaround } from "./units";

/** Longest turnaround that may reach into a window from before or out of it, in days: the API takes at most 30 working days. */
const TURNAROUND_REACH = 120;

/**
 * What blocks these beds on and after `window.from`, up to its end and what follows within a turnaround; without an end: all that is
 * ahead. Asked at every search: through the driver, with the beds as one value, the statement is prepared once for a connection.
 * `reach`: how many days after the window matter; none to who only looks and seeks no place with its turnaround.
 */
export async function blocksDuring(db: Db, bedIds: readonly string[], window: { from: Day; until: Day | null }, reach = TURNAROUND_REACH): Promise<Block[]> {
  if (bedIds.length === 0) return [];
  const until = window.until === null ? null : addDays(window.until, reach);
  // Day columns, not ranges: under row-level security `&&` would not use the index. Expiry is read, not awaited.
  return driverOf(db)<Block[]>`
    SELECT bed_id AS "bedId", kind, coalesce(stay_id, closure_id, offer_id, placement_id, id) AS "recordId", placement_id AS "placementId", from_day AS from, until_day AS until
    FROM bed_block
    WHERE bed_id = ANY (${[...bedIds]}::uuid[]) AND until_day > ${window.from}::date AND from_day < coalesce(${until}::date, 'infinity')
      AND (kind <> 'offer' OR expires_at > clock_timestamp())`;
}

type StayInUnit = {
  unit_id: string; bed_id: string; stay_id: string; placement_id: string; household_id: string; status: string; arrival: Day; exit: Day;
  placement_turnaround: number | null; placement_working: boolean | null; rule_turnaround: number | null; rule_working: boolean | null; birth_date: Day; gender: Gender;
};

/** Through one reviewed function: whether a bed is free must not depend on which households the reader may see. */
async function staysInUnits(db: Db, unitIds: readonly string[], nights: Period): Promise<StayInUnit[]> {
  if (unitIds.length === 0) return [];
  return driverOf(db)<StayInUnit[]>`SELECT * FROM stays_in_units(${[...unitIds]}::uuid[], ${nights.from}::date, ${nights.until}::date)`;
}

/** Whoever is in these units and has not left. */
export async function inHouseIn(db: Db, unitIds: readonly string[]): Promise<InHouse[]> {
  // An empty period has no other stays in it.
  const rows = (await staysInUnits(db, unitIds, { from: "2000-01-01", until: "2000-01-01" })).filter(isInHouse);
  const facilities = await facilityTurnarounds(db, rows.map((row) => row.unit_id));
  return rows.map((row) => toInHouse(row, facilities.get(row.unit_id)));
}

function isInHouse({ status }: StayInUnit): boolean {
  return status === "in_house";
}

function toInHouse(row: StayInUnit, ofFacility: Turnaround | null | undefined): InHouse {
  const turnaround = effectiveTurnaround(
    toTurnaround({ turnaroundDays: row.placement_turnaround, turnaroundWorking: row.placement_working }),
    ofFacility,
    toTurnaround({ turnaroundDays: row.rule_turnaround, turnaroundWorking: row.rule_working }),
  );
  return { bedId: row.bed_id, stayId: row.stay_id, placementId: row.placement_id, arrival: row.arrival, exit: row.exit, turnaround };
}

async function facilityTurnarounds(db: Db, unitIds: readonly string[]): Promise<Map<string, Turnaround | null>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db.drizzle.select({ unitId: unit.id, facility }).from(unit).innerJoin(facility, eq(facility.id, unit.facilityId)).where(inArray(unit.id, [...unitIds]));
  return new Map(rows.map((row) => [row.unitId, toTurnaround(row.facility)]));
}

export type UnitBeds = { id: string; municipality: string; turnaround: Turnaround | null; beds: readonly { id: string }[] };

export type OccupantRow = Occupant & { unitId: string; householdId: string };

export type Asked = { window: { from: Day; until: Day | null }; nights: Period; reach?: number };

/**
 * All of these units of one municipality: what blocks their beds in the window, whoever is in house, and who sleeps there, or will, in
 * some of the nights (for minors, and for who would share).
 */
export async function stateOfUnits(db: Db, units: readonly UnitBeds[], { window, nights, reach }: Asked, today: Day): Promise<{ occupancy: Occupancy; occupants: OccupantRow[] }> {
  const [first] = units;
  const [holidays, stays, blocks] = await Promise.all([
    first ? municipalHolidays(db, first.municipality) : new Set<Day>(),
    staysInUnits(db, units.map(({ id }) => id), nights),
    blocksDuring(db, units.flatMap(({ beds }) => beds.map(({ id }) => id)), window, reach),
  ]);
  const turnarounds = new Map(units.map(({ id, turnaround }) => [id, turnaround]));
  const inHouse = stays.filter(isInHouse).map((row) => toInHouse(row, turnarounds.get(row.unit_id)));
  return { occupancy: { blocks, inHouse, today, holidays }, occupants: stays.filter(({ arrival }) => arrival < nights.until).map((row) => toOccupant(row, today)) };
}

function toOccupant(row: StayInUnit, today: Day): OccupantRow {
  const until = isInHouse(row) ? expectedExit(row, today) : row.exit;
  return { unitId: row.unit_id, householdId: row.household_id, birthDate: row.birth_date, gender: row.gender, nights: { from: row.arrival, until } };
}

/** Blocks and people in house, where nobody is to join them. `reach` as for blocksDuring. */
export async function occupancyOf(db: Db, units: readonly UnitBeds[], window: Asked["window"], today: Day, reach?: number): Promise<Occupancy> {
  return (await stateOfUnits(db, units, { window, nights: { from: window.from, until: window.from }, reach }, today)).occupancy;
}
