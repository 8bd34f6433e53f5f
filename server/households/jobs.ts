import "server-only";
import { asActor, type Database } from "@/db/client";
import { makeNameHashes } from "@/db/recognitions";
import { systemActor } from "../actor";
import type { Job } from "../jobs/job";

export const recognitionJobs: Job[] = [{ name: "recognition_names", everySeconds: 300, run: makeAllNameHashes }];

const AT_ONCE = 500;

/**
 * Makes what people are recognised by where it is missing: those from before there was such a thing, and those of a backup that was
 * restored without its key. Cut off, it goes on with those who are left.
 */
export async function makeAllNameHashes(database: Database): Promise<void> {
  let made: number;
  do made = await asActor(database, systemActor("recognition"), (db) => makeNameHashes(db, AT_ONCE));
  while (made === AT_ONCE);
}
