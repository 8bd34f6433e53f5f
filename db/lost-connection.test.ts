import net from "node:net";
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

/** As when the server goes down: every connection of the product ends, at once; returns when the server has none of them left. A role may end its own connections. */
async function endConnections(): Promise<void> {
  const ended = await watcher<{ pid: number }[]>`SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'postoletto' AND datname = current_database() AND usename = current_user`;
  const left = () => watcher`SELECT FROM pg_stat_activity WHERE pid = ANY(${ended.map(({ pid }) => pid)}::int[])`;
  while ((await left()).length > 0) await sleep(5);
}

/** Another way to the database, whose connections can be reset all at once, as by a server that dies. */
async function proxyTo(databaseUrl: string): Promise<{ url: string; reset: () => void; close: () => Promise<unknown> }> {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port)];
  const open = new Set<net.Socket>();
  const proxy = net.createServer((socket) => {
    const onward = net.connect({ host, port });
    open.add(socket);
    socket.pipe(onward).pipe(socket);
    socket.on("error", () => {}).on("close", () => onward.destroy());
    onward.on("error", () => {}).on("close", () => socket.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  Object.assign(url, { hostname: "127.0.0.1", port: String((proxy.address() as net.AddressInfo).port) });
  return {
    url: url.href,
    reset: () => {
      for (const socket of open) socket.resetAndDestroy();
      open.clear();
    },
    close: () => new Promise((closed) => proxy.close(closed)),
  };
}

/** Returns once this many transactions have come to where they sleep: one that had only begun is begun again elsewhere. A role sees its own alone. */
async function haveBegun(transactions: number): Promise<void> {
  const begun = () => watcher<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE application_name = 'postoletto' AND datname = current_database() AND xact_start IS NOT NULL AND query LIKE '%pg_sleep%'`;
  while ((await begun()).length < transactions) await sleep(5);
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  return { given: new Promise<void>((resolve) => (give = resolve)), give: () => give() };
}

const outcome = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (isConnectionLost(error) ? "connection lost" : String(error)));

describe("when connections end", () => {
  test("every transaction under way is told so, none waits forever, and the next ones go on", async () => {
    await pooled(8, async (database) => {
      for (let round = 0; round < 10; round += 1) {
        // They go on until then: on a slow machine the first would be done before the last has begun.
        let mayEnd = false;
        const busy = () => asActor(database, actor, async (db) => {
          do await db.drizzle.execute(sql`SELECT pg_sleep(0.01), ${"some text of some length"}::text`);
          while (!mayEnd);
        });
        const working = Array.from({ length: 12 }, () => outcome(busy()));
        await haveBegun(8);
        await sleep(5 * round);
        await endConnections();
        mayEnd = true;
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

  test("however many were reset at once, the next transactions find new ones", async () => {
    const { url, reset, close } = await proxyTo(fresh.appUrl);
    const database = connect(url, 16);
    try {
      const working = Array.from({ length: 16 }, () => outcome(asActor(database, actor, (db) => db.drizzle.execute(sql`SELECT pg_sleep(60)`))));
      await haveBegun(16);
      reset();
      expect(new Set(await Promise.all(working))).toEqual(new Set(["connection lost"]));
      const next = Array.from({ length: 16 }, () => outcome(asActor(database, actor, (db) => db.drizzle.execute(sql`SELECT 1`))));
      // After so many the driver by itself would try again in ten to twenty seconds.
      expect(await Promise.race([Promise.all(next).then((ends) => new Set(ends)), sleep(9_000, "waits", { ref: false })])).toEqual(new Set(["done"]));
    } finally {
      await database.end();
      await close();
    }
  });

  test("what a transaction does afterwards is refused, and does not end up in another's that took over the connection", async () => {
    await pooled(1, async (database) => {
      const [begun, interruption] = [signal(), signal()];
      const later: string[] = [];
      const first = outcome(asActor(database, actor, async (db) => {
        await db.drizzle.execute(sql`INSERT INTO note VALUES ('first')`);
        begun.give();
        await interruption.given;
        later.push(await outcome(db.drizzle.execute(sql`INSERT INTO note VALUES ('first, later')`)));
      }));
      await begun.given;
      await endConnections();
      expect(await first).toBe("connection lost");

      const second = outcome(asActor(database, actor, async (db) => {
        await db.drizzle.execute(sql`INSERT INTO note VALUES ('second')`);
        interruption.give();
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
      const begun = signal();
      const run = outcome(whileAlone(database, "a job", () => { begun.give(); return sleep(300); }));
      await begun.given;
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
