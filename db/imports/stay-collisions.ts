import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/**
 * Rows of the file that want the same bed, or the same person, on the same night; both are named. One pass over the rows in order
 * of arrival: whoever arrives before the latest exit so far collides with the row that has it. Day and row number travel in one number.
 */
export async function checkCollisionsInFile({ db }: ImportSession, by: "bed" | "person"): Promise<void> {
  const sql = driverOf(db);
  const owner = sql(`${by}_id`);
  const facts = by === "bed" ? sql`'bed', i.bed_key, 'kind', 'stay'` : sql`'person', i.person_key`;
  await sql`
    WITH marked AS (
      SELECT row, arrival, max((until - DATE '1900-01-01')::bigint << 32 | row) OVER (
        PARTITION BY ${owner} ORDER BY arrival, row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
      FROM import_row WHERE usable AND takes_place AND until > arrival),
    pair AS (SELECT row AS later, (latest & 4294967295)::int AS earlier FROM marked WHERE DATE '1900-01-01' + (latest >> 32)::int > arrival),
    named AS (SELECT later AS row, earlier AS other FROM pair UNION SELECT earlier, min(later) FROM pair GROUP BY earlier)
    INSERT INTO import_rejection
    SELECT i.row, ${`${by}_id`}, ${by === "bed" ? "bed_taken" : "person_already_placed"}, jsonb_build_object(
      ${facts}, 'otherRow', o.row, 'other', o.placement_key, 'from', greatest(i.arrival, o.arrival), 'until', least(i.until, o.until))
    FROM named n JOIN import_row i ON i.row = n.row JOIN import_row o ON o.row = n.other`;
}

/** Two placements of the file in one unit let whole, whatever beds they name. Each stands for its first row. */
export async function checkWholeUnitsInFile({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    WITH held AS (
      SELECT placement_id, unit_id, min(row) AS row, min(arrival) AS arrival, max(until) AS until, bool_and(state = 'same') AS is_same
      FROM import_row WHERE usable AND takes_place AND whole_unit GROUP BY placement_id, unit_id),
    marked AS (
      SELECT row, arrival, until, max((until - DATE '1900-01-01')::bigint << 32 | row) OVER (
        PARTITION BY unit_id ORDER BY arrival, row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
      FROM held WHERE until > arrival),
    pair AS (SELECT row AS later, (latest & 4294967295)::int AS earlier FROM marked WHERE DATE '1900-01-01' + (latest >> 32)::int > arrival),
    named AS (SELECT later AS row, earlier AS other FROM pair UNION SELECT earlier, min(later) FROM pair GROUP BY earlier)
    INSERT INTO import_rejection
    SELECT i.row, 'bed_id', 'bed_taken', jsonb_build_object('bed', i.bed_key, 'kind', 'stay', 'otherRow', n.other, 'other', o.placement_key,
      'from', greatest(h.arrival, g.arrival), 'until', least(h.until, g.until))
    FROM named n JOIN import_row i ON i.row = n.row JOIN import_row o ON o.row = n.other
    JOIN held h ON h.row = n.row JOIN held g ON g.row = n.other WHERE NOT (h.is_same AND g.is_same)`;
}

/** Two people who have not left one bed, or one person who has not left two. */
export async function checkTwiceInHouse({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    WITH paired AS (
      SELECT row, arrival, until, bed_key, person_key,
        coalesce(lag(row) OVER bed, lead(row) OVER bed) AS same_bed, coalesce(lag(row) OVER person, lead(row) OVER person) AS same_person
      FROM import_row WHERE usable AND status = 'in_house'
      WINDOW bed AS (PARTITION BY bed_id ORDER BY arrival, row), person AS (PARTITION BY person_id ORDER BY arrival, row))
    INSERT INTO import_rejection
    SELECT p.row, 'bed_id', 'bed_occupied', jsonb_build_object('bed', p.bed_key, 'otherRow', o.row, 'other', o.placement_key)
    FROM paired p JOIN import_row o ON o.row = p.same_bed
    UNION ALL
    SELECT p.row, 'person_id', 'person_already_placed', jsonb_build_object(
      'person', p.person_key, 'otherRow', o.row, 'other', o.placement_key, 'from', greatest(p.arrival, o.arrival), 'until', least(p.until, o.until))
    FROM paired p JOIN import_row o ON o.row = p.same_person`;
}
