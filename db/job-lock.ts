import type { Database } from "./client";

/** Any number that no other advisory lock of this product uses as its first. */
const JOBS = 7_365_022;

/** Runs `work` when no other process runs something of this name; answers whether it did. The lock goes with the connection, also after kill -9. */
export async function whileAlone(database: Database, name: string, work: () => Promise<void>): Promise<boolean> {
  const held = await database.sql.reserve();
  try {
    const [row] = await held<{ isOurs: boolean }[]>`SELECT pg_try_advisory_lock(${JOBS}, hashtext(${name})) AS "isOurs"`;
    if (!row?.isOurs) return false;
    try {
      await work();
    } finally {
      await held`SELECT pg_advisory_unlock(${JOBS}, hashtext(${name}))`;
    }
    return true;
  } finally {
    held.release();
  }
}
