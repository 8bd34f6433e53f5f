import { findHouseholdChanges } from "./household-changes";
import { checkHeads, checkPersonsInFile, checkStoredMemberships } from "./household-checks";
import { resolveHouseholds } from "./household-rows";
import { createStagedHouseholds, householdCells, householdColumns, type HouseholdFields } from "./household-staging";
import { writeHouseholds } from "./household-writing";
import { checkMunicipalities } from "./municipality-checks";
import { markRejected } from "./rejections";
import { type Importing, type ImportSession, lockStagedMunicipalities } from "./session";

/** Households: one row per person. */
export const householdImport: Importing<HouseholdFields> = {
  columns: householdColumns,
  prepare: createStagedHouseholds,
  cells: householdCells,
  check: checkHouseholds,
  write: writeHouseholds,
};

async function checkHouseholds(session: ImportSession): Promise<void> {
  await lockStagedMunicipalities(session.db);
  await resolveHouseholds(session);
  await checkMunicipalities(session);
  await findHouseholdChanges(session);
  await checkPersonsInFile(session);
  await checkHeads(session);
  await markRejected(session.db);
  do {
    await checkStoredMemberships(session);
  } while ((await markRejected(session.db)) && session.partial);
}
