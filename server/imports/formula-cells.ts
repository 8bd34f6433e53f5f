import "server-only";

/** What spreadsheets take for a formula, also behind apostrophes: those must survive the way back. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r\n]/;
const ESCAPED = /^'+[=+\-@\t\r\n]/;

/** A leading apostrophe keeps spreadsheets from running what somebody typed into a name (OWASP, CSV injection). */
export function escapeFormula(cell: string): string {
  return LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}
