import type postgres from "postgres";
import type { Size } from "./world";

/**
 * Every bed's nights one after the other, back from forty days before today, as the product keeps ended stays: placement and stays
 * `ended`, the block of the nights, of the spare bed of a flat let whole, and of the turnaround where the facility has one.
 */
export async function fillHistory(sql: postgres.Sql, size: Size): Promise<void> {
  await sql`
    CREATE TABLE bench_party AS
    SELECT b.municipality_id, b.id AS unit_id, b.party, b.whole, b.turnaround, b.facility,
      CASE WHEN b.municipality_id = 'G478' THEN ${size.own.nights}::int ELSE ${size.others.nights}::int END AS nights,
      CASE WHEN b.municipality_id = 'G478' THEN ${size.own.people}::int ELSE ${size.others.people}::int END AS people,
      array_agg(b.bed_id ORDER BY b.bed) AS beds
    FROM bench_bed b GROUP BY b.municipality_id, b.id, b.party, b.whole, b.turnaround, b.facility`;
  await fillPeople(sql);
  await sql.unsafe(`
    INSERT INTO placement (id, municipality_id, household_id, unit_id, status, arrival, exit, created_by)
    SELECT ${PLACEMENT}, municipality_id, ${HOUSEHOLD}, unit_id, 'ended', ${DAY}, ${DAY} + 1, 'cli' FROM bench_party, generate_series(0, nights - 1) i`);
  await sql.unsafe(`
    INSERT INTO stay (id, municipality_id, placement_id, person_id, unit_id, bed_id, status, arrival, exit, planned_exit, departure_reason, destination)
    SELECT ${STAY}, municipality_id, ${PLACEMENT}, ${PERSON}, unit_id, beds[member], 'ended', ${DAY}, ${DAY} + 1, ${DAY} + 1, 'end_of_stay', 'family'
    FROM bench_party, generate_series(0, nights - 1) i, ${MEMBERS}`);
  await sql.unsafe(`
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, stay_id, whole_unit)
    SELECT ${blockId("stay")}, municipality_id, bed_id, unit_id, CASE WHEN whole AND member = 4 THEN 'spare' ELSE 'stay' END, ${DAY}, ${DAY} + 1, ${PLACEMENT},
      CASE WHEN whole AND member = 4 THEN NULL ELSE ${STAY} END, whole
    FROM bench_party, generate_series(0, nights - 1) i, unnest(beds) WITH ORDINALITY AS held(bed_id, member)`);
  await sql.unsafe(`
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, whole_unit)
    SELECT ${blockId("turnaround")}, municipality_id, bed_id, unit_id, 'turnaround', ${DAY} + 1, ${DAY} + 2, ${PLACEMENT}, whole
    FROM bench_party, generate_series(0, nights - 1) i, unnest(beds) WITH ORDINALITY AS held(bed_id, member) WHERE turnaround > 0`);
  await fillAudit(sql);
}

const MEMBERS = `generate_series(1, CASE WHEN whole THEN 3 ELSE 1 END) member`;
const DAY = `(date '2027-01-20' - (i + 1) * (1 + turnaround))`;
const PLACEMENT = `bench_id('placement', party || ':' || i, i)`;
const STAY = `bench_id('stay', party || ':' || i || ':' || member, i)`;
const HOUSEHOLD = `bench_id('household', party || ':' || i % people, i % people)`;
const PERSON = `bench_id('person', party || ':' || i % people || ':' || member, i % people)`;
const blockId = (kind: string) => `bench_id('${kind}', bed_id || ':' || i, i)`;

const name = (key: string, letters: number) => `initcap(translate(left(md5(${key}), ${letters}), '0123456789abcdef', 'aeiolmnrstbcdfgp'))`;

/** Everybody has a name of their own; one given name in a hundred is Maria. */
async function fillPeople(sql: postgres.Sql): Promise<void> {
  const household = `bench_id('household', party || ':' || k, k)`;
  const person = `bench_id('person', party || ':' || k || ':' || member, k)`;
  const members = `bench_party, generate_series(0, people - 1) k, ${MEMBERS}`;
  await sql.unsafe(`
    INSERT INTO household (id, municipality_id, number)
    SELECT ${household}, municipality_id, row_number() OVER (PARTITION BY municipality_id) FROM bench_party, generate_series(0, people - 1) k`);
  await sql`INSERT INTO household_counter SELECT municipality_id, max(number) FROM household GROUP BY 1`;
  await sql.unsafe(`
    INSERT INTO person (id, municipality_id, given_name, family_name, birth_date, gender, citizenship)
    SELECT ${person}, municipality_id, CASE WHEN hashtext(party || k) % 100 = 0 THEN 'Maria' ELSE ${name("'given' || party || k || member", 5)} END,
      ${name("party || k", 7)}, date '1990-05-05' - (k % 9000)::int, CASE WHEN facility % 2 = 0 THEN 'female' ELSE 'male' END, 'IT' FROM ${members}`);
  await sql.unsafe(`
    INSERT INTO membership (id, municipality_id, household_id, person_id, role, from_day, position)
    SELECT bench_id('membership', party || ':' || k || ':' || member, k), municipality_id, ${household}, ${person}, CASE WHEN member = 1 THEN 'head' ELSE 'other' END, '1950-01-01', member
    FROM ${members}`);
}

/** Arrival and departure of the measured municipality's placements. */
async function fillAudit(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    INSERT INTO audit_entry (id, at, municipality_id, actor_kind, actor_id, action, subject_id)
    SELECT bench_id('audit', party || ':' || i || step, i), ${DAY} + interval '12 hours', municipality_id, 'user', 'bench', 'placement.' || step, ${PLACEMENT}
    FROM bench_party, generate_series(0, nights - 1) i, unnest(ARRAY['arrival','departure']) step WHERE municipality_id = 'G478'`);
}
