import "server-only";
import { postgresError } from "@/db/errors";

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: "The database does not answer: is it running, and is DATABASE_URL right?",
  CONNECT_TIMEOUT: "The database does not answer: is it running, and is DATABASE_URL right?",
  ENOTFOUND: "The database's host name is unknown: is DATABASE_URL right?",
  "28P01": "The database refuses the password in DATABASE_URL or MIGRATION_DATABASE_URL.",
  "3D000": "The database named in DATABASE_URL does not exist.",
  "53100": "The database's disk is full.",
  "55P03": "Somebody else holds the tables for too long, an import perhaps: try again, or stop the server first.",
  "42501": "The database's role may not do this: are DATABASE_URL and MIGRATION_DATABASE_URL the right way round?",
};

/** One sentence about what went wrong. Failed statements are not repeated: they may carry personal data. */
export function sentenceFor(error: unknown): string {
  const code = codeOf(error);
  const known = code === null ? undefined : SENTENCES[code];
  if (known) return known;
  if (!(error instanceof Error)) return String(error);
  const source = postgresError(error) && error.cause instanceof Error ? error.cause : error;
  return source.message.split("\n")[0] ?? source.name;
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : null;
}
