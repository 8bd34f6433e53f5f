import type postgres from "postgres";

/** The driver's own transaction behind `db`: drizzle knows neither COPY nor cursors. Statements through it run as the same actor. */
export function driverOf(db: { readonly drizzle: object }): postgres.TransactionSql {
  const { session } = db.drizzle as unknown as { session: { client: postgres.TransactionSql } };
  return session.client;
}

/** Statements with more values are lists of varying length: each length would be kept as a statement of its own. */
const MOST_VALUES = 12;

/**
 * Drizzle sends every statement unnamed, which takes two round trips each time; a named one stays with the connection and takes one.
 * A savepoint has a driver of its own.
 */
export function prepareStatements(db: { readonly drizzle: object }): void {
  const driver = driverOf(db);
  const { unsafe } = driver;
  driver.unsafe = (text, values = [], options) => unsafe(text, values, { ...options, prepare: values.length <= MOST_VALUES });
}
