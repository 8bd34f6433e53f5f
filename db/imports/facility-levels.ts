import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/**
 * Makes `import_level`: what is to be said at the facility, what at the units. The file tells of beds; what all have in common is
 * the facility's. That can be seen of new facilities and of those whose every bed is in the file; of others the facility stays as it is.
 */
export async function findLevels({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_level ON COMMIT DROP AS
    WITH told AS (
      SELECT facility_id, bool_or(facility_is_new) AS is_new, count(*) AS beds, count(*) FILTER (WHERE NOT bed_is_new) AS known_beds,
        bool_or(dates_differ) AS dates_differ, bool_or(policy_differs) AS policy_differs, bool_or(features_differ) AS features_differ,
        min(opens_on) AS opens_on, CASE WHEN bool_and(closes_on IS NOT NULL) THEN max(closes_on) END AS closes_on,
        CASE WHEN count(DISTINCT coalesce(gender_policy, '')) = 1 THEN min(gender_policy) END AS gender_policy
      FROM import_row WHERE NOT rejected GROUP BY facility_id),
    shared AS (
      SELECT facility_id, array_agg(feature ORDER BY feature) AS features FROM (
        SELECT i.facility_id, feature FROM import_row i JOIN told t USING (facility_id), unnest(i.features) AS feature
        WHERE NOT i.rejected GROUP BY i.facility_id, feature, t.beds HAVING count(*) = t.beds) common GROUP BY facility_id),
    whole AS (
      SELECT t.*, t.is_new OR t.known_beds = (SELECT count(*) FROM bed b JOIN unit u ON u.id = b.unit_id WHERE u.facility_id = t.facility_id) AS is_whole FROM told t)
    SELECT w.facility_id, w.is_new, w.is_whole AND w.dates_differ AS sets_dates, w.is_whole AND w.policy_differs OR w.is_new AS sets_policy, w.is_whole AND w.features_differ OR w.is_new AS sets_features,
      CASE WHEN w.is_whole AND w.dates_differ THEN w.opens_on ELSE f.opens_on END AS opens_on,
      CASE WHEN w.is_whole AND w.dates_differ THEN w.closes_on ELSE f.closes_on END AS closes_on,
      CASE WHEN w.is_whole AND w.policy_differs OR w.is_new THEN w.gender_policy ELSE f.gender_policy END AS gender_policy,
      CASE WHEN w.is_whole AND w.features_differ OR w.is_new THEN coalesce(s.features, '{}') ELSE f.features END AS features
    FROM whole w LEFT JOIN shared s USING (facility_id) LEFT JOIN facility f ON f.id = w.facility_id`;
}

/** What a single bed or unit cannot say against its facility: that it is open when the facility is not, or lacks what all have. */
export async function checkLevels({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT i.row, CASE WHEN i.features_differ AND NOT i.features @> l.features THEN 'features' ELSE 'opens_on' END, 'facility_incomplete', '{}'
    FROM import_row i JOIN import_level l USING (facility_id) LEFT JOIN unit u ON u.id = i.unit_id
    WHERE NOT i.rejected AND (
      i.dates_differ AND NOT l.sets_dates AND (
        i.opens_on < greatest(l.opens_on, u.opens_on) OR coalesce(i.closes_on, 'infinity') > coalesce(least(l.closes_on, u.closes_on), 'infinity'))
      OR i.features_differ AND NOT l.sets_features AND NOT i.features @> l.features)`;
}
