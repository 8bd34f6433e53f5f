import type { Day } from "./day";

export const IMPORT_KINDS = ["facilities", "households", "stays"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The columns of each file: those every file has, and those that may be left out. Exports and templates have all of them. */
export const IMPORT_COLUMNS: Record<ImportKind, { required: readonly string[]; optional: readonly string[] }> = {
  facilities: {
    required: [
      "facility_id", "facility_name", "municipality", "kind", "unit_id", "unit_name", "letting", "bed_id", "bed_name",
      "opens_on", "closes_on", "gender_policy", "features",
    ],
    optional: ["flat", "bed_kind"],
  },
  households: {
    required: ["household_id", "person_id", "municipality", "given_name", "family_name", "birth_date", "gender", "role", "needs"],
    optional: ["member_from", "member_until"],
  },
  stays: {
    required: ["placement_id", "household_id", "person_id", "bed_id", "arrival", "exit", "actual_exit", "exit_reason", "destination"],
    optional: ["status", "actual_arrival", "unit_id", "municipality"],
  },
};

/** Members of whom no date is known have belonged to their household ever since. */
export const MEMBER_SINCE_EVER: Day = "1900-01-01";

/** At most so many refusals are listed one by one; all are counted. */
export const LISTED_REJECTIONS = 1000;

type Overlap = { from: Day; until: Day; otherRow?: number; other: string };

/** Why a row, or the whole file, is not taken; with the facts the sentence needs. Other records are named by the ids of the file. */
export type ImportRefusal =
  | { code: "wrong_encoding" }
  | { code: "malformed_csv" }
  | { code: "too_many_rows"; most: number }
  | { code: "missing_column"; column: string }
  | { code: "duplicate_column"; column: string }
  | { code: "wrong_cell_count"; expected: number; found: number }
  | { code: "missing_value" }
  | { code: "too_long" }
  | { code: "invalid_date" }
  | { code: "invalid_code"; allowed: readonly string[] }
  | { code: "invalid_list" }
  | { code: "exit_before_arrival" }
  | { code: "date_in_future" }
  | { code: "until_before_from" }
  | { code: "status_contradicts_dates"; status: string }
  | { code: "unknown_municipality" }
  | { code: "not_allowed" }
  | { code: "unknown_household"; id: string }
  | { code: "unknown_person"; id: string }
  | { code: "unknown_bed"; id: string }
  | { code: "unknown_unit"; id: string }
  | { code: "ambiguous_reference" }
  | { code: "duplicate"; otherRow: number }
  | { code: "differs_from_row"; otherRow: number }
  | { code: "unit_in_other_facility"; other: string }
  | { code: "bed_in_other_unit"; other: string }
  | { code: "name_taken"; otherRow?: number; other: string }
  | { code: "letting_in_use" }
  | { code: "bed_in_use"; from: Day; until: Day }
  | { code: "facility_incomplete" }
  | { code: "head_missing"; id: string }
  | { code: "several_heads"; id: string }
  | { code: "person_in_other_household"; otherRow?: number; other: string }
  | { code: "not_a_member"; person: string; household: string }
  | { code: "household_differs"; other: string }
  | { code: "bed_not_open"; opensOn: Day | null; closesOn: Day | null }
  | ({ code: "bed_taken"; bed: string; kind: "stay" | "offer" | "closure" | "turnaround" } & Overlap)
  | { code: "bed_occupied"; bed: string; otherRow?: number; other: string }
  | ({ code: "person_already_placed"; person: string } & Overlap)
  | { code: "group_rejected"; otherRow: number }
  | { code: "changed_meanwhile" };

/** A refusal and where it stands; row 1 is the header, as a spreadsheet counts. */
export type ImportRejection = { row: number; column: string | null } & ImportRefusal;
