import "server-only";
import { asActor, type Database, type Db } from "@/db/client";
import { type DueMessage, lockDueMessage, markDelayed, markFailed, markSent } from "@/db/outbox";
import { systemActor } from "@/server/actor";
import { log } from "@/server/log";
import { compose } from "./compose";
import { mailSettings } from "./settings";
import { type Failure, post, type Post } from "./smtp";

const MOST_TRIES = 12;

/** Sends what is due, one transaction for each message, until nothing is left or the server cannot be spoken to. */
export async function sendDueMessages(database: Database): Promise<void> {
  const settings = mailSettings();
  if (settings === null) return;

  const way = post(settings);
  try {
    while (await asActor(database, systemActor("mail"), (db) => sendNext(db, way)));
  } finally {
    way.close();
  }
}

/**
 * Answers whether to go on. The row stays locked while the server is spoken to, so that nobody else sends it; it would be sent
 * twice only if the process died between the server's yes and the end of the transaction.
 */
async function sendNext(db: Db, way: Post): Promise<boolean> {
  const message = await lockDueMessage(db);
  if (message === null) return false;

  const letter = message.payload && compose({ ...message, payload: message.payload });
  if (letter === null) {
    await giveUp(db, message, message.payload === null ? "unreadable" : "expired");
    return true;
  }
  const failure = await way.send(message.id, message.email, letter);
  if (failure === null) await markSent(db, message.id);
  else await postpone(db, message, failure);
  return failure?.isEveryones !== true;
}

/** Again after 1, 2, 4 ... minutes, unless it was refused for good or too often. */
async function postpone(db: Db, message: DueMessage, { code, isFinal }: Failure): Promise<void> {
  if (isFinal || message.attempts + 1 >= MOST_TRIES) return giveUp(db, message, code);
  log.warn({ messageId: message.id, failure: code }, "a message waits");
  await markDelayed(db, message.id, code, 2 ** message.attempts);
}

async function giveUp(db: Db, message: DueMessage, failure: string): Promise<void> {
  log.warn({ messageId: message.id, failure }, "a message is given up");
  await markFailed(db, message.id, failure);
}
