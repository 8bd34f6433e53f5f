import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from "@/domain/imports";

/** What is plainly wrong with a file before any of it is sent. */
export type FileTrouble =
  | { code: "empty" }
  | { code: "too_big"; megabytes: number }
  | { code: "spreadsheet" }
  | { code: "not_text" }
  | { code: "wrong_encoding" }
  | { code: "wrong_separator" }
  | { code: "other_kind"; kind: ImportKind };

const MEGABYTE = 1024 * 1024;
export const LARGEST_MEGABYTES = 100;

/** The beginning is enough to tell: nobody's header is longer. */
const LOOKED_AT = 16 * 1024;

/** Looks at the beginning of the file; null when there is nothing to say. */
export async function troubleWith(file: File, kind: ImportKind): Promise<FileTrouble | null> {
  if (file.size === 0) return { code: "empty" };
  if (file.size > LARGEST_MEGABYTES * MEGABYTE) return { code: "too_big", megabytes: Math.ceil(file.size / MEGABYTE) };
  return troubleInBytes(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()), kind);
}

/** Zip, as .xlsx and .ods are, and the older .xls. */
const SPREADSHEETS = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];
/** UTF-16, which spreadsheets call "Unicode text". */
const UTF_16 = [[0xff, 0xfe], [0xfe, 0xff]];

export function troubleInBytes(bytes: Uint8Array, kind: ImportKind): FileTrouble | null {
  const beginsWith = (marks: number[][]) => marks.some((mark) => mark.every((byte, index) => bytes[index] === byte));
  if (beginsWith(SPREADSHEETS)) return { code: "spreadsheet" };
  if (beginsWith(UTF_16)) return { code: "wrong_encoding" };
  if (bytes.includes(0)) return { code: "not_text" };
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  return text.trim() === "" ? { code: "empty" } : troubleInHeader(text.split(/[\r\n]/).find((line) => line.trim() !== "") ?? "", kind);
}

function troubleInHeader(line: string, kind: ImportKind): FileTrouble | null {
  const columns = cellsOf(line);
  if (hasColumnsOf(columns, kind)) return null;
  // Semicolons and commas are both read; with anything else between them the columns are known but not apart.
  if (columns.length === 1 && hasColumnsOf(line.toLowerCase().split(/[^a-z_]+/), kind)) return { code: "wrong_separator" };
  const other = IMPORT_KINDS.find((each) => hasColumnsOf(columns, each));
  return other === undefined ? null : { code: "other_kind", kind: other };
}

function cellsOf(line: string): string[] {
  const delimiter = line.split(";").length > line.split(",").length ? ";" : ",";
  return line.split(delimiter).map((cell) => cell.replaceAll('"', "").trim().toLowerCase());
}

function hasColumnsOf(columns: readonly string[], kind: ImportKind): boolean {
  return IMPORT_COLUMNS[kind].required.every((column) => columns.includes(column));
}
