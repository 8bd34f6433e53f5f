import type { ExportQuery } from "./rows";

/** What holds for each bed, wherever it is said: dates cut to those of unit and facility, features of both together. */
export const exportedFacilities: ExportQuery = (sql, municipalities) => sql`
  SELECT coalesce(f.external_id, f.id::text) AS facility_id, f.name AS facility_name, b.municipality_id AS municipality, f.kind,
    coalesce(u.external_id, u.id::text) AS unit_id, u.name AS unit_name, u.letting, coalesce(b.external_id, b.id::text) AS bed_id, b.name AS bed_name,
    greatest(f.opens_on, u.opens_on, b.opens_on) AS opens_on, least(f.closes_on, u.closes_on, b.closes_on) AS closes_on,
    coalesce(u.gender_policy, l.gender_policy, f.gender_policy) AS gender_policy,
    array_to_string(ARRAY(SELECT unnest(f.features) UNION SELECT unnest(u.features) ORDER BY 1), '|') AS features,
    l.name AS flat, b.kind AS bed_kind
  FROM bed b JOIN unit u ON u.id = b.unit_id JOIN facility f ON f.id = u.facility_id LEFT JOIN flat l ON l.id = u.flat_id
  WHERE ${municipalities === null} OR b.municipality_id = ANY (${municipalities ?? []}::text[])
  ORDER BY b.municipality_id, f.name, f.id, u.position, u.id, b.position, b.id`;
