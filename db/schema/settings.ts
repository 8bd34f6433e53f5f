import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { version } from "./columns";

/** What the service tells of itself to everybody: one row, made when somebody first writes it. */
export const serviceSetting = pgTable("service_setting", {
  id: integer("id").primaryKey().default(1),
  serviceName: text("service_name"),
  /** Where barriers are reported to (accessibility statement). */
  accessibilityEmail: text("accessibility_email"),
  contactName: text("contact_name"),
  contactPhone: text("contact_phone"),
  version: version(),
}, (t) => [check("service_setting_once", sql`${t.id} = 1`)]);
