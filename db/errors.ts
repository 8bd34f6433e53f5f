/** The id is unknown, or belongs to another municipality: the caller cannot tell which. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
    this.name = "NotFound";
  }
}

type PostgresError = { code?: string; constraint_name?: string };

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
