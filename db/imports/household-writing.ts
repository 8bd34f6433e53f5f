import { type ImportSession, inPieces } from "./session";
import { driverOf } from "../driver";

export async function writeHouseholds(session: ImportSession): Promise<void> {
  await numberHouseholds(session);
  await writePersons(session);
  await inPieces(session, async (from, until) => {
    await addHouseholds(session, from, until);
    await addMemberships(session, from, until);
  });
  await changeHouseholds(session);
}

/** Numbers are taken from the municipality's counter in one block, in the order of the file. */
async function numberHouseholds({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    WITH fresh AS (
      SELECT h.household_id, h.municipality_id, row_number() OVER (PARTITION BY h.municipality_id ORDER BY h.first_row) AS turn
      FROM import_home h JOIN import_row i ON i.row = h.first_row WHERE h.household_is_new AND NOT i.rejected),
    block AS (
      INSERT INTO household_counter (municipality_id, last) SELECT municipality_id, count(*) FROM fresh GROUP BY municipality_id
      ON CONFLICT (municipality_id) DO UPDATE SET last = household_counter.last + excluded.last RETURNING municipality_id, last),
    sizes AS (SELECT municipality_id, count(*) AS size FROM fresh GROUP BY municipality_id)
    UPDATE import_home SET number = block.last - sizes.size + fresh.turn
    FROM fresh JOIN block USING (municipality_id) JOIN sizes USING (municipality_id) WHERE fresh.household_id = import_home.household_id`;
}

/** People first: somebody may stand in two households of the file, one after the other. */
async function writePersons({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    INSERT INTO person (id, municipality_id, protected_for, external_id, given_name, family_name, birth_date, gender, name_hash)
    SELECT DISTINCT ON (i.person_id) i.person_id, i.municipality_id, h.protected_for, i.person_key, i.given_name, i.family_name, i.birth_date, i.gender, i.name_hash
    FROM import_row i LEFT JOIN household h ON h.id = i.household_id AND NOT i.household_is_new
    WHERE i.person_is_new AND NOT i.rejected ORDER BY i.person_id, i.row`;
  await sql`
    UPDATE person p SET given_name = i.given_name, family_name = i.family_name, birth_date = i.birth_date, gender = i.gender
    FROM import_row i WHERE p.id = i.person_id AND NOT i.rejected AND NOT i.person_is_new AND i.state <> 'same'
      AND (p.given_name, p.family_name, p.birth_date, p.gender) IS DISTINCT FROM (i.given_name, i.family_name, i.birth_date, i.gender)`;
  // The database has forgotten the hashes of the names that were changed.
  await sql`
    UPDATE person p SET name_hash = i.name_hash
    FROM import_row i WHERE p.id = i.person_id AND NOT i.rejected AND NOT i.person_is_new AND i.state <> 'same' AND p.name_hash IS DISTINCT FROM i.name_hash`;
}

async function addHouseholds({ db }: ImportSession, from: number, until: number): Promise<void> {
  await driverOf(db)`
    INSERT INTO household (id, municipality_id, external_id, number, needs, health_needs)
    SELECT household_id, municipality_id, household_key, number, needs, health_needs
    FROM import_home WHERE household_is_new AND number IS NOT NULL AND first_row >= ${from} AND first_row < ${until}`;
}

async function addMemberships({ db }: ImportSession, from: number, until: number): Promise<void> {
  const sql = driverOf(db);
  await sql`
    UPDATE membership m SET role = i.role, until_day = i.until_day FROM import_row i
    WHERE m.id = i.stored_membership_id AND NOT i.rejected AND i.state = 'changed' AND i.first_row >= ${from} AND i.first_row < ${until}
      AND (m.role, m.until_day) IS DISTINCT FROM (i.role, i.until_day)`;
  await sql`
    INSERT INTO membership (id, municipality_id, protected_for, household_id, person_id, role, from_day, until_day, position)
    SELECT i.new_membership_id, i.municipality_id, h.protected_for, i.household_id, i.person_id, i.role, i.from_day, i.until_day,
      coalesce(last.position, -1) + row_number() OVER (PARTITION BY i.household_id ORDER BY i.row)
    FROM import_row i
    LEFT JOIN household h ON h.id = i.household_id AND NOT i.household_is_new
    LEFT JOIN LATERAL (SELECT max(m.position) AS position FROM membership m WHERE NOT i.household_is_new AND m.household_id = i.household_id) last ON true
    WHERE i.stored_membership_id IS NULL AND NOT i.rejected AND i.first_row >= ${from} AND i.first_row < ${until}`;
}

async function changeHouseholds({ db }: ImportSession): Promise<void> {
  await driverOf(db)`
    UPDATE household SET needs = h.needs, health_needs = coalesce(h.health_needs, household.health_needs), version = version + 1
    FROM import_home h
    WHERE household.id = h.household_id AND NOT h.household_is_new
      AND EXISTS (SELECT FROM import_row i WHERE i.household_id = h.household_id AND NOT i.rejected AND i.state <> 'same')`;
}
