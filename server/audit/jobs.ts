import "server-only";
import { chainsOfSeals, lastSeal } from "@/db/audit-seals";
import { asActor, type Database } from "@/db/client";
import { systemActor } from "../actor";
import type { Job } from "../jobs/job";
import { log } from "../log";
import { LONG, sealAll, SHORT } from "./seal";

const HOUR = 3600;

/** Seals what was just written; now and then also what a long transaction left behind, and then tells the log how far the chains are. */
export const auditJobs: Job[] = [
  { name: "audit_seal", everySeconds: 5, run: (database) => sealAll(database, SHORT) },
  { name: "audit_seal_late", everySeconds: HOUR, run: sealLate },
];

async function sealLate(database: Database): Promise<void> {
  await sealAll(database, LONG);
  const heads = await asActor(database, systemActor("audit"), async (db) => {
    const found: Record<string, unknown> = {};
    for (const chain of await chainsOfSeals(db)) found[chain] = await lastSeal(db, chain);
    return found;
  });
  // The log is kept elsewhere than the database: whoever cuts a chain's end off cannot reach it.
  log.info({ heads }, "audit sealed");
}
