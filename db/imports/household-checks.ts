import { LISTED_REJECTIONS } from "@/domain/imports";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** One person, one household at a time; the same person told the same way in every row. */
export async function checkPersonsInFile({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO import_rejection
    SELECT i.row, 'person_id', 'differs_from_row', jsonb_build_object('otherRow', f.row)
    FROM import_row i JOIN import_row f ON f.row = i.first_row_of_person
    WHERE i.usable AND i.row <> f.row
      AND (i.given_name, i.family_name, i.birth_date, i.gender) IS DISTINCT FROM (f.given_name, f.family_name, f.birth_date, f.gender)`;
  // Only people with several rows are compared with each other: there are few.
  await sql`
    WITH repeated AS (
      SELECT row, state, person_id, household_id, household_key, from_day, coalesce(until_day, 'infinity') AS until_day
      FROM (SELECT *, count(*) OVER (PARTITION BY person_id) AS times FROM import_row WHERE usable) counted WHERE times > 1)
    INSERT INTO import_rejection
    SELECT DISTINCT ON (a.row) a.row, 'person_id', CASE WHEN a.household_id = b.household_id THEN 'duplicate' ELSE 'person_in_other_household' END,
      CASE WHEN a.household_id = b.household_id THEN jsonb_build_object('otherRow', b.row) ELSE jsonb_build_object('otherRow', b.row, 'other', b.household_key) END
    FROM repeated a JOIN repeated b ON b.person_id = a.person_id AND b.row <> a.row AND (a.state <> 'same' OR b.state <> 'same') AND (
      a.household_id = b.household_id AND a.from_day = b.from_day OR a.from_day < b.until_day AND b.from_day < a.until_day)
    ORDER BY a.row, b.row LIMIT ${LISTED_REJECTIONS * 100}`;
}

/** Rows against memberships the file does not speak of. */
export async function checkStoredMemberships({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT DISTINCT ON (i.row) i.row, 'household_id', 'person_in_other_household', jsonb_build_object('other', coalesce(h.external_id, h.id::text))
    FROM import_row i JOIN membership m ON m.person_id = i.person_id JOIN household h ON h.id = m.household_id
    WHERE i.usable AND NOT i.rejected AND NOT i.person_is_new AND i.state <> 'same' AND m.id IS DISTINCT FROM i.stored_membership_id
      AND m.from_day < coalesce(i.until_day, 'infinity') AND coalesce(m.until_day, 'infinity') > i.from_day
      AND NOT EXISTS (SELECT FROM import_row o WHERE o.stored_membership_id = m.id AND NOT o.rejected)
    ORDER BY i.row, m.from_day DESC`;
}

/** Exactly one head among the members of today, the file's and those already known together; none only where the head has left. */
export async function checkHeads({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_heads ON COMMIT DROP AS
    SELECT household_id, count(*) FILTER (WHERE is_head) AS ever, count(*) FILTER (WHERE is_head AND until_day IS NULL) AS heads FROM (
      SELECT household_id, role = 'head' AS is_head, until_day FROM import_row WHERE usable
      UNION ALL
      SELECT m.household_id, m.role = 'head', m.until_day FROM import_home h JOIN membership m ON m.household_id = h.household_id
      WHERE NOT h.household_is_new AND NOT EXISTS (SELECT FROM import_row i WHERE i.stored_membership_id = m.id)
    ) member GROUP BY household_id HAVING count(*) FILTER (WHERE is_head) = 0 OR count(*) FILTER (WHERE is_head AND until_day IS NULL) > 1`;
  await sql`
    INSERT INTO import_rejection
    SELECT first_row, 'role', 'head_missing', jsonb_build_object('id', household_key) FROM import_home JOIN import_heads USING (household_id) WHERE ever = 0
    UNION ALL
    SELECT row, 'role', 'several_heads', jsonb_build_object('id', household_key) FROM import_row JOIN import_heads USING (household_id)
    WHERE heads > 1 AND usable AND until_day IS NULL AND role = 'head'`;
}
