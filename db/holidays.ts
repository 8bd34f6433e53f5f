import { eq } from "drizzle-orm";
import type { Day } from "@/domain/day";
import { daysOf } from "@/domain/municipal-holidays";
import type { Db } from "./client";
import { municipalHoliday } from "./schema/municipalities";

/** Years for which own holidays are laid out: all that stay dates may name is far inside. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The municipality's own holidays, day by day. */
export async function municipalHolidays(db: Db, municipality: string): Promise<ReadonlySet<Day>> {
  const rows = await db.drizzle.select().from(municipalHoliday).where(eq(municipalHoliday.municipalityId, municipality));
  return daysOf(rows, FIRST_YEAR, LAST_YEAR);
}
