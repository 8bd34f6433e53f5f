import type { Day } from "@/domain/day";
import { HEALTH_NEEDS } from "@/domain/people";
import type { Db } from "../client";
import { oneOfManyIds } from "./many-ids";
import { nameHashOf } from "../recognitions";
import { encrypt } from "../secret-columns";
import type { Cell } from "./copy";
import type { StagedRow } from "./session";
import { driverOf } from "../driver";

export type HouseholdFields = {
  household_id: string;
  person_id: string;
  municipality: string;
  given_name: string;
  family_name: string;
  birth_date: Day;
  gender: string;
  role: string;
  needs: readonly string[];
  member_from: Day | null;
  member_until: Day | null;
  /** Whether the file has the column: then an empty cell says that somebody is still a member. */
  statesUntil: boolean;
};

export const householdColumns = [
  "row", "valid", "group_key", "household_key", "person_key", "municipality_id", "given_name", "family_name", "birth_date", "gender", "role",
  "needs", "health_needs", "member_from", "member_until", "states_until", "name_hash", "new_household_id", "new_person_id", "new_membership_id",
] as const;

export async function createStagedHouseholds(db: Db): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_staged (
      row int NOT NULL, valid boolean NOT NULL, group_key text, household_key text, person_key text, municipality_id text, given_name text,
      family_name text, birth_date date, gender text, role text, needs text[], health_needs bytea, member_from date, member_until date,
      states_until boolean, name_hash text, new_household_id uuid, new_person_id uuid, new_membership_id uuid
    ) ON COMMIT DROP`;
}

export function householdCells({ row, group, fields }: StagedRow<HouseholdFields>): Cell[] {
  if (fields === null) return [row, false, group, ...householdColumns.slice(3).map(() => null)];
  const health = fields.needs.filter((need) => HEALTH_NEEDS.includes(need));
  return [
    row, true, group, fields.household_id, fields.person_id, fields.municipality, fields.given_name, fields.family_name, fields.birth_date,
    fields.gender, fields.role, fields.needs.filter((need) => !HEALTH_NEEDS.includes(need)),
    // Not even a temporary table sees them in the clear.
    health.length > 0 ? encrypt(JSON.stringify(health)) : null,
    fields.member_from, fields.member_until, fields.statesUntil,
    nameHashOf({ givenName: fields.given_name, familyName: fields.family_name, birthDate: fields.birth_date }), oneOfManyIds(), oneOfManyIds(), oneOfManyIds(),
  ];
}
