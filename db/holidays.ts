import type { Day } from "@/domain/day";
import { daysOf, type MunicipalHoliday } from "@/domain/municipal-holidays";
import type { Db } from "./client";
import { driverOf } from "./driver";

/** Years for which own holidays are laid out: all that stay dates may name is far inside. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The municipality's own holidays, day by day. */
export async function municipalHolidays(db: Db, municipality: string): Promise<ReadonlySet<Day>> {
  const rows = await driverOf(db)<MunicipalHoliday[]>`
    SELECT month_day AS "monthDay", days_after_easter AS "daysAfterEaster", on_day AS "onDay" FROM municipal_holiday WHERE municipality_id = ${municipality}`;
  return daysOf(rows, FIRST_YEAR, LAST_YEAR);
}
