import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** A bed once; every row of a facility and of a unit saying the same of it. */
export async function checkFacilityRows({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT row, 'bed_id', 'duplicate', jsonb_build_object('otherRow', first_row) FROM import_row WHERE usable AND row <> first_row
    UNION ALL
    SELECT i.row, CASE WHEN i.facility_name <> f.facility_name THEN 'facility_name' ELSE 'kind' END, 'differs_from_row', jsonb_build_object('otherRow', f.row)
    FROM import_row i JOIN import_row f ON f.row = i.first_row_of_facility
    WHERE i.usable AND (i.facility_name, i.kind) <> (f.facility_name, f.kind)
    UNION ALL
    SELECT i.row, CASE
        WHEN i.facility_key <> u.facility_key THEN 'facility_id' WHEN i.unit_name <> u.unit_name THEN 'unit_name' WHEN i.letting <> u.letting THEN 'letting'
        WHEN i.flat IS DISTINCT FROM u.flat THEN 'flat' WHEN i.features <> u.features THEN 'features' ELSE 'gender_policy' END,
      'differs_from_row', jsonb_build_object('otherRow', u.row)
    FROM import_row i JOIN import_row u ON u.row = i.first_row_of_unit
    WHERE i.usable AND (i.facility_key, i.unit_name, i.letting, i.flat, i.features, coalesce(i.gender_policy, 'mixed'))
      IS DISTINCT FROM (u.facility_key, u.unit_name, u.letting, u.flat, u.features, coalesce(u.gender_policy, 'mixed'))`;
}

/** Units and beds do not move: what happened in them happened there. */
export async function checkStoredPlaces({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT i.row, 'unit_id', 'unit_in_other_facility', jsonb_build_object('other', coalesce(f.external_id, f.name))
    FROM import_row i JOIN unit u ON u.id = i.unit_id JOIN facility f ON f.id = u.facility_id WHERE i.usable AND u.facility_id <> i.facility_id
    UNION ALL
    SELECT i.row, 'bed_id', 'bed_in_other_unit', jsonb_build_object('other', coalesce(u.external_id, u.name))
    FROM import_row i JOIN bed b ON b.id = i.bed_id JOIN unit u ON u.id = b.unit_id WHERE i.usable AND b.unit_id <> i.unit_id
    UNION ALL
    SELECT i.row, 'letting', 'letting_in_use', '{}' FROM import_row i
    WHERE i.usable AND i.letting_differs AND EXISTS (
      SELECT FROM bed x JOIN bed_block b ON b.bed_id = x.id WHERE x.unit_id = i.unit_id AND b.kind <> 'closure')
    UNION ALL
    SELECT DISTINCT ON (i.row) i.row, CASE WHEN b.from_day < i.opens_on THEN 'opens_on' ELSE 'closes_on' END, 'bed_in_use', jsonb_build_object('from', b.from_day, 'until', b.until_day)
    FROM import_row i JOIN bed_block b ON b.bed_id = i.bed_id AND (b.from_day < i.opens_on OR b.until_day > i.closes_on) AND b.kind NOT IN ('turnaround', 'closure')
    WHERE i.usable AND i.dates_differ AND NOT i.bed_is_new`;
}

/** A bed is found by its name in the unit; a bed the file gives another name leaves its own to others. */
export async function checkBedNames({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT row, 'bed_name', 'name_taken', jsonb_build_object('otherRow', first, 'other', first_key) FROM (
      SELECT row, bed_id, first_value(row) OVER same_name AS first, first_value(bed_key) OVER same_name AS first_key, first_value(bed_id) OVER same_name AS first_bed
      FROM import_row WHERE usable AND NOT rejected WINDOW same_name AS (PARTITION BY unit_id, bed_name ORDER BY row)) named
    WHERE first_bed <> bed_id
    UNION ALL
    SELECT i.row, 'bed_name', 'name_taken', jsonb_build_object('other', coalesce(b.external_id, b.id::text))
    FROM import_row i JOIN bed b ON b.unit_id = i.unit_id AND b.name = i.bed_name AND b.id <> i.bed_id
    WHERE i.usable AND NOT i.rejected
      AND NOT EXISTS (SELECT FROM import_row o WHERE o.bed_id = b.id AND o.unit_id = b.unit_id AND o.bed_name <> b.name AND NOT o.rejected)`;
}
