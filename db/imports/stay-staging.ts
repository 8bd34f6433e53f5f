import type { Day } from "@/domain/day";
import type { PlacementStatus } from "@/domain/placement";
import type { Db } from "../client";
import { oneOfManyIds } from "./many-ids";
import type { Cell } from "./copy";
import type { StagedRow } from "./session";
import { driverOf } from "../driver";

export type StayFields = {
  placement_id: string;
  household_id: string;
  person_id: string;
  bed_id: string | null;
  unit_id: string | null;
  municipality: string | null;
  status: PlacementStatus;
  arrival: Day;
  exit: Day;
  planned_exit: Day;
  exit_reason: string | null;
  destination: string | null;
};

export const stayColumns = [
  "row", "valid", "group_key", "placement_key", "household_key", "person_key", "bed_key", "unit_key", "municipality_key", "status", "arrival", "exit",
  "planned_exit", "reason", "destination", "new_placement_id", "new_stay_id", "new_block_id",
] as const;

export async function createStagedStays(db: Db): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_staged (
      row int NOT NULL, valid boolean NOT NULL, group_key text, placement_key text, household_key text, person_key text, bed_key text,
      unit_key text,       municipality_key text, status text, arrival date, exit date, planned_exit date, reason text, destination text,
      new_placement_id uuid, new_stay_id uuid, new_block_id uuid
    ) ON COMMIT DROP`;
}

export function stayCells({ row, group, fields }: StagedRow<StayFields>): Cell[] {
  if (fields === null) return [row, false, group, ...stayColumns.slice(3).map(() => null)];
  return [
    row, true, group, fields.placement_id, fields.household_id, fields.person_id, fields.bed_id, fields.unit_id, fields.municipality, fields.status,
    fields.arrival, fields.exit, fields.planned_exit, fields.exit_reason, fields.destination, oneOfManyIds(), oneOfManyIds(), oneOfManyIds(),
  ];
}
