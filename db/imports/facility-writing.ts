import type { ImportSession } from "./session";
import { driverOf } from "../driver";
import { writeBeds } from "./bed-writing";

export async function writeFacilities(session: ImportSession): Promise<void> {
  await writeFrames(session);
  await addFlats(session);
  await addUnits(session);
  await changeUnits(session);
  await writeBeds(session);
}

async function writeFrames({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  const told = sql`SELECT DISTINCT ON (facility_id) * FROM import_row WHERE NOT rejected ORDER BY facility_id, row`;
  await sql`
    INSERT INTO facility (id, municipality_id, external_id, name, kind, gender_policy, features, opens_on, closes_on)
    SELECT i.facility_id, i.municipality_id, i.facility_key, i.facility_name, i.kind, l.gender_policy, l.features, l.opens_on, l.closes_on
    FROM (${told}) i JOIN import_level l USING (facility_id) WHERE l.is_new`;
  await sql`
    UPDATE facility f SET name = i.facility_name, kind = i.kind, gender_policy = l.gender_policy, features = l.features,
      opens_on = l.opens_on, closes_on = l.closes_on, version = f.version + 1
    FROM (${told}) i JOIN import_level l USING (facility_id)
    WHERE f.id = l.facility_id AND NOT l.is_new
      AND (f.name, f.kind, f.gender_policy, f.features, f.opens_on, f.closes_on)
        IS DISTINCT FROM (i.facility_name, i.kind, l.gender_policy, l.features, l.opens_on, l.closes_on)`;
}

async function addFlats({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO flat (id, municipality_id, facility_id, name)
    SELECT DISTINCT ON (facility_id, flat) new_flat_id, municipality_id, facility_id, flat
    FROM import_row WHERE NOT rejected AND states_flat AND flat IS NOT NULL ORDER BY facility_id, flat, row
    ON CONFLICT (facility_id, name) DO NOTHING`;
}

async function addUnits({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO unit (id, municipality_id, facility_id, flat_id, external_id, name, letting, gender_policy, features, position)
    SELECT i.unit_id, i.municipality_id, i.facility_id, l.id, i.unit_key, i.unit_name, i.letting,
      CASE WHEN coalesce(i.gender_policy, 'mixed') <> coalesce(l.gender_policy, v.gender_policy, 'mixed') THEN coalesce(i.gender_policy, 'mixed') END,
      ARRAY(SELECT unnest(i.features) EXCEPT SELECT unnest(v.features) ORDER BY 1),
      coalesce((SELECT max(position) FROM unit u WHERE u.facility_id = i.facility_id), -1) + row_number() OVER (PARTITION BY i.facility_id ORDER BY i.row)
    FROM (SELECT DISTINCT ON (unit_id) * FROM import_row WHERE NOT rejected AND unit_is_new ORDER BY unit_id, row) i
    JOIN import_level v USING (facility_id) LEFT JOIN flat l ON l.facility_id = i.facility_id AND l.name = i.flat`;
}

/** A level set anew takes its dates back from the units; they say again only what is their own. */
async function changeUnits({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    UPDATE unit SET name = t.unit_name, letting = t.letting, flat_id = t.flat_id, gender_policy = t.gender_policy, features = t.features,
      opens_on = t.opens_on, closes_on = t.closes_on, version = unit.version + 1
    FROM (
      SELECT i.unit_id, i.unit_name, i.letting, l.id AS flat_id,
        CASE WHEN NOT (v.sets_policy OR i.policy_differs) THEN u.gender_policy
          WHEN coalesce(i.gender_policy, 'mixed') <> coalesce(l.gender_policy, v.gender_policy, 'mixed') THEN coalesce(i.gender_policy, 'mixed') END AS gender_policy,
        CASE WHEN v.sets_features OR i.features_differ THEN ARRAY(SELECT unnest(i.features) EXCEPT SELECT unnest(v.features) ORDER BY 1) ELSE u.features END AS features,
        CASE WHEN NOT v.sets_dates THEN u.opens_on END AS opens_on, CASE WHEN NOT v.sets_dates THEN u.closes_on END AS closes_on
      FROM (SELECT DISTINCT ON (unit_id) * FROM import_row WHERE NOT rejected AND NOT unit_is_new ORDER BY unit_id, row) i
      JOIN import_level v USING (facility_id) JOIN unit u ON u.id = i.unit_id
      LEFT JOIN flat l ON CASE WHEN i.states_flat THEN l.facility_id = i.facility_id AND l.name = i.flat ELSE l.id = u.flat_id END) t
    WHERE unit.id = t.unit_id AND (unit.name, unit.letting, unit.flat_id, unit.gender_policy, unit.features, unit.opens_on, unit.closes_on)
      IS DISTINCT FROM (t.unit_name, t.letting, t.flat_id, t.gender_policy, t.features, t.opens_on, t.closes_on)`;
}
