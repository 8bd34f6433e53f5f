import type { Day, Period } from "@/domain/day";
import type { ClosureReason } from "@/domain/housing";
import type { PlacementStatus } from "@/domain/placement";
import type { Db } from "./client";
import { driverOf } from "./driver";
import { householdCode } from "./placements";

export type StayOnBoard = { personId: string; birthDate: Day };

export type PlacementOnBoard = {
  id: string; version: number; householdId: string; householdCode: string; status: PlacementStatus;
  arrival: Day; exit: Day; latestExit: Day | null; stays: StayOnBoard[];
};

type PlacementRow = Omit<PlacementOnBoard, "householdCode" | "stays"> & { number: number };
type StayRow = StayOnBoard & { placementId: string };

/**
 * Those of these placements that the actor finds, by id, with the people of their stays. Many at once: the ids are one value, so that
 * the statements are prepared once for a connection, and each row is found by an index however much history there is.
 */
export async function placementsOnBoard(db: Db, ids: readonly string[]): Promise<Map<string, PlacementOnBoard>> {
  if (ids.length === 0) return new Map();
  const sql = driverOf(db);
  const [rows, stays] = await Promise.all([
    sql<PlacementRow[]>`
      SELECT p.id, p.version, p.household_id AS "householdId", h.number, p.status, p.arrival, p.exit, p.latest_exit AS "latestExit"
      FROM placement p JOIN household h ON h.id = p.household_id WHERE p.id = ANY (${[...ids]}::uuid[])`,
    sql<StayRow[]>`
      SELECT s.placement_id AS "placementId", s.person_id AS "personId", i.birth_date AS "birthDate"
      FROM stay s JOIN person i ON i.id = s.person_id WHERE s.placement_id = ANY (${[...ids]}::uuid[]) AND s.status NOT IN ('cancelled', 'no_show')`,
  ]);
  const found = new Map(rows.map(({ number, ...row }): [string, PlacementOnBoard] => [row.id, { ...row, householdCode: householdCode(number), stays: [] }]));
  for (const { placementId, ...stay } of stays) found.get(placementId)?.stays.push(stay);
  return found;
}

export type ClosureOnBoard = { id: string; reason: ClosureReason } & Period;

/** These closures, in order of their days. */
export async function closuresOnBoard(db: Db, ids: readonly string[]): Promise<ClosureOnBoard[]> {
  if (ids.length === 0) return [];
  return driverOf(db)<ClosureOnBoard[]>`SELECT id, reason, from_day AS from, until_day AS until FROM closure WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY from_day, id`;
}
