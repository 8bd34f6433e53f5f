import { boolean, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, municipalityId } from "./columns";

export const municipality = pgTable("municipality", {
  /** Codice catastale, `G478` Perugia. */
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  province: text("province").notNull(),
  region: text("region").notNull(),
  istatCode: text("istat_code").notNull().unique(),
  inNetwork: boolean("in_network").notNull().default(false),
});

/** A municipality's own holidays: the same date every year, so many days after Easter, or one single day. */
export const municipalHoliday = pgTable("municipal_holiday", {
  id: uuid("id").primaryKey(),
  municipalityId: municipalityId().references(() => municipality.code),
  name: text("name").notNull(),
  monthDay: text("month_day"),
  daysAfterEaster: integer("days_after_easter"),
  onDay: day("on_day"),
}, (t) => [check("municipal_holiday_one_kind", sql`num_nonnulls(${t.monthDay}, ${t.daysAfterEaster}, ${t.onDay}) = 1`)]);
