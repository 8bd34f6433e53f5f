import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { asActor, connect, type Database } from "./client";
import { isConnectionLost } from "./errors";
import { whileAlone } from "./job-lock";

// What patches/postgres+*.patch mends in the driver: without it the process dies, waits forever, or one transaction's statements run
// in another's.
const actor: Actor = { kind: "system", id: "cli", name: "cli", grants: [], network: [] };

let fresh: FreshDatabase;
let owner: postgres.Sql;
let watcher: postgres.Sql;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = postgres(fresh.ownerUrl, { max: 1 });
  watcher = postgres(fresh.appUrl, { max: 1 });
  await owner`CREATE TABLE note (who text)`;
  await owner`GRANT SELECT, INSERT ON note TO ${owner(decodeURIComponent(new URL(fresh.appUrl).username))}`;
});
afterAll(async () => {
  await Promise.all([owner.end(), watcher.end()]);
  await fresh.drop();
});

async function pooled<T>(connections: number, work: (database: Database) => Promise<T>): Promise<T> {
  const database = connect(fresh.appUrl, connections);
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** As when the server goes down: every connection of the product ends. A role may end its own connections. */
async function endConnections(): Promise<void> {
  const own = postgres(fresh.appUrl, { max: 1 });
  await own`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'postoletto' AND datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`;
  await own.end();
}

/** Returns once this many transactions have begun. A role sees its own alone. */
async function haveBegun(transactions: number): Promise<void> {
  const begun = () => watcher<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE application_name = 'postoletto' AND datname = current_database() AND xact_start IS NOT NULL`;
  while ((await begun()).length < transactions) await sleep(5);
}

const outcome = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (isConnectionLost(error) ? "connection lost" : String(error)));

describe("when connections end", () => {
  test("every transaction under way is told so, none waits forever, and the next ones go on", async () => {
    await pooled(8, async (database) => {
      for (let round = 0; round < 10; round += 1) {
        const busy = () => asActor(database, actor, async (db) => {
          for (let turn = 0; turn < 40; turn += 1) await db.drizzle.execute(sql`SELECT pg_sleep(0.01), ${"some text of some length"}::text`);
        });
        const working = Array.from({ length: 12 }, () => outcome(busy()));
        await haveBegun(8);
        await sleep(5 * round);
        await endConnections();
        const ends = await Promise.all(working);
        // Those that still waited for a connection found a new one.
        expect(ends.filter((end) => end === "connection lost").length).toBeGreaterThanOrEqual(8);
        expect(ends.filter((end) => end !== "connection lost" && end !== "done")).toEqual([]);
      }
      // Idle ones learn of their end a moment later.
      await sleep(200);
      expect(await outcome(asActor(database, actor, (db) => db.drizzle.execute(sql`SELECT 1`)))).toBe("done");
    });
  });

  test("what a transaction does afterwards is refused, and does not end up in another's that took over the connection", async () => {
    await pooled(1, async (database) => {
      let goOn: (_: unknown) => void = () => {};
      const interruption = new Promise((resolve) => (goOn = resolve));
      const later: string[] = [];
      const first = outcome(asActor(database, actor, async (db) => {
        await db.drizzle.execute(sql`INSERT INTO note VALUES ('first')`);
        await interruption;
        later.push(await outcome(db.drizzle.execute(sql`INSERT INTO note VALUES ('first, later')`)));
      }));
      await sleep(100);
      await endConnections();
      expect(await first).toBe("connection lost");

      const second = outcome(asActor(database, actor, async (db) => {
        await db.drizzle.execute(sql`INSERT INTO note VALUES ('second')`);
        goOn(null);
        await sleep(200);
        await db.drizzle.execute(sql`INSERT INTO note VALUES ('second, later')`);
      }));
      expect(await second).toBe("done");
      expect(later).toEqual(["connection lost"]);
      expect((await owner<{ who: string }[]>`SELECT who FROM note`).map(({ who }) => who)).toEqual(["second", "second, later"]);
    });
  });

  test("a job is told, too, and its lock is free for the next run", async () => {
    await pooled(2, async (database) => {
      const run = outcome(whileAlone(database, "a job", () => sleep(300)));
      await sleep(100);
      await endConnections();
      expect(await run).toBe("connection lost");
      expect(await whileAlone(database, "a job", async () => {})).toBe(true);
      await Promise.all(Array.from({ length: 4 }, () => database.sql`SELECT 1`));
    });
  });

  test("jobs that waited for a connection meanwhile end, and none keeps one for itself", async () => {
    await pooled(2, async (database) => {
      for (let round = 0; round < 5; round += 1) {
        const holding = Array.from({ length: 2 }, () => outcome(asActor(database, actor, (db) => db.drizzle.execute(sql`SELECT pg_sleep(60)`))));
        await haveBegun(2);
        const waiting = Array.from({ length: 4 }, (_, index) => outcome(whileAlone(database, `job ${index}`, async () => {})));
        await endConnections();
        expect(await Promise.all(holding)).toEqual(["connection lost", "connection lost"]);
        expect(await Promise.all(waiting)).toEqual(["done", "done", "done", "done"]);
      }
    });
  });
});
