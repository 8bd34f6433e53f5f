import type { Day } from "@/domain/day";
import type { Db } from "../client";
import { oneOfManyIds } from "./many-ids";
import type { Cell } from "./copy";
import type { StagedRow } from "./session";
import { driverOf } from "../driver";

export type FacilityFields = {
  facility_id: string;
  facility_name: string;
  municipality: string;
  kind: string;
  unit_id: string;
  unit_name: string;
  letting: string;
  bed_id: string;
  bed_name: string;
  opens_on: Day;
  closes_on: Day | null;
  gender_policy: string | null;
  features: readonly string[];
  flat: string | null;
  bed_kind: string | null;
  /** Whether the file has these columns: without them flats and kinds of beds stay as they are. */
  statesFlat: boolean;
  statesBedKind: boolean;
};

export const facilityColumns = [
  "row", "valid", "group_key", "facility_key", "facility_name", "municipality_id", "kind", "unit_key", "unit_name", "letting", "bed_key", "bed_name",
  "opens_on", "closes_on", "gender_policy", "features", "flat", "bed_kind", "states_flat", "states_bed_kind", "new_facility_id", "new_unit_id",
  "new_bed_id", "new_flat_id",
] as const;

export async function createStagedFacilities(db: Db): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_staged (
      row int NOT NULL, valid boolean NOT NULL, group_key text, facility_key text, facility_name text, municipality_id text, kind text, unit_key text,
      unit_name text, letting text, bed_key text, bed_name text, opens_on date, closes_on date, gender_policy text, features text[], flat text,
      bed_kind text, states_flat boolean, states_bed_kind boolean, new_facility_id uuid, new_unit_id uuid, new_bed_id uuid, new_flat_id uuid
    ) ON COMMIT DROP`;
}

/** Beds stand for themselves: one that is refused keeps no other out. */
export function facilityCells({ row, fields }: StagedRow<FacilityFields>): Cell[] {
  if (fields === null) return [row, false, ...facilityColumns.slice(2).map(() => null)];
  return [
    row, true, null, fields.facility_id, fields.facility_name, fields.municipality, fields.kind, fields.unit_id, fields.unit_name, fields.letting,
    fields.bed_id, fields.bed_name, fields.opens_on, fields.closes_on, fields.gender_policy, fields.features, fields.flat, fields.bed_kind,
    fields.statesFlat, fields.statesBedKind, oneOfManyIds(), oneOfManyIds(), oneOfManyIds(), oneOfManyIds(),
  ];
}
