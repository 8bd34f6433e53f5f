import { lt, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/domain/actor";
import { asActor, type Database, type Db } from "./client";
import { attemptCount } from "./schema/users";

type Statement = { text: string; values?: unknown[] };

/** The table in which rate-limiter-flexible counts, and a client for it that runs each of its statements as `actor`. */
export function attemptStore(database: Database, actor: Actor) {
  const query = ({ text, values = [] }: Statement) =>
    asActor(database, actor, async (db) => {
      const rows = await db.drizzle.execute(withValues(text, values));
      return { rows: [...rows], rowCount: rows.count };
    });
  return { storeClient: { query }, storeType: "client", tableName: "attempt_count", tableCreated: true } as const;
}

/** Forgets the counts whose time is over. */
export async function sweepAttempts(db: Db, now: number): Promise<void> {
  await db.drizzle.delete(attemptCount).where(lt(attemptCount.expire, now));
}

/** A statement written with `$1`, `$2` ... as drizzle takes it. */
function withValues(text: string, values: unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`)));
}
