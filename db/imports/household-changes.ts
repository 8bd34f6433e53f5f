import { decrypt, encrypt } from "../secret-columns";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

const BATCH = 1000;

/** Makes `import_home`, the households of the file with their needs, and marks the rows that change something stored. */
export async function findHouseholdChanges(session: ImportSession): Promise<void> {
  await collectHomes(session);
  await compareHealthNeeds(session);
  await markChanged(session);
}

/** The needs are the household's: those of all its rows together. */
async function collectHomes({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    CREATE TEMP TABLE import_home ON COMMIT DROP AS
    SELECT f.household_id, f.municipality_id, f.household_key, f.household_is_new, f.first_row, coalesce(n.needs, '{}') AS needs,
      false AS needs_changed, NULL::bytea AS health_needs, NULL::int AS number
    FROM import_row f
    LEFT JOIN (SELECT household_id, array_agg(DISTINCT need ORDER BY need) AS needs FROM import_row, unnest(needs) AS need WHERE usable GROUP BY household_id) n
      ON n.household_id = f.household_id
    WHERE f.usable AND f.row = f.first_row`;
  await sql`ANALYZE import_home`;
  await sql`
    UPDATE import_home SET needs_changed = true FROM household h
    WHERE h.id = import_home.household_id AND NOT (h.needs @> import_home.needs AND h.needs <@ import_home.needs)`;
}

type Found = { householdId: string; stated: string[]; stored: Buffer | null };

/**
 * What is encrypted never looks the same twice, so it is opened to be compared. A file without health needs says nothing about
 * them (exports leave them out): those stored stay.
 */
async function compareHealthNeeds(session: ImportSession): Promise<void> {
  const sql = driverOf(session.db);
  for (let found = await homesWithHealthNeeds(session, null); found.length > 0; found = await homesWithHealthNeeds(session, found.at(-1)?.householdId ?? null)) {
    const changed = found.flatMap(({ householdId, stated, stored }) => {
      const needs = listOf(stated.map((text) => Buffer.from(text, "base64")));
      const isKnown = stored !== null && JSON.stringify(needs) === JSON.stringify(listOf([stored]));
      return isKnown ? [] : [{ householdId, secret: encrypt(JSON.stringify(needs)).toString("hex") }];
    });
    await sql`
      UPDATE import_home SET needs_changed = true, health_needs = decode(c.secret, 'hex')
      FROM unnest(${changed.map(({ householdId }) => householdId)}::uuid[], ${changed.map(({ secret }) => secret)}::text[]) AS c (household_id, secret)
      WHERE c.household_id = import_home.household_id`;
  }
}

function homesWithHealthNeeds({ db }: ImportSession, after: string | null): Promise<Found[]> {
  return driverOf(db)<Found[]>`
    SELECT i.household_id AS "householdId", array_agg(encode(i.health_needs, 'base64')) AS stated, h.health_needs AS stored
    FROM import_row i LEFT JOIN household h ON h.id = i.household_id
    WHERE i.usable AND i.health_needs IS NOT NULL AND (${after}::uuid IS NULL OR i.household_id > ${after}::uuid)
    GROUP BY i.household_id, h.health_needs ORDER BY i.household_id LIMIT ${BATCH}`;
}

function listOf(secrets: readonly Buffer[]): string[] {
  return [...new Set(secrets.flatMap((secret) => JSON.parse(decrypt(secret)) as string[]))].sort();
}

async function markChanged({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`
    UPDATE import_row i SET state = 'changed' FROM person p, membership m
    WHERE i.state = 'same' AND i.usable AND p.id = i.person_id AND m.id = i.stored_membership_id AND (
      (p.given_name, p.family_name, p.birth_date, p.gender) IS DISTINCT FROM (i.given_name, i.family_name, i.birth_date, i.gender)
      OR (m.role, m.until_day) IS DISTINCT FROM (i.role, i.until_day))`;
  await sql`
    UPDATE import_row i SET state = 'changed' FROM import_home h
    WHERE i.state = 'same' AND i.usable AND h.household_id = i.household_id AND h.needs_changed AND NOT h.household_is_new`;
}
