import { type ImportSession, inPieces } from "./session";
import { driverOf } from "../driver";

export async function writeBeds(session: ImportSession): Promise<void> {
  await changeBeds(session);
  await inPieces(session, (from, until) => addBeds(session, from, until));
}

/** A bed says its own dates only where they are not those of its unit and facility. */
async function changeBeds({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  // Beds may take each other's names: they step aside first.
  await sql`
    UPDATE bed SET name = bed.id::text FROM import_row i WHERE i.bed_id = bed.id AND NOT i.rejected AND NOT i.bed_is_new AND bed.name <> i.bed_name`;
  await sql`
    UPDATE bed SET name = t.bed_name, kind = t.kind, opens_on = t.opens_on, closes_on = t.closes_on, version = bed.version + 1
    FROM (
      SELECT i.bed_id, i.bed_name, CASE WHEN i.states_bed_kind THEN coalesce(i.bed_kind, 'single') ELSE b.kind END AS kind,
        CASE WHEN v.sets_dates OR i.dates_differ THEN nullif(i.opens_on, greatest(v.opens_on, u.opens_on)) ELSE b.opens_on END AS opens_on,
        CASE WHEN v.sets_dates OR i.dates_differ THEN nullif(i.closes_on, least(v.closes_on, u.closes_on)) ELSE b.closes_on END AS closes_on
      FROM import_row i JOIN import_level v USING (facility_id) JOIN bed b ON b.id = i.bed_id JOIN unit u ON u.id = b.unit_id
      WHERE NOT i.rejected) t
    WHERE bed.id = t.bed_id AND (bed.name, bed.kind, bed.opens_on, bed.closes_on) IS DISTINCT FROM (t.bed_name, t.kind, t.opens_on, t.closes_on)`;
}

async function addBeds({ db }: ImportSession, from: number, until: number): Promise<void> {
  await driverOf(db)`
    INSERT INTO bed (id, municipality_id, unit_id, external_id, name, kind, opens_on, closes_on, position)
    SELECT i.bed_id, i.municipality_id, i.unit_id, i.bed_key, i.bed_name, coalesce(i.bed_kind, 'single'),
      nullif(i.opens_on, greatest(v.opens_on, u.opens_on)), nullif(i.closes_on, least(v.closes_on, u.closes_on)),
      coalesce((SELECT max(position) FROM bed b WHERE b.unit_id = i.unit_id), -1) + row_number() OVER (PARTITION BY i.unit_id ORDER BY i.row)
    FROM import_row i JOIN import_level v USING (facility_id) JOIN unit u ON u.id = i.unit_id
    WHERE NOT i.rejected AND i.bed_is_new AND i.row >= ${from} AND i.row < ${until}`;
}
