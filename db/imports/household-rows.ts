import { MEMBER_SINCE_EVER } from "@/domain/imports";
import { findReferences } from "./references";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Makes `import_row`: each row with the household, person and membership it is about, and whether it changes any of them. */
export async function resolveHouseholds(session: ImportSession): Promise<void> {
  await driverOf(session.db)`ANALYZE import_staged`;
  await findReferences(session.db, "household");
  await findReferences(session.db, "person");
  await joinKnown(session);
}

async function joinKnown({ db, allowed }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_row ON COMMIT DROP AS
    SELECT j.*, false AS rejected, m.id AS stored_membership_id,
      coalesce(m.from_day, j.member_from, ${MEMBER_SINCE_EVER}::date) AS from_day,
      CASE WHEN j.states_until THEN j.member_until ELSE m.until_day END AS until_day,
      CASE WHEN j.person_is_new OR m.id IS NULL THEN 'new' ELSE 'same' END AS state
    FROM (
      SELECT s.*, coalesce(h.id, first_value(s.new_household_id) OVER of_household) AS household_id, h.id IS NULL AS household_is_new,
        coalesce(p.id, first_value(s.new_person_id) OVER of_person) AS person_id, p.id IS NULL AS person_is_new,
        min(s.row) OVER of_household AS first_row, min(s.row) OVER of_person AS first_row_of_person,
        s.valid AND (${allowed === null} OR s.municipality_id = ANY (${allowed ?? []}::text[])) AND c.code IS NOT NULL AS usable, c.code IS NOT NULL AS municipality_known
      FROM import_staged s
      LEFT JOIN municipality c ON c.code = s.municipality_id
      LEFT JOIN import_household h ON h.key = s.household_key AND h.municipality_id = s.municipality_id
      LEFT JOIN import_person p ON p.key = s.person_key AND p.municipality_id = s.municipality_id
      WINDOW of_household AS (PARTITION BY s.municipality_id, s.household_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
        of_person AS (PARTITION BY s.municipality_id, s.person_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) j
    LEFT JOIN LATERAL (
      SELECT * FROM membership m WHERE NOT j.person_is_new AND m.person_id = j.person_id AND m.household_id = j.household_id
        AND (j.member_from IS NULL OR m.from_day = j.member_from)
      ORDER BY m.until_day IS NOT DISTINCT FROM j.member_until DESC, m.from_day DESC LIMIT 1) m ON true`;
  await sql`ANALYZE import_row`;
}
