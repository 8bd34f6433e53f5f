import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** The municipality a row names: there, and one where the actor may import. */
export async function checkMunicipalities({ db, allowed }: ImportSession): Promise<void> {
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT row, 'municipality', CASE WHEN municipality_known THEN 'not_allowed' ELSE 'unknown_municipality' END, '{}'
    FROM import_row WHERE valid AND (NOT municipality_known OR ${allowed !== null} AND NOT municipality_id = ANY (${allowed ?? []}::text[]))`;
}

/** Of an actor to whom the rows are visible, by another role perhaps, and who may not import there. */
export async function checkAllowed({ db, allowed }: ImportSession, column: string): Promise<void> {
  if (allowed === null) return;
  await driverOf(db)`
    INSERT INTO import_rejection
    SELECT row, ${column}, 'not_allowed', '{}' FROM import_row WHERE valid AND municipality_id IS NOT NULL AND NOT municipality_id = ANY (${allowed}::text[])`;
}
