/** The id is unknown, or belongs to another municipality: the caller cannot tell which. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
    this.name = "NotFound";
  }
}

type PostgresError = { code?: string; constraint_name?: string; routine?: string };

/** Drizzle wraps the driver's errors: the SQLSTATE is on the cause. */
export function postgresError(error: unknown): PostgresError | null {
  if (typeof error !== "object" || error === null) return null;
  if ("code" in error && "severity" in error) return error as PostgresError;
  return "cause" in error ? postgresError(error.cause) : null;
}

/** True when the database refused a write because of this constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return postgresError(error)?.constraint_name === constraint;
}

/** Where Postgres refuses a named statement whose columns have changed since; the driver then forgets it. It has no code of its own. */
const REPLANNING = "RevalidateCachedQuery";

/** Exclusion violation, deadlock, serialisation failure, unique violation of a racing writer: decided anew, the rule gives its own reason. */
const WORTH_RETRYING = ["23P01", "40P01", "40001", "23505"];

export function isWorthRetrying(error: unknown): boolean {
  const { code, routine } = postgresError(error) ?? {};
  return WORTH_RETRYING.includes(code ?? "") || routine === REPLANNING;
}

const CONNECTION_LOST = ["EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "57P01", "57P02", "57P03", "53300"];

/** The database is away, or not yet back. */
export function isConnectionLost(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && CONNECTION_LOST.includes(String(error.code))) return true;
  return "cause" in error && isConnectionLost(error.cause);
}
