import { checkAllowed } from "./municipality-checks";
import { markRejected } from "./rejections";
import { type Importing, type ImportSession, lockImports } from "./session";
import { checkOpening, checkStayGroups, checkStayReferences } from "./stay-checks";
import { checkCollisionsInFile, checkTwiceInHouse, checkWholeUnitsInFile } from "./stay-collisions";
import { resolveStays } from "./stay-rows";
import { createStagedStays, stayCells, stayColumns, type StayFields } from "./stay-staging";
import { checkStoredBlocks, checkStoredInHouse, checkStoredStays } from "./stay-stored-collisions";
import { writeStays } from "./stay-writing";
import { driverOf } from "../driver";

/** Stays: one row per person, bed and uninterrupted time; rows of one `placement_id` are one placement. */
export const stayImport: Importing<StayFields> = {
  columns: stayColumns,
  prepare: createStagedStays,
  cells: stayCells,
  check: checkStays,
  write: writeStays,
};

async function checkStays(session: ImportSession): Promise<void> {
  await lockImports(session.db, await municipalitiesNamed(session));
  await resolveStays(session);
  await checkStayReferences(session);
  await checkAllowed(session, "bed_id");
  await lockUnitsNamed(session);
  await checkStayGroups(session);
  await checkOpening(session);
  await checkCollisionsInFile(session, "bed");
  await checkCollisionsInFile(session, "person");
  await checkWholeUnitsInFile(session);
  await checkTwiceInHouse(session);
  await markRejected(session.db);
  await checkStored(session);
}

/** A placement that is refused stays as it was stored, where it may stand in the way of the next: until nothing more is refused. */
async function checkStored(session: ImportSession): Promise<void> {
  do {
    await checkStoredStays(session, "bed");
    await checkStoredStays(session, "person");
    await checkStoredInHouse(session);
    await checkStoredBlocks(session);
  } while ((await markRejected(session.db)) && session.partial);
}

async function municipalitiesNamed({ db }: ImportSession): Promise<string[]> {
  const sql = driverOf(db);
  const rows = await sql<{ code: string }[]>`
    SELECT DISTINCT municipality_id AS code FROM bed WHERE external_id IN (SELECT bed_key FROM import_staged WHERE valid)`;
  return rows.map(({ code }) => code);
}

/** As every writer: by id, before looking at what is in the way. Then offers past their time no longer stand in it. */
async function lockUnitsNamed({ db }: ImportSession): Promise<void> {
  const sql = driverOf(db);
  await sql`SELECT id FROM unit WHERE id IN (SELECT unit_id FROM import_row WHERE usable AND state <> 'same') ORDER BY id FOR NO KEY UPDATE`;
  await sql`
    DELETE FROM bed_block WHERE kind = 'offer' AND expires_at <= clock_timestamp()
      AND bed_id IN (SELECT b.id FROM bed b JOIN import_row i ON i.unit_id = b.unit_id WHERE i.usable AND i.state <> 'same')`;
}
