import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Stays that stay as they are stored: those the file does not change. */
const UNTOUCHED = `NOT EXISTS (SELECT FROM import_row o WHERE o.stored_stay_id = st.id AND NOT o.rejected)`;
/** Those too whose row says the same again: whether overdue people are in the way was not asked of them. */
const AS_STORED = `NOT EXISTS (SELECT FROM import_row o WHERE o.stored_stay_id = st.id AND NOT o.rejected AND o.state <> 'same')`;
const CHANGING = `i.usable AND NOT i.rejected AND i.state <> 'same' AND i.takes_place`;

/** Rows against stored stays: the same bed or the same person on the same night. Overdue stays reach until tomorrow, stored or not. */
export async function checkStoredStays({ db, today }: ImportSession, by: "bed" | "person"): Promise<void> {
  const sql = driverOf(db);
  const code = by === "bed" ? "bed_taken" : "person_already_placed";
  const facts = by === "bed" ? sql`'bed', i.bed_key, 'kind', 'stay'` : sql`'person', i.person_key`;
  // The unit beside the bed: there is an index for it, and days compare by index where ranges do not.
  const same = by === "bed" ? sql`st.unit_id = i.unit_id AND st.bed_id = i.bed_id` : sql`st.person_id = i.person_id`;
  const tomorrow = sql`${today}::date + 1`;
  await sql`
    INSERT INTO import_rejection
    SELECT DISTINCT ON (found.row) found.row, ${`${by}_id`}, ${code}, found.facts || jsonb_build_object('other', coalesce(pl.external_id, pl.id::text))
    FROM (
      SELECT i.row, st.placement_id, st.arrival, jsonb_build_object(${facts}, 'from', greatest(i.arrival, st.arrival), 'until', least(i.until, st.exit)) AS facts
      FROM import_row i JOIN stay st ON ${same} AND st.exit > i.arrival AND st.arrival < i.until
      WHERE ${sql.unsafe(CHANGING)} AND i.until > i.arrival AND st.status IN ('planned', 'in_house', 'ended') AND ${sql.unsafe(UNTOUCHED)}
      UNION ALL
      SELECT i.row, st.placement_id, st.arrival, jsonb_build_object(${facts}, 'from', greatest(i.arrival, st.arrival), 'until', least(i.until, ${tomorrow}))
      FROM import_row i JOIN stay st ON ${same} AND st.arrival < i.until
      WHERE ${sql.unsafe(CHANGING)} AND i.until > i.arrival AND st.status = 'in_house' AND st.exit < ${today} AND i.arrival < ${tomorrow} AND st.exit <= i.arrival
        AND ${sql.unsafe(AS_STORED)}
    ) found JOIN placement pl ON pl.id = found.placement_id
    ORDER BY found.row, found.arrival`;
}

/** A bed somebody is still in, or a person who is still somewhere, whatever the planned exit. */
export async function checkStoredInHouse({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO import_rejection
    SELECT i.row, CASE WHEN st.bed_id = i.bed_id THEN 'bed_id' ELSE 'person_id' END, 'bed_occupied',
      jsonb_build_object('bed', coalesce(b.external_id, b.name), 'other', coalesce(pl.external_id, pl.id::text))
    FROM import_row i JOIN stay st ON st.status = 'in_house' AND (st.bed_id = i.bed_id OR st.person_id = i.person_id)
    JOIN placement pl ON pl.id = st.placement_id JOIN bed b ON b.id = st.bed_id
    WHERE ${sql.unsafe(CHANGING)} AND i.status = 'in_house' AND ${sql.unsafe(UNTOUCHED)}`;
}

/** Closures, offers, and what other placements hold beside their stays: turnaround, spare beds, units let whole. */
export async function checkStoredBlocks({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO import_rejection
    SELECT DISTINCT ON (i.row) i.row, 'bed_id', 'bed_taken', jsonb_build_object('bed', i.bed_key, 'kind', CASE b.kind WHEN 'spare' THEN 'stay' ELSE b.kind END,
      'other', coalesce(pl.external_id, pl.id::text, b.offer_id::text, b.closure_id::text), 'from', greatest(i.arrival, b.from_day), 'until', least(i.until, b.until_day))
    FROM import_row i JOIN bed_block b ON b.bed_id = i.bed_id AND b.until_day > i.arrival AND b.from_day < i.until
    LEFT JOIN placement pl ON pl.id = b.placement_id
    WHERE ${sql.unsafe(CHANGING)} AND i.until > i.arrival AND b.kind <> 'stay'
      AND NOT EXISTS (SELECT FROM import_row o WHERE o.placement_id = b.placement_id AND NOT o.rejected AND o.state <> 'same')
    ORDER BY i.row, b.from_day`;
  await sql`
    INSERT INTO import_rejection
    SELECT DISTINCT ON (h.row) h.row, 'bed_id', 'bed_taken', jsonb_build_object('bed', h.bed_key, 'kind', CASE b.kind WHEN 'spare' THEN 'stay' ELSE b.kind END,
      'other', coalesce(pl.external_id, pl.id::text, b.offer_id::text), 'from', greatest(h.arrival, b.from_day), 'until', least(h.until, b.until_day))
    FROM (
      SELECT i.placement_id, i.unit_id, min(i.row) AS row, min(i.bed_key) AS bed_key, min(i.arrival) AS arrival, max(i.until) AS until FROM import_row i
      WHERE i.whole_unit AND ${sql.unsafe(CHANGING)} GROUP BY i.placement_id, i.unit_id) h
    JOIN bed ON bed.unit_id = h.unit_id
    JOIN bed_block b ON b.bed_id = bed.id AND b.until_day > h.arrival AND b.from_day < h.until AND b.kind <> 'closure' AND b.placement_id IS DISTINCT FROM h.placement_id
    LEFT JOIN placement pl ON pl.id = b.placement_id
    WHERE NOT EXISTS (SELECT FROM import_row o WHERE o.placement_id = b.placement_id AND NOT o.rejected AND o.state <> 'same')
    ORDER BY h.row, b.from_day`;
}
