import type { ExportQuery } from "./rows";

/** Every stay, also of placements that came to nothing; `exit` is what was planned, `actual_exit` what became of it. */
export const exportedStays: ExportQuery = (sql, municipalities) => sql`
  SELECT coalesce(pl.external_id, pl.id::text) AS placement_id, coalesce(h.external_id, h.id::text) AS household_id, coalesce(p.external_id, p.id::text) AS person_id,
    coalesce(b.external_id, b.id::text) AS bed_id, s.arrival, CASE WHEN s.status = 'ended' THEN s.planned_exit ELSE s.exit END AS exit,
    CASE WHEN s.status = 'ended' THEN s.exit END AS actual_exit,
    CASE WHEN s.status IN ('cancelled', 'no_show') THEN pl.closing_reason ELSE s.departure_reason END AS exit_reason,
    s.destination, s.status, CASE WHEN s.status IN ('in_house', 'ended') THEN s.arrival END AS actual_arrival,
    CASE WHEN s.bed_id IS NULL THEN coalesce(u.external_id, u.id::text) END AS unit_id, s.municipality_id AS municipality
  FROM stay s JOIN placement pl ON pl.id = s.placement_id JOIN household h ON h.id = pl.household_id JOIN person p ON p.id = s.person_id
  JOIN unit u ON u.id = s.unit_id LEFT JOIN bed b ON b.id = s.bed_id
  WHERE ${municipalities === null} OR s.municipality_id = ANY (${municipalities ?? []}::text[])
  ORDER BY s.municipality_id, pl.id, s.arrival, s.id`;
