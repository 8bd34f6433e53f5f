import "server-only";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { closeSession, closeSessionsOf } from "@/db/sessions";
import { findUser } from "@/db/users";
import { recordForUser } from "@/server/users/reach";
import { findSessions } from "./list";

/** Ends one of one's own open sessions; all others are not found. */
export async function closeOwnSession(db: Db, sessionId: string): Promise<void> {
  const own = await findSessions(db);
  if (!own.some(({ id }) => id === sessionId)) throw new NotFound("session");
  await closeSession(db, sessionId);
  await recordForUser(db, "session.closed", await findUser(db, db.actor.id), { sessionId });
}

/** Ends all of one's own sessions but for `kept`; answers how many still opened the door. */
export async function closeOtherSessions(db: Db, kept: string | null): Promise<number> {
  const others = (await findSessions(db)).filter(({ id }) => id !== kept);
  await closeSessionsOf(db, db.actor.id, kept);
  const user = await findUser(db, db.actor.id);
  for (const { id } of others) await recordForUser(db, "session.closed", user, { sessionId: id });
  return others.length;
}
