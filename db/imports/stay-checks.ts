import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Names the file uses and nobody knows, or too many answer to. */
export async function checkStayReferences({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO import_rejection
    SELECT row, 'household_id', 'unknown_household', jsonb_build_object('id', household_key) FROM import_row WHERE valid AND household_id IS NULL
    UNION ALL
    SELECT row, 'person_id', 'unknown_person', jsonb_build_object('id', person_key) FROM import_row WHERE valid AND person_id IS NULL
      AND (household_id IS NOT NULL OR NOT EXISTS (SELECT FROM import_person p WHERE p.key = person_key))
    UNION ALL
    SELECT row, 'bed_id', 'unknown_bed', jsonb_build_object('id', bed_key) FROM import_row WHERE valid AND bed_key IS NOT NULL AND bed_id IS NULL
      AND (household_id IS NOT NULL OR NOT EXISTS (SELECT FROM import_bed b WHERE b.key = bed_key))
    UNION ALL
    SELECT row, 'unit_id', 'unknown_unit', jsonb_build_object('id', unit_key) FROM import_row WHERE valid AND bed_key IS NULL AND unit_id IS NULL
    UNION ALL
    SELECT row, 'household_id', 'ambiguous_reference', '{}' FROM import_row WHERE valid AND choices > 1`;
}

/** What the rows of one placement have to agree on, with each other and with what is stored. */
export async function checkStayGroups({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO import_rejection
    SELECT i.row, 'person_id', 'not_a_member', jsonb_build_object('person', i.person_key, 'household', i.household_key)
    FROM import_row i WHERE i.usable AND i.state <> 'same'
      AND NOT EXISTS (SELECT FROM membership m WHERE m.household_id = i.household_id AND m.person_id = i.person_id)`;
  await sql`
    INSERT INTO import_rejection
    SELECT i.row, 'household_id', 'household_differs', jsonb_build_object('other', coalesce(h.external_id, h.id::text))
    FROM import_row i JOIN import_row f ON f.row = i.first_row
    LEFT JOIN placement p ON p.id = i.placement_id AND NOT i.placement_is_new
    JOIN household h ON h.id = coalesce(p.household_id, f.household_id)
    WHERE i.usable AND f.usable AND h.id <> i.household_id`;
  await sql`
    INSERT INTO import_rejection
    SELECT row, NULL, 'duplicate', jsonb_build_object('otherRow', first) FROM (
      SELECT row, state, min(row) OVER (PARTITION BY placement_id, person_id, bed_id, arrival, exit, status) AS first FROM import_row WHERE usable) repeated
    WHERE row <> first AND state <> 'same'`;
}

/** An exit on the first closed day is fine, an arrival on it is not. */
export async function checkOpening({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT row, 'bed_id', 'bed_not_open', jsonb_build_object('opensOn', opens_on, 'closesOn', closes_on)
    FROM import_row
    WHERE usable AND state <> 'same' AND takes_place AND (arrival < opens_on OR exit > closes_on OR arrival >= closes_on)`;
}
