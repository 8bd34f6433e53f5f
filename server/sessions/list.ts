import "server-only";
import type { Db } from "@/db/client";
import { type OpenSession, openSessionsOf } from "@/db/sessions";
import { IDLE_MINUTES } from "@/server/auth/session-times";

/** One's own sessions that still open the door. */
export function findSessions(db: Db): Promise<OpenSession[]> {
  return openSessionsOf(db, db.actor.id, IDLE_MINUTES);
}
