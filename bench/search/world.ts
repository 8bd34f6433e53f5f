import type postgres from "postgres";

/** The day the benchmark takes place on. */
export const TODAY = "2027-03-01";
const NETWORK_SIZE = 16;
const BEDS_PER_MUNICIPALITY = 250;
/** Of 250 beds, 210 are let one by one and 40 belong to ten flats for four in which three people sleep. */
const SLEPT_IN = 240;
/** A household comes back eight times, which is what makes a history long. */
const STAYS_PER_PERSON = 8;

export type Size = { stays: number; own: { nights: number; people: number }; others: { nights: number; people: number } };

/** Half of the stays are the measured municipality's own, the other half is spread over the fifteen others. */
export function sizeOf(stays: number): Size {
  const share = (beds: number) => {
    const nights = Math.max(1, Math.round(stays / 2 / beds));
    return { nights, people: Math.max(1, Math.ceil(nights / STAYS_PER_PERSON)) };
  };
  return { stays, own: share(SLEPT_IN), others: share(SLEPT_IN * (NETWORK_SIZE - 1)) };
}

/** Ten facilities of 25 beds in every municipality of the network; the first three of each keep a bed empty for a day after an exit. */
export async function buildPlaces(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(ID_FUNCTION);
  await sql`
    CREATE TABLE bench_facility AS
    SELECT m.code AS municipality_id, f.number, bench_id('facility', m.code || f.number, f.number) AS id
    FROM municipality m, generate_series(1, 10) f(number) WHERE m.in_network`;
  await sql`
    INSERT INTO facility (id, municipality_id, name, kind, opens_on, turnaround_days, turnaround_working)
    SELECT id, municipality_id, 'Struttura ' || number, (ARRAY['emergency_shelter','cohousing','bridge'])[1 + number % 3], '1950-01-01',
      CASE WHEN number <= 3 THEN 1 END, CASE WHEN number <= 3 THEN false END
    FROM bench_facility`;
  await sql`
    CREATE TABLE bench_unit AS
    SELECT f.municipality_id, f.id AS facility_id, f.number AS facility, u.number AS unit, u.number = 8 AS whole,
      CASE WHEN f.number <= 3 THEN 1 ELSE 0 END AS turnaround, bench_id('unit', f.municipality_id || f.number || '/' || u.number, u.number) AS id
    FROM bench_facility f, generate_series(1, 8) u(number)`;
  await sql`
    INSERT INTO unit (id, municipality_id, facility_id, name, letting, position)
    SELECT id, municipality_id, facility_id, 'Stanza ' || unit, CASE WHEN whole THEN 'whole_unit' ELSE 'by_bed' END, unit FROM bench_unit`;
  await sql`
    CREATE TABLE bench_bed AS
    SELECT u.*, b.number AS bed, bench_id('bed', u.id || '/' || b.number, b.number) AS bed_id,
      u.municipality_id || '/' || u.facility || '/' || u.unit || CASE WHEN whole THEN '' ELSE '/' || b.number END AS party
    FROM bench_unit u, generate_series(1, CASE WHEN u.whole THEN 4 ELSE 3 END) b(number)`;
  await sql`INSERT INTO bed (id, municipality_id, unit_id, name, position) SELECT bed_id, municipality_id, id, bed::text, bed FROM bench_bed`;
  await expectBeds(sql);
}

async function expectBeds(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ beds: number }[]>`SELECT count(*)::int AS beds FROM bed WHERE municipality_id = 'G478'`;
  if (row?.beds !== BEDS_PER_MUNICIPALITY) throw new Error(`${row?.beds} beds instead of ${BEDS_PER_MUNICIPALITY}`);
}

/** UUIDs that sort by time as the product's do: `back` minutes before a fixed moment, the rest from the key. */
const ID_FUNCTION = `
  CREATE FUNCTION bench_id(kind text, key text, back bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT overlay(overlay(md5(kind || key) placing lpad(to_hex(1790000000000 - back * 60000), 12, '0') || '7' from 1) placing 'a' from 17)::uuid
  $$`;
