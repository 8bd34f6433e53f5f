import { describe, expect, test } from "vitest";
import { IMPORT_COLUMNS } from "@/domain/imports";
import { troubleInBytes } from "./file-look";
import type { ImportResult } from "./import-types";
import { previewOf, rejectionsCsv } from "./preview";

const header = (separator: string) => `${IMPORT_COLUMNS.households.required.join(separator)}\nN1${separator}P1\n`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a look at the beginning of a file says", () => {
  test.each<[string, Uint8Array, unknown]>([
    ["nothing of commas", bytes(header(",")), null],
    ["nothing of semicolons", bytes(header(";")), null],
    ["nothing of a byte order mark, quotes, capitals and empty lines before", bytes(`\uFEFF\r\n${header(",").toUpperCase().replace("ROLE", '"ROLE"')}`), null],
    ["nothing of columns too few: the service names them", bytes("household_id,person_id\n"), null],
    ["that tabs part its columns", bytes(header("\t")), { code: "wrong_separator" }],
    ["that strokes part its columns", bytes(header("|")), { code: "wrong_separator" }],
    ["that it holds something else", bytes(IMPORT_COLUMNS.stays.required.join(";")), { code: "other_kind", kind: "stays" }],
    ["that it is a spreadsheet", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), { code: "spreadsheet" }],
    ["that it is an old spreadsheet", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), { code: "spreadsheet" }],
    ["that it is UTF-16", Uint8Array.of(0xff, 0xfe, 0x68, 0), { code: "wrong_encoding" }],
    ["that it is no text", Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0), { code: "not_text" }],
    ["that nothing is in it", bytes("\n \n"), { code: "empty" }],
  ])("%s", (_case, content, expected) => {
    expect(troubleInBytes(content, "households")).toEqual(expected);
  });
});

describe("a preview", () => {
  const result = (fields: Partial<ImportResult>): ImportResult => ({ rows: 10, created: 0, updated: 0, rejected: [], rejectedRows: 0, ...fields });
  const refused = (code: string) => ({ row: 2, column: "role", code, message: "No." });

  test.each<[string, ImportResult, unknown]>([
    ["of a good file", result({ created: 8 }), { state: "good" }],
    ["of a file that was imported before", result({}), { state: "nothing_to_do" }],
    ["of a file with some refused rows", result({ created: 3, rejectedRows: 4, rejected: [refused("invalid_date")] }), { state: "some_good", good: 6 }],
    ["of a file without a good row", result({ rejectedRows: 10, rejected: [refused("invalid_date")] }), { state: "all_refused" }],
    ["of a file that cannot be read", result({ rows: 0, rejectedRows: 1, rejected: [refused("missing_column")] }), { state: "unreadable", reasons: [refused("missing_column")] }],
  ])("%s", (_case, answer, expected) => {
    expect(previewOf(answer)).toEqual(expected);
  });

  test("is written down for a spreadsheet, which runs nothing of it", () => {
    expect(rejectionsCsv(["Riga", "Colonna", "Motivo"], [{ row: 7, column: null, code: "x", message: '=1+1 "no"' }])).toBe('\uFEFF"Riga";"Colonna";"Motivo"\r\n"7";"";"\'=1+1 ""no"""\r\n');
  });
});
