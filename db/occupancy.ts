import { and, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import { type Block, expectedExit, type InHouse, type Occupancy } from "@/domain/blocks";
import { addDays, type Day, type Period } from "@/domain/day";
import type { Occupant } from "@/domain/eligibility";
import { effectiveTurnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { municipalHolidays } from "./holidays";
import { facility, unit } from "./schema/facilities";
import { person } from "./schema/households";
import { bedBlock, placement, stay, stayRule } from "./schema/placements";
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

/** Whoever is in these units and has not left. */
export async function inHouseIn(db: Db, unitIds: readonly string[]): Promise<InHouse[]> {
  if (unitIds.length === 0) return [];
  const rows = await db.drizzle
    .select({ stay, placement, facility, rule: stayRule })
    .from(stay)
    .innerJoin(placement, eq(placement.id, stay.placementId))
    .innerJoin(unit, eq(unit.id, stay.unitId))
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .leftJoin(stayRule, eq(stayRule.id, placement.ruleId))
    .where(and(inArray(stay.unitId, [...unitIds]), eq(stay.status, "in_house")));
  return rows.map((row) => ({
    bedId: row.stay.bedId ?? "",
    stayId: row.stay.id,
    placementId: row.placement.id,
    arrival: row.stay.arrival,
    exit: row.stay.exit,
    turnaround: effectiveTurnaround(toTurnaround(row.placement), toTurnaround(row.facility), row.rule && toTurnaround(row.rule)),
  }));
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
  if (unitIds.length === 0) return [];
  const rows = await db.drizzle
    .select({ unitId: stay.unitId, householdId: placement.householdId, status: stay.status, arrival: stay.arrival, exit: stay.exit, birthDate: person.birthDate, gender: person.gender })
    .from(stay)
    .innerJoin(placement, eq(placement.id, stay.placementId))
    .innerJoin(person, eq(person.id, stay.personId))
    .where(
      and(
        inArray(stay.unitId, [...unitIds]),
        inArray(stay.status, ["planned", "in_house", "ended"]),
        lt(stay.arrival, nights.until),
        or(gt(stay.exit, nights.from), eq(stay.status, "in_house")),
      ),
    );
  return rows.map(({ status, arrival, exit, ...who }) => ({
    ...who,
    nights: { from: arrival, until: status === "in_house" ? expectedExit({ exit }, today) : exit },
  }));
}
