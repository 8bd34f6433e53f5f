import "server-only";
import type { Db } from "@/db/client";
import { queueMessage } from "@/db/outbox";
import { isMailSetUp } from "../mail/settings";

/**
 * Tells whoever has the password that it is another one, so that a theft is noticed. Where no mail goes out nothing is kept: a
 * warning that leaves months later, when somebody sets mail up, would frighten for nothing.
 */
export async function tellPasswordChanged(db: Db, userId: string): Promise<void> {
  if (isMailSetUp()) await queueMessage(db, { userId, kind: "password_changed", payload: {} });
}
