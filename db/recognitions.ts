import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Named, recognisedBy } from "@/domain/recognition";
import type { ClockRule } from "@/domain/stay-limit";
import type { Db } from "./client";
import { driverOf } from "./driver";
import { keyedHash } from "./secret-columns";
import { person, personRecognition } from "./schema/households";
import { appUser } from "./schema/users";

/** What somebody is recognised by where no fiscal code is known. */
export function nameHashOf(named: Named): string {
  return keyedHash(`name ${recognisedBy(named)}`);
}

/** After names or a birth date were written: the database has forgotten the hash of what was there before. */
export async function keepNameHash(db: Db, personId: string, named: Named): Promise<void> {
  await db.drizzle.update(person).set({ nameHash: nameHashOf(named) }).where(eq(person.id, personId));
}

/**
 * Makes the hashes of at most so many people who have none yet, and answers of how many. They are locked meanwhile: a hash must not
 * outlive the name. Who is being written just now is passed over, and found the next time.
 */
export async function makeNameHashes(db: Db, limit: number): Promise<number> {
  const { id, givenName, familyName, birthDate } = person;
  const without = await db.drizzle.select({ id, givenName, familyName, birthDate }).from(person).where(isNull(person.nameHash)).orderBy(asc(id)).limit(limit).for("no key update", { skipLocked: true });
  await driverOf(db)`
    UPDATE person SET name_hash = made.hash
    FROM unnest(${without.map((each) => each.id)}::uuid[], ${without.map(nameHashOf)}::text[]) AS made (id, hash) WHERE made.id = person.id`;
  return without.length;
}

/** A clock under which somebody of the same name and birth date has nights elsewhere in the network; `isCounted`: as this person's. */
export type NamesakeClock = { personId: string; isCounted: boolean } & Pick<ClockRule, "counting" | "clockGroup">;

/** Of these people, through one reviewed function that tells no more of anybody elsewhere. */
export async function clocksOfNamesakes(db: Db, personIds: readonly string[]): Promise<NamesakeClock[]> {
  if (personIds.length === 0) return [];
  const rows = await driverOf(db)<{ person_id: string; is_counted: boolean; counting: ClockRule["counting"]; clock_group: string | null }[]>`SELECT * FROM clocks_of_namesakes(${[...personIds]}::uuid[])`;
  return rows.map((row) => ({ personId: row.person_id, isCounted: row.is_counted, counting: row.counting, clockGroup: row.clock_group }));
}

/** What was decided here of a person; the name is a colleague's, as far as the actor may know it. */
export type RecognitionDecision = { personId: string; isSame: boolean; decidedAt: string; decidedByName: string | null };

/** The decisions on these people that hold: those on a name or birth date that was changed since do not. */
export async function findDecisions(db: Db, personIds: readonly string[]): Promise<RecognitionDecision[]> {
  if (personIds.length === 0) return [];
  const { personId, isSame, decidedAt, decidedBy } = personRecognition;
  return db.drizzle
    .select({ personId, isSame, decidedAt, decidedByName: sql<string | null>`(SELECT ${appUser.name} FROM ${appUser} WHERE ${appUser.id}::text = ${decidedBy})` })
    .from(personRecognition)
    .innerJoin(person, and(eq(person.id, personId), eq(person.nameHash, personRecognition.nameHash)))
    .where(inArray(personId, [...personIds]));
}

/** Keeps what the actor decided of a person as they are named now, in place of what was decided before; null takes that back. */
export async function keepDecision(db: Db, personId: string, isSame: boolean | null): Promise<void> {
  if (isSame === null) {
    await db.drizzle.delete(personRecognition).where(eq(personRecognition.personId, personId));
    return;
  }
  const by = db.actor.id;
  await driverOf(db)`
    INSERT INTO person_recognition (person_id, municipality_id, name_hash, is_same, decided_by, decided_at)
    SELECT id, municipality_id, name_hash, ${isSame}, ${by}, clock_timestamp() FROM person WHERE id = ${personId} AND name_hash IS NOT NULL
    ON CONFLICT (person_id) DO UPDATE SET name_hash = excluded.name_hash, is_same = excluded.is_same, decided_by = excluded.decided_by, decided_at = excluded.decided_at`;
}
