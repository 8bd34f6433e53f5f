import "server-only";
import { postgresError } from "@/db/errors";

export type ToldError = { name: string; message: string; stack: string; cause?: ToldError; database?: { code?: string; constraint?: string; table?: string } };

/**
 * An error as the log may keep it. What was asked of the database, and what the database and parsers answer, quote what people
 * entered: of them only codes and places are told.
 */
export function toldError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { name: "Error", message: typeof error, stack: "" };
  const told = { name: error.name, message: messageOf(error), stack: framesOf(error) };
  const refused = databaseCode(error);
  if (refused !== null) return { ...told, database: refused };
  return error.cause instanceof Error ? { ...told, cause: toldError(error.cause) } : told;
}

function messageOf(error: Error): string {
  // drizzle's: the statement, and from the next line on the values.
  if (error.message.startsWith("Failed query:")) return error.message.split("\nparams:")[0] ?? "";
  return "severity" in error || error instanceof SyntaxError ? "" : error.message;
}

/** A stack begins with the message, which may have any number of lines. */
function framesOf(error: Error): string {
  const lines = error.stack?.split("\n") ?? [];
  return lines.slice(lines.findLastIndex((line) => !/^\s+at /.test(line)) + 1).join("\n");
}

function databaseCode(error: Error): ToldError["database"] | null {
  const refused = postgresError(error) as { code?: string; constraint_name?: string; table_name?: string } | null;
  return refused === null ? null : { code: refused.code, constraint: refused.constraint_name, table: refused.table_name };
}
