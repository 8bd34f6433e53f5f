import { OWN_ORGANISATION } from "../client";
import { findReferences } from "./references";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Makes `import_row`: each row with the records it names, the placement and stay it is about, and whether it changes anything. */
export async function resolveStays(session: ImportSession): Promise<void> {
  const { db } = session;
  await driverOf(db)`ANALYZE import_staged`;
  await findReferences(db, "household");
  await findReferences(db, "person");
  await findReferences(db, "bed");
  await findReferences(db, "unit");
  await findReferences(db, "placement");
  await chooseMunicipality(session);
  await joinRecords(session);
  await matchStays(session);
}

/** The file does not say the municipality: it is the one where household, person and bed are all known. */
async function chooseMunicipality({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_choice ON COMMIT DROP AS
    SELECT * FROM (
      SELECT s.row, h.municipality_id, h.id AS household_id, p.id AS person_id, b.id AS bed_id, n.id AS named_unit_id,
        row_number() OVER (PARTITION BY s.row ORDER BY num_nulls(p.id, coalesce(b.id, n.id)), h.municipality_id) AS choice,
        count(*) FILTER (WHERE p.id IS NOT NULL AND (b.id IS NOT NULL OR s.bed_key IS NULL AND n.id IS NOT NULL)) OVER (PARTITION BY s.row) AS choices
      FROM import_staged s
      LEFT JOIN import_household h ON h.key = s.household_key AND h.municipality_id = coalesce(s.municipality_key, h.municipality_id)
      LEFT JOIN import_person p ON p.key = s.person_key AND p.municipality_id = h.municipality_id
      LEFT JOIN import_bed b ON b.key = s.bed_key AND b.municipality_id = h.municipality_id
      LEFT JOIN import_unit n ON n.key = s.unit_key AND n.municipality_id = h.municipality_id
    ) candidate WHERE choice = 1`;
  await driverOf(db)`ANALYZE import_choice`;
}

/** Days of a bed are the intersection of its own, its unit's and its facility's: greatest and least pass over null. */
async function joinRecords({ db, allowed }: ImportSession): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_joined ON COMMIT DROP AS
    SELECT s.*, c.municipality_id, c.household_id, c.person_id, c.bed_id, c.choices, u.id AS unit_id, u.letting = 'whole_unit' AS whole_unit,
      greatest(f.opens_on, u.opens_on, b.opens_on) AS opens_on, least(f.closes_on, u.closes_on, b.closes_on) AS closes_on,
      CASE WHEN f.address_protected THEN coalesce(f.organisation_id, ${OWN_ORGANISATION}::uuid) END AS protected_for,
      coalesce(p.id, first_value(s.new_placement_id) OVER placement) AS placement_id,
      p.id IS NULL AS placement_is_new,
      min(s.row) OVER placement AS first_row,
      row_number() OVER (placement_person ORDER BY s.arrival, s.exit, s.row) AS turn,
      s.status IN ('planned', 'in_house', 'ended') AS takes_place,
      s.valid AND c.household_id IS NOT NULL AND c.person_id IS NOT NULL AND u.id IS NOT NULL AND c.choices = 1
        AND (${allowed === null} OR c.municipality_id = ANY (${allowed ?? []}::text[])) AS usable
    FROM import_staged s
    JOIN import_choice c ON c.row = s.row
    LEFT JOIN import_placement p ON p.key = s.placement_key AND p.municipality_id = c.municipality_id
    LEFT JOIN bed b ON b.id = c.bed_id LEFT JOIN unit u ON u.id = CASE WHEN s.bed_key IS NULL THEN c.named_unit_id ELSE b.unit_id END LEFT JOIN facility f ON f.id = u.facility_id
    WINDOW placement AS (PARTITION BY c.municipality_id, s.placement_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
      placement_person AS (PARTITION BY c.municipality_id, s.placement_key, c.person_id)`;
  await driverOf(db)`ANALYZE import_joined`;
}

/**
 * A person's stays in a placement are told apart by their order. `until` is the exit to reckon with: whoever is overdue is there
 * tonight as well. Rows that change nothing are taken as they are stored, overdue beside planned.
 */
async function matchStays({ db, today }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_row ON COMMIT DROP AS
    WITH stored AS (
      SELECT st.*, pl.closing_reason, row_number() OVER (PARTITION BY st.placement_id, st.person_id ORDER BY st.arrival, st.exit, st.id) AS turn
      FROM stay st JOIN placement pl ON pl.id = st.placement_id JOIN import_placement p ON p.id = pl.id),
    matched AS (
      SELECT j.*, st.id AS stored_stay_id, coalesce(st.id, j.new_stay_id) AS stay_id,
        CASE
          WHEN st.id IS NULL THEN 'new'
          WHEN (st.bed_id, st.status, st.arrival, st.exit, st.destination) IS DISTINCT FROM (j.bed_id, j.status, j.arrival, j.exit, j.destination)
            OR (j.status = 'ended' AND st.planned_exit <> j.planned_exit)
            OR (CASE WHEN j.takes_place OR j.status = 'needs_bed' THEN st.departure_reason ELSE st.closing_reason END) IS DISTINCT FROM j.reason THEN 'changed'
          ELSE 'same'
        END AS state
      FROM import_joined j
      LEFT JOIN stored st ON st.placement_id = j.placement_id AND st.person_id = j.person_id AND st.turn = j.turn)
    SELECT m.*, false AS rejected,
      CASE WHEN status = 'in_house' AND exit < ${today}::date AND state <> 'same' THEN ${today}::date + 1 ELSE exit END AS until
    FROM matched m`;
  await sql`ANALYZE import_row`;
}
