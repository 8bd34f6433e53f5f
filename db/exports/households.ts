import { MEMBER_SINCE_EVER } from "@/domain/imports";
import type { ExportQuery } from "./rows";

/** One row per membership. The household's needs stand in its first row; those that reveal health are encrypted and stay here. */
export const exportedHouseholds: ExportQuery = (sql, municipalities) => sql`
  SELECT coalesce(h.external_id, h.id::text) AS household_id, coalesce(p.external_id, p.id::text) AS person_id, h.municipality_id AS municipality,
    p.given_name, p.family_name, p.birth_date, p.gender, m.role,
    CASE WHEN row_number() OVER (PARTITION BY h.municipality_id, h.number ORDER BY m.position, m.from_day, m.id) = 1 THEN array_to_string(h.needs, '|') END AS needs,
    nullif(m.from_day, ${MEMBER_SINCE_EVER}::date) AS member_from, m.until_day AS member_until
  FROM household h JOIN membership m ON m.household_id = h.id JOIN person p ON p.id = m.person_id
  WHERE ${municipalities === null} OR h.municipality_id = ANY (${municipalities ?? []}::text[])
  ORDER BY h.municipality_id, h.number, m.position, m.from_day, m.id`;
