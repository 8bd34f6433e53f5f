import { sql } from "drizzle-orm";
import { customType, integer, text, uuid } from "drizzle-orm/pg-core";

/** A calendar day, kept as `YYYY-MM-DD` on both sides: no time zone ever touches it. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Generated from two day columns, for exclusion constraints only. Queries compare the day columns. */
export const dayRange = customType<{ data: string; driverData: string }>({ dataType: () => "daterange" });

export const secret = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const id = () => uuid("id").primaryKey();
export const version = () => integer("version").notNull().default(1);
/** An instant, RFC 3339 in UTC on this side. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
/** The owning municipality: every tenant table has it, row-level security and foreign keys rest on it. */
export const municipalityId = () => text("municipality_id").notNull();

/** Null, or the organisation of the protected facility: only it and the manager find the row. The nil uuid stands for the municipality's own. */
export const protectedFor = () => uuid("protected_for");
