import type postgres from "postgres";
import type { Db } from "../client";

/** The driver's own transaction behind `db`: drizzle knows neither COPY nor cursors. Statements through it run as the same actor. */
export function driverOf(db: Db): postgres.TransactionSql {
  const { session } = db.drizzle as unknown as { session: { client: postgres.TransactionSql } };
  return session.client;
}
