import type { ImportKind } from "@/domain/imports";

/** What is wrong with a file before it is sent, each in a sentence that says what would work. */
export type FileTroubleWords = {
  empty: () => string;
  too_big: (facts: { megabytes: number }) => string;
  spreadsheet: () => string;
  not_text: () => string;
  wrong_encoding: () => string;
  wrong_separator: () => string;
  other_kind: (facts: { kind: ImportKind }) => string;
};
