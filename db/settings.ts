import { sql } from "drizzle-orm";
import type { Database, Db } from "./client";
import { serviceSetting } from "./schema/settings";

/** What the service tells of itself. `version` 0: nobody has written anything yet. */
export type ServiceSettings = { serviceName: string | null; accessibilityEmail: string | null; contactName: string | null; contactPhone: string | null; version: number };
export type SettingFields = Partial<Omit<ServiceSettings, "version">>;

const NOTHING: ServiceSettings = { serviceName: null, accessibilityEmail: null, contactName: null, contactPhone: null, version: 0 };

/** Public facts: no actor needed. */
export async function publicSettings(database: Database): Promise<ServiceSettings> {
  const [found] = await database.sql<ServiceSettings[]>`
    SELECT service_name AS "serviceName", accessibility_email AS "accessibilityEmail", contact_name AS "contactName", contact_phone AS "contactPhone", version FROM public_settings()`;
  return found ?? NOTHING;
}

export async function findSettings(db: Db): Promise<ServiceSettings> {
  const [found] = await db.drizzle.execute<ServiceSettings>(sql`
    SELECT service_name AS "serviceName", accessibility_email AS "accessibilityEmail", contact_name AS "contactName", contact_phone AS "contactPhone", version FROM public_settings()`);
  return found ?? NOTHING;
}

/** Any number that no other advisory lock of this product uses as its first. */
const SETTINGS = 7_365_031;

/** The settings as nobody else changes them until the transaction ends. */
export async function lockSettings(db: Db): Promise<ServiceSettings> {
  // There may be no row yet to lock.
  await db.drizzle.execute(sql`SELECT pg_advisory_xact_lock(${SETTINGS}, 1)`);
  return findSettings(db);
}

export async function writeSettings(db: Db, fields: SettingFields): Promise<void> {
  await db.drizzle
    .insert(serviceSetting)
    .values({ id: 1, ...fields })
    .onConflictDoUpdate({ target: serviceSetting.id, set: { ...fields, version: sql`${serviceSetting.version} + 1` } });
}
