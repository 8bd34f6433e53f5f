import "server-only";
import { asActor, type Database } from "@/db/client";
import { closeSession } from "@/db/sessions";
import { findUser } from "@/db/users";
import { systemActor } from "@/server/actor";
import { recordForUser } from "@/server/users/reach";

/** Ends the session of a browser that says goodbye. */
export async function signOut(database: Database, sessionId: string): Promise<void> {
  await asActor(database, systemActor("sign_in"), async (db) => {
    const userId = await closeSession(db, sessionId);
    if (userId !== null) await recordForUser(db, "session.closed", await findUser(db, userId), { sessionId });
  });
}
