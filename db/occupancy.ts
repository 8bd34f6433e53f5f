import { and, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import { type Block, expectedExit, type InHouse, type Occupancy } from "@/domain/blocks";
import { addDays, type Day, type Period } from "@/domain/day";
import type { Occupant } from "@/domain/eligibility";
import type { Gender } from "@/domain/people";
import { effectiveTurnaround, type Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { municipalHolidays } from "./holidays";
import { facility, unit } from "./schema/facilities";
import { bedBlock } from "./schema/placements";
import { toTurnaround } from "./units";

/** Longest turnaround that may reach into a window from before or out of it, in days: the API takes at most 30 working days. */
const TURNAROUND_REACH = 120;

/** What blocks these beds on and after `window.from`, up to its end and what follows within a turnaround; without an end: all that is ahead. */
export async function blocksDuring(db: Db, bedIds: readonly string[], window: { from: Day; until: Day | null }): Promise<Block[]> {
  if (bedIds.length === 0) return [];
  const rows = await db.drizzle
    .select()
    .from(bedBlock)
    .where(
      and(
        // Day columns, not ranges: under row-level security `&&` would not use the index.
        inArray(bedBlock.bedId, [...bedIds]),
        gt(bedBlock.until, window.from),
        window.until === null ? undefined : lt(bedBlock.from, addDays(window.until, TURNAROUND_REACH)),
        // Expiry is read, not awaited.
        or(ne(bedBlock.kind, "offer"), gt(bedBlock.expiresAt, sql`clock_timestamp()`)),
      ),
    );
  return rows.map(toBlock);
}

export function toBlock(row: typeof bedBlock.$inferSelect): Block {
  const recordId = row.stayId ?? row.closureId ?? row.offerId ?? row.placementId ?? row.id;
  return { bedId: row.bedId, kind: row.kind, recordId, placementId: row.placementId, from: row.from, until: row.until };
}

type StayInUnit = {
  unit_id: string; bed_id: string; stay_id: string; placement_id: string; household_id: string; status: string; arrival: Day; exit: Day;
  placement_turnaround: number | null; placement_working: boolean | null; rule_turnaround: number | null; rule_working: boolean | null; birth_date: Day; gender: Gender;
};

/** Through one reviewed function: whether a bed is free must not depend on which households the reader may see. */
async function staysInUnits(db: Db, unitIds: readonly string[], nights: Period): Promise<StayInUnit[]> {
  if (unitIds.length === 0) return [];
  const ids = sql.join(unitIds.map((id) => sql`${id}`), sql`, `);
  const rows = await db.drizzle.execute<StayInUnit>(sql`SELECT * FROM stays_in_units(ARRAY[${ids}]::uuid[], ${nights.from}::date, ${nights.until}::date)`);
  return [...rows];
}

/** Whoever is in these units and has not left. */
export async function inHouseIn(db: Db, unitIds: readonly string[]): Promise<InHouse[]> {
  // An empty period has no other stays in it.
  const rows = (await staysInUnits(db, unitIds, { from: "2000-01-01", until: "2000-01-01" })).filter(({ status }) => status === "in_house");
  const facilities = await facilityTurnarounds(db, rows.map((row) => row.unit_id));
  return rows.map((row) => ({
    bedId: row.bed_id,
    stayId: row.stay_id,
    placementId: row.placement_id,
    arrival: row.arrival,
    exit: row.exit,
    turnaround: effectiveTurnaround(
      toTurnaround({ turnaroundDays: row.placement_turnaround, turnaroundWorking: row.placement_working }),
      facilities.get(row.unit_id),
      toTurnaround({ turnaroundDays: row.rule_turnaround, turnaroundWorking: row.rule_working }),
    ),
  }));
}

async function facilityTurnarounds(db: Db, unitIds: readonly string[]): Promise<Map<string, Turnaround | null>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db.drizzle.select({ unitId: unit.id, facility }).from(unit).innerJoin(facility, eq(facility.id, unit.facilityId)).where(inArray(unit.id, [...unitIds]));
  return new Map(rows.map((row) => [row.unitId, toTurnaround(row.facility)]));
}

export type UnitBeds = { id: string; municipality: string; beds: readonly { id: string }[] };

/** Blocks and people in house of all these units of one municipality. */
export async function occupancyOf(db: Db, units: readonly UnitBeds[], window: { from: Day; until: Day | null }, today: Day): Promise<Occupancy> {
  const [first] = units;
  const [blocks, inHouse, holidays] = await Promise.all([
    blocksDuring(db, units.flatMap(({ beds }) => beds.map(({ id }) => id)), window),
    inHouseIn(db, units.map(({ id }) => id)),
    first ? municipalHolidays(db, first.municipality) : new Set<Day>(),
  ]);
  return { blocks, inHouse, today, holidays };
}

export type OccupantRow = Occupant & { unitId: string; householdId: string };

/** Who sleeps, or will, in these units in some of the nights: for minors, and for who would share. */
export async function occupantsOf(db: Db, unitIds: readonly string[], nights: Period, today: Day): Promise<OccupantRow[]> {
  const rows = await staysInUnits(db, unitIds, nights);
  return rows
    .filter(({ arrival }) => arrival < nights.until)
    .map((row) => ({
      unitId: row.unit_id,
      householdId: row.household_id,
      birthDate: row.birth_date,
      gender: row.gender,
      nights: { from: row.arrival, until: row.status === "in_house" ? expectedExit(row, today) : row.exit },
    }));
}
