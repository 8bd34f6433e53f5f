import type { ImportResult, Rejected } from "./import-types";

/** Told of a file that cannot be read at all: it has no row to stand in. */
const OF_THE_FILE = ["wrong_encoding", "malformed_csv", "too_many_rows", "missing_column", "duplicate_column", "changed_meanwhile"];

/** What can be done with a file after its preview. */
export type Preview =
  | { state: "unreadable"; reasons: Rejected[] }
  | { state: "nothing_to_do" }
  | { state: "good" }
  | { state: "some_good"; good: number }
  | { state: "all_refused" };

export function previewOf({ rows, created, updated, rejected, rejectedRows }: ImportResult): Preview {
  const reasons = rejected.filter(({ code }) => OF_THE_FILE.includes(code));
  if (reasons.length > 0) return { state: "unreadable", reasons };
  if (rejectedRows === 0) return created + updated === 0 ? { state: "nothing_to_do" } : { state: "good" };
  return rejectedRows < rows ? { state: "some_good", good: rows - rejectedRows } : { state: "all_refused" };
}

/** What spreadsheets would run (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function quoted(cell: string | number | null): string {
  const text = String(cell ?? "");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The refused rows as a file: with a byte order mark and semicolons, as spreadsheets in Italian open it at once. */
export function rejectionsCsv(head: string[], rejected: readonly Rejected[]): string {
  const lines = rejected.map(({ row, column, message }) => [row, column, message]);
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(quoted).join(";")).join("\r\n")}\r\n`;
}
