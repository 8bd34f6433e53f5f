import { type ImportSession, inPieces } from "./session";
import { driverOf } from "../driver";
import { writeWholeUnitBlocks } from "./whole-unit-blocks";

const WRITTEN = `NOT rejected AND state <> 'same'`;

/** Puts in what was not refused. Nothing is deleted that the file does not speak of. */
export async function writeStays(session: ImportSession): Promise<void> {
  await clearTheWay(session);
  await inPieces(session, async (from, until) => {
    await addPlacements(session, from, until);
    await writePiece(session, from, until);
  });
  await writeWholeUnitBlocks(session);
  await sumUpPlacements(session);
  await protectPeople(session);
}

/** Stays that move take their places all at once: constraints look at each row as it is written, so they step aside first. */
async function clearTheWay({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`UPDATE stay SET status = 'needs_bed' FROM import_row i WHERE i.stored_stay_id = stay.id AND NOT i.rejected AND i.state = 'changed'`;
  await sql`DELETE FROM bed_block b USING import_row i WHERE b.stay_id = i.stored_stay_id AND NOT i.rejected AND i.state = 'changed'`;
  await sql`
    DELETE FROM bed_block b USING (SELECT DISTINCT placement_id FROM import_row WHERE NOT placement_is_new AND ${sql.unsafe(WRITTEN)}) i
    WHERE b.placement_id = i.placement_id AND (b.whole_unit OR b.kind IN ('turnaround', 'spare'))`;
}

/** `placement.status` and its days are summed up from the stays as domain/placement.ts does. */
async function addPlacements({ db }: ImportSession, from: number, until: number): Promise<void> {
  await driverOf(db)`
    INSERT INTO placement (id, municipality_id, protected_for, external_id, household_id, unit_id, status, arrival, exit, turnaround_days, turnaround_working, closing_reason, created_by)
    SELECT placement_id, municipality_id, (array_agg(protected_for ORDER BY arrival DESC, row DESC))[1], placement_key, household_id,
      (array_agg(unit_id ORDER BY arrival DESC, row DESC))[1],
      (array_agg(status ORDER BY array_position('{in_house,needs_bed,planned,ended,no_show,cancelled}', status)))[1],
      coalesce(min(arrival) FILTER (WHERE counts), min(arrival)), coalesce(max(exit) FILTER (WHERE counts), max(exit)), 0, false,
      max(reason) FILTER (WHERE NOT counts), ${db.actor.id}
    FROM (SELECT *, status NOT IN ('cancelled', 'no_show') AS counts FROM import_row) i
    WHERE placement_is_new AND NOT rejected AND first_row >= ${from} AND first_row < ${until}
    GROUP BY placement_id, municipality_id, placement_key, household_id`;
}

async function writePiece({ db }: ImportSession, from: number, until: number): Promise<void> {
  const sql = driverOf(db);
  const piece = sql`first_row >= ${from} AND first_row < ${until} AND NOT rejected`;
  const departure = sql`CASE WHEN takes_place OR status = 'needs_bed' THEN reason END`;
  await sql`
    INSERT INTO stay (id, municipality_id, protected_for, placement_id, person_id, unit_id, bed_id, status, arrival, exit, planned_exit, departure_reason, destination)
    SELECT stay_id, municipality_id, protected_for, placement_id, person_id, unit_id, bed_id, status, arrival, exit, planned_exit, ${departure}, destination
    FROM import_row WHERE state = 'new' AND ${piece}`;
  await sql`
    UPDATE stay SET unit_id = i.unit_id, bed_id = i.bed_id, status = i.status, arrival = i.arrival, exit = i.exit, planned_exit = i.planned_exit,
      departure_reason = i.departure, destination = i.destination, protected_for = i.protected_for
    FROM (SELECT *, ${departure} AS departure FROM import_row WHERE state = 'changed' AND ${piece}) i WHERE stay.id = i.stay_id`;
  await sql`
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, stay_id)
    SELECT new_block_id, municipality_id, bed_id, unit_id, 'stay', arrival, exit, placement_id, stay_id
    FROM import_row WHERE state <> 'same' AND NOT whole_unit AND takes_place AND exit > arrival AND ${piece}`;
}

/** Placements that were there before: again from all their stays, also from those the file does not name. Imported stays have no turnaround. */
async function sumUpPlacements({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    UPDATE placement SET status = s.status, arrival = s.arrival, exit = s.exit, unit_id = s.unit_id, protected_for = s.protected_for,
      closing_reason = coalesce(s.closing_reason, placement.closing_reason), turnaround_days = 0, turnaround_working = false, version = version + 1
    FROM (
      SELECT st.placement_id, max(i.closing_reason) AS closing_reason,
        (array_agg(st.status ORDER BY array_position('{in_house,needs_bed,planned,ended,no_show,cancelled}', st.status)))[1] AS status,
        coalesce(min(st.arrival) FILTER (WHERE st.counts), min(st.arrival)) AS arrival, coalesce(max(st.exit) FILTER (WHERE st.counts), max(st.exit)) AS exit,
        (array_agg(st.unit_id ORDER BY st.arrival DESC, st.id DESC))[1] AS unit_id, (array_agg(st.protected_for ORDER BY st.arrival DESC, st.id DESC))[1] AS protected_for
      FROM (SELECT *, status NOT IN ('cancelled', 'no_show') AS counts FROM stay) st
      JOIN (SELECT placement_id, max(reason) FILTER (WHERE status IN ('cancelled', 'no_show')) AS closing_reason
        FROM import_row WHERE NOT placement_is_new AND ${sql.unsafe(WRITTEN)} GROUP BY placement_id) i ON i.placement_id = st.placement_id
      GROUP BY st.placement_id) s
    WHERE placement.id = s.placement_id`;
}

/** Whoever is, or is to be, in a protected facility is found by its organisation and the manager only. */
async function protectPeople({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  const hidden = sql`
    SELECT DISTINCT ON (household_id) household_id, protected_for FROM import_row
    WHERE protected_for IS NOT NULL AND status IN ('planned', 'in_house', 'needs_bed') AND ${sql.unsafe(WRITTEN)} ORDER BY household_id, arrival DESC`;
  await sql`
    UPDATE person SET protected_for = h.protected_for FROM (${hidden}) h JOIN membership m ON m.household_id = h.household_id WHERE person.id = m.person_id`;
  for (const table of ["membership", "household_case", "referral"]) {
    await sql`UPDATE ${sql(table)} t SET protected_for = h.protected_for FROM (${hidden}) h WHERE t.household_id = h.household_id`;
  }
  await sql`UPDATE household SET protected_for = h.protected_for FROM (${hidden}) h WHERE household.id = h.household_id`;
}
