import "server-only";
import { randomBytes } from "node:crypto";
import { asActor, type Database } from "@/db/client";
import { queueMessage } from "@/db/outbox";
import { addReset, resettableUser } from "@/db/password-resets";
import { hashOfToken, systemActor } from "@/server/actor";

export const RESET_MINUTES = 30;

/** Sends a link to choose another password to whoever has this e-mail and a password; to nobody else anything. */
export async function askForReset(database: Database, email: string): Promise<void> {
  await asActor(database, systemActor("sign_in"), async (db) => {
    const userId = await resettableUser(db, email.trim().toLowerCase());
    if (userId === null) return;

    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(Date.now() + RESET_MINUTES * 60_000).toISOString();
    await addReset(db, { userId, hash: hashOfToken(token), expiresAt });
    await queueMessage(db, { userId, kind: "password_reset", payload: { token, expiresAt } });
  });
}
