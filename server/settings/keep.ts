import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findSettings, lockSettings, publicSettings, type ServiceSettings, type SettingFields, writeSettings } from "@/db/settings";
import { mayEverywhere } from "@/domain/actor";
import { database } from "../database";
import { Forbidden, requireVersion } from "../guard";

/** What everybody may know of the service, signed in or not. */
export function readPublicSettings(): Promise<ServiceSettings> {
  return publicSettings(database());
}

/** Changes what the service tells of itself; it belongs to no municipality, so to whoever administers the whole network. */
export async function changeSettings(db: Db, fields: SettingFields, expectedVersion: number | null): Promise<ServiceSettings> {
  if (!mayEverywhere(db.actor, "setting.write")) throw new Forbidden("setting.write", "role");
  requireVersion((await lockSettings(db)).version, expectedVersion);
  await writeSettings(db, fields);
  await recordAudit(db, { action: "setting.changed", municipality: null, subjectId: "service", facts: { fields: Object.keys(fields) } });
  return findSettings(db);
}
