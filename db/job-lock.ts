import type { Database } from "./client";

/** Any number that no other advisory lock of this product uses as its first. */
const JOBS = 7_365_022;

/**
 * Runs `work` when no other process runs something of this name; answers whether it did. The lock is a transaction's and goes with it,
 * also after kill -9. A transaction and no reserved connection: the driver forgets who waits for one when a connection closes, and the
 * job would wait forever.
 */
export function whileAlone(database: Database, name: string, work: () => Promise<void>): Promise<boolean> {
  return database.sql.begin(async (held) => {
    const [row] = await held<{ isOurs: boolean }[]>`SELECT pg_try_advisory_xact_lock(${JOBS}, hashtext(${name})) AS "isOurs"`;
    if (!row?.isOurs) return false;
    await work();
    return true;
  });
}
