import "server-only";
import { IMPORT_COLUMNS, type ImportKind, type ImportRejection } from "@/domain/imports";
import { unescapeFormula } from "./formula-cells";

/** A row by the names of its columns; a column the file does not have is undefined. */
export type NamedCells = Record<string, string | undefined>;

/** Where the known columns stand in this file; unknown ones are passed over. */
export type Header = { width: number; places: ReadonlyMap<string, number> };

export function readHeader(kind: ImportKind, cells: readonly string[]): { header: Header; rejected: ImportRejection[] } {
  const { required, optional } = IMPORT_COLUMNS[kind];
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const places = new Map([...required, ...optional].filter((name) => names.includes(name)).map((name) => [name, names.indexOf(name)]));

  const missing = required.filter((name) => !places.has(name)).map((column) => rejection({ column, code: "missing_column" }));
  const twice = [...places.keys()]
    .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    .map((column) => rejection({ column, code: "duplicate_column" }));
  return { header: { width: cells.length, places }, rejected: [...missing, ...twice] };
}

function rejection(refusal: { column: string; code: "missing_column" | "duplicate_column" }): ImportRejection {
  return { row: 1, ...refusal };
}

/** Every column of the file, whether it must be there or may be. */
export function columnsOf(kind: ImportKind): string[] {
  const { required, optional } = IMPORT_COLUMNS[kind];
  return [...required, ...optional];
}

export function named(header: Header, cells: readonly string[]): NamedCells {
  const found: NamedCells = {};
  for (const [name, place] of header.places) found[name] = unescapeFormula(cells[place] ?? "");
  return found;
}
