import type postgres from "postgres";

/** The day the board is looked at. */
export const TODAY = "2027-02-10";
/** Seven rooms for three and a flat for four. */
const BEDS_OF_A_FACILITY = 25;
/** From one arrival to the next in the same bed: with turnaround, ten stays of a bed in six months. */
const TURN = 19;

/**
 * Perugia with this many beds and nothing else: each full but for a few days between one stay and the next, with a turnaround, now and then
 * a closure, and here and there somebody who should have left. Written as the product keeps it. `sql`: as the owner, on one connection.
 */
export async function fillBoard(sql: postgres.Sql, beds: number): Promise<void> {
  await sql`TRUNCATE facility, household, person CASCADE`;
  await sql`DROP TABLE IF EXISTS bench_unit, bench_bed, bench_placement, bench_stay, bench_closure`;
  await fillPlaces(sql, Math.round(beds / BEDS_OF_A_FACILITY));
  await fillStays(sql);
  // Left to itself the database would do this in the middle of what is measured.
  await sql`VACUUM ANALYZE`;
}

async function fillPlaces(sql: postgres.Sql, facilities: number): Promise<void> {
  await sql.unsafe(`
    CREATE TEMP TABLE bench_unit AS
    SELECT gen_random_uuid() AS id, f.id AS facility_id, f.number AS facility, u AS unit, u = 8 AS whole
    FROM (SELECT number, gen_random_uuid() AS id FROM generate_series(1, ${facilities}) number) f, generate_series(1, 8) u;
    INSERT INTO facility (id, municipality_id, name, kind, opens_on, turnaround_days, turnaround_working, created_at)
    SELECT DISTINCT facility_id, 'G478', 'Struttura ' || facility, (ARRAY['emergency_shelter','cohousing','bridge'])[1 + facility % 3], date '2020-01-01', 2, false, now() - facility * interval '1 hour' FROM bench_unit;
    INSERT INTO unit (id, municipality_id, facility_id, name, letting, position)
    SELECT id, 'G478', facility_id, 'Stanza ' || unit, CASE WHEN whole THEN 'whole_unit' ELSE 'by_bed' END, unit FROM bench_unit;
    CREATE TEMP TABLE bench_bed AS
    SELECT gen_random_uuid() AS id, u.id AS unit_id, facility, unit, whole, bed, facility * 100 + unit * 10 + CASE WHEN whole THEN 0 ELSE bed END AS party
    FROM bench_unit u, generate_series(1, CASE WHEN whole THEN 4 ELSE 3 END) bed;
    INSERT INTO bed (id, municipality_id, unit_id, name, position) SELECT id, 'G478', unit_id, bed::text, bed FROM bench_bed`);
}

/** Who shares a flat comes and goes together and leaves its fourth bed empty; everybody else has a bed to themselves. */
async function fillStays(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    CREATE TEMP TABLE bench_placement AS
    SELECT *, CASE WHEN arrival > ${TODAY_SQL} THEN 'planned' WHEN exit > ${TODAY_SQL} OR (next > ${TODAY_SQL} AND party % 4 = 1) THEN 'in_house' ELSE 'ended' END AS status
    FROM (
      SELECT gen_random_uuid() AS id, gen_random_uuid() AS household_id, party, unit_id, whole, arrival, arrival + 13 + party % 4 AS exit, arrival + ${TURN} AS next, row_number() OVER () AS number
      FROM (SELECT DISTINCT party, unit_id, whole, ${TODAY_SQL} - 48 + party % ${TURN} + turn * ${TURN} AS arrival, turn FROM bench_bed, generate_series(0, 10) turn) dated
      WHERE whole OR turn <> 8 OR party % 10 <> 1
    ) p;
    CREATE TEMP TABLE bench_stay AS
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS person_id, p.id AS placement_id, p.household_id, p.unit_id, p.status, p.arrival, p.exit, p.whole, b.id AS bed_id, b.bed, b.whole AND b.bed = 4 AS spare
    FROM bench_placement p JOIN bench_bed b USING (party);
    INSERT INTO household (id, municipality_id, number) SELECT household_id, 'G478', number FROM bench_placement;
    INSERT INTO person (id, municipality_id, given_name, family_name, birth_date, gender, citizenship)
    SELECT person_id, 'G478', 'Ada', 'Prova', date '1990-05-05' - bed * 900, 'female', 'IT' FROM bench_stay WHERE NOT spare;
    INSERT INTO membership (id, municipality_id, household_id, person_id, role, from_day, position)
    SELECT gen_random_uuid(), 'G478', household_id, person_id, CASE WHEN bed = 1 OR NOT whole THEN 'head' ELSE 'other' END, date '2020-01-01', bed FROM bench_stay WHERE NOT spare;
    INSERT INTO placement (id, municipality_id, household_id, unit_id, status, arrival, exit, latest_exit, turnaround_days, turnaround_working, created_by)
    SELECT id, 'G478', household_id, unit_id, status, arrival, exit, arrival + 30, 2, false, 'cli' FROM bench_placement;
    INSERT INTO stay (id, municipality_id, placement_id, person_id, unit_id, bed_id, status, arrival, exit, planned_exit)
    SELECT id, 'G478', placement_id, person_id, unit_id, bed_id, status, arrival, exit, exit FROM bench_stay WHERE NOT spare;
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, stay_id, whole_unit)
    SELECT gen_random_uuid(), 'G478', bed_id, unit_id, CASE WHEN spare THEN 'spare' ELSE 'stay' END, arrival, exit, placement_id, CASE WHEN NOT spare THEN id END, whole FROM bench_stay;
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, whole_unit)
    SELECT gen_random_uuid(), 'G478', bed_id, unit_id, 'turnaround', exit, exit + 2, placement_id, whole FROM bench_stay`);
  await sql.unsafe(`
    CREATE TEMP TABLE bench_closure AS
    SELECT gen_random_uuid() AS id, id AS bed_id, unit_id, ${TODAY_SQL} - 48 + party % ${TURN} + 8 * ${TURN} AS from_day FROM bench_bed WHERE NOT whole AND party % 10 = 1;
    INSERT INTO closure (id, municipality_id, bed_id, from_day, until_day, reason) SELECT id, 'G478', bed_id, from_day, from_day + 10, 'maintenance' FROM bench_closure;
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, closure_id)
    SELECT gen_random_uuid(), 'G478', bed_id, unit_id, 'closure', from_day, from_day + 10, id FROM bench_closure`);
}

const TODAY_SQL = `date '${TODAY}'`;
