import { findReferences } from "./references";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Makes `import_row`: each bed with its unit and facility, new or known, and what differs from what holds for it now. */
export async function resolveFacilities(session: ImportSession): Promise<void> {
  await driverOf(session.db)`ANALYZE import_staged`;
  await findReferences(session.db, "facility");
  await findReferences(session.db, "unit");
  await findReferences(session.db, "bed");
  await joinKnown(session);
  await compare(session);
}

async function joinKnown({ db, allowed }: ImportSession): Promise<void> {
  await driverOf(db)`
    CREATE TEMP TABLE import_joined ON COMMIT DROP AS
    SELECT s.*, c.code IS NOT NULL AS municipality_known,
      s.valid AND (${allowed === null} OR s.municipality_id = ANY (${allowed ?? []}::text[])) AND c.code IS NOT NULL AS usable,
      coalesce(f.id, first_value(s.new_facility_id) OVER of_facility) AS facility_id, f.id IS NULL AS facility_is_new, min(s.row) OVER of_facility AS first_row_of_facility,
      coalesce(u.id, first_value(s.new_unit_id) OVER of_unit) AS unit_id, u.id IS NULL AS unit_is_new, min(s.row) OVER of_unit AS first_row_of_unit,
      coalesce(b.id, first_value(s.new_bed_id) OVER of_bed) AS bed_id, b.id IS NULL AS bed_is_new, min(s.row) OVER of_bed AS first_row
    FROM import_staged s
    LEFT JOIN municipality c ON c.code = s.municipality_id
    LEFT JOIN import_facility f ON f.key = s.facility_key AND f.municipality_id = s.municipality_id
    LEFT JOIN import_unit u ON u.key = s.unit_key AND u.municipality_id = s.municipality_id
    LEFT JOIN import_bed b ON b.key = s.bed_key AND b.municipality_id = s.municipality_id
    WINDOW of_facility AS (PARTITION BY s.municipality_id, s.facility_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
      of_unit AS (PARTITION BY s.municipality_id, s.unit_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
      of_bed AS (PARTITION BY s.municipality_id, s.bed_key ORDER BY s.row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`;
}

/** What holds for a bed is said by itself, its unit, its flat or its facility; a row is compared with the outcome. */
async function compare({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_row ON COMMIT DROP AS
    SELECT c.*, false AS rejected,
      CASE WHEN bed_is_new THEN 'new' WHEN names_differ OR dates_differ OR policy_differs OR features_differ THEN 'changed' ELSE 'same' END AS state
    FROM (
      SELECT j.*, u.letting IS DISTINCT FROM j.letting AND NOT j.unit_is_new AS letting_differs,
        (f.name, f.kind, u.name, u.letting, b.name) IS DISTINCT FROM (j.facility_name, j.kind, j.unit_name, j.letting, j.bed_name)
          OR (j.states_flat AND l.name IS DISTINCT FROM j.flat) OR (j.states_bed_kind AND b.kind <> coalesce(j.bed_kind, 'single')) AS names_differ,
        (greatest(f.opens_on, u.opens_on, b.opens_on), least(f.closes_on, u.closes_on, b.closes_on)) IS DISTINCT FROM (j.opens_on, j.closes_on) AS dates_differ,
        coalesce(u.gender_policy, l.gender_policy, f.gender_policy, 'mixed') <> coalesce(j.gender_policy, 'mixed') AS policy_differs,
        NOT (coalesce(f.features, '{}') || coalesce(u.features, '{}') @> j.features AND coalesce(f.features, '{}') || coalesce(u.features, '{}') <@ j.features) AS features_differ
      FROM import_joined j
      LEFT JOIN facility f ON f.id = j.facility_id LEFT JOIN unit u ON u.id = j.unit_id
      LEFT JOIN flat l ON l.id = u.flat_id LEFT JOIN bed b ON b.id = j.bed_id) c`;
  await sql`ANALYZE import_row`;
}
