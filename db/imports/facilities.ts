import { checkBedNames, checkFacilityRows, checkStoredPlaces } from "./facility-checks";
import { checkLevels, findLevels } from "./facility-levels";
import { resolveFacilities } from "./facility-rows";
import { createStagedFacilities, facilityCells, facilityColumns, type FacilityFields } from "./facility-staging";
import { writeFacilities } from "./facility-writing";
import { checkMunicipalities } from "./municipality-checks";
import { markRejected } from "./rejections";
import { type Importing, type ImportSession, lockStagedMunicipalities } from "./session";

/** Facilities: one row per bed, with its unit and facility. */
export const facilityImport: Importing<FacilityFields> = {
  columns: facilityColumns,
  prepare: createStagedFacilities,
  cells: facilityCells,
  check: checkFacilities,
  write: writeFacilities,
};

async function checkFacilities(session: ImportSession): Promise<void> {
  await lockStagedMunicipalities(session.db);
  await resolveFacilities(session);
  await checkMunicipalities(session);
  await checkFacilityRows(session);
  await checkStoredPlaces(session);
  await markRejected(session.db);
  do {
    await checkBedNames(session);
  } while ((await markRejected(session.db)) && session.partial);
  await findLevels(session);
  await checkLevels(session);
  await markRejected(session.db);
}
