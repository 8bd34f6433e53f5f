import "server-only";
import { createHash, type Hash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { ImportRejection } from "@/domain/imports";

/** A record of the file. Row 1 is the header; empty lines are counted and skipped, as a spreadsheet shows them. */
export type CsvRow = { row: number; cells: string[] };

/** The file cannot be read on from here: nothing of it is taken. */
export class UnreadableCsv extends Error {
  constructor(readonly rejection: ImportRejection) {
    super(`row ${rejection.row}: ${rejection.code}`);
    this.name = "UnreadableCsv";
  }
}

/** A lost quotation mark must not swallow the rest of a large file. */
const LONGEST_RECORD = 256 * 1024;
const LONGEST_HEADER = 64 * 1024;

/** As many as a hundred megabytes of full rows; of a hundred megabytes of line ends nobody waits for the last. */
const MOST_ROWS = 1_000_000;

/** What no UTF-8 text holds: the mark a decoder leaves where bytes made no sense, and NUL, which Postgres does not keep. */
const NOT_TEXT = /[\uFFFD\0]/;

type Counted = { record: string[]; info: { records: number; empty_lines: number } };

/** Reads `,` and `;` files with or without byte order mark, quotes and CRLF, record by record; the SHA-256 is of the bytes as they came. */
export class CsvReader {
  private readonly hash: Hash = createHash("sha256");
  private sawNoText = false;
  private lastRow = 0;

  constructor(private readonly input: Readable, private readonly mostRows = MOST_ROWS) {}

  /** Of the whole file, once all rows were read. */
  sha256(): string {
    return this.hash.digest("hex");
  }

  /** The header first, then every row that is not blank. */
  async *rows(): AsyncGenerator<CsvRow> {
    try {
      yield* this.records();
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const code = this.sawNoText ? "wrong_encoding" : "malformed_csv";
      throw new UnreadableCsv({ row: this.lastRow + 1, column: null, code });
    }
  }

  private async *records(): AsyncGenerator<CsvRow> {
    const text = this.text();
    const { head, delimiter } = await upToHeader(text);
    const source = Readable.from(following(head, text));
    const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: LONGEST_RECORD });
    // Errors of the source reach whoever reads the parser; nothing is left to do in the callback.
    pipeline(source, parser, () => {});

    for await (const { record: cells, info } of parser as AsyncIterable<Counted>) {
      const row = info.records + info.empty_lines;
      this.lastRow = row;
      if (row > this.mostRows) throw new UnreadableCsv({ row, column: null, code: "too_many_rows", most: this.mostRows });
      if (this.sawNoText && cells.some((cell) => NOT_TEXT.test(cell))) throw new UnreadableCsv({ row, column: null, code: "wrong_encoding" });
      if (cells.some((cell) => cell.trim() !== "")) yield { row, cells };
    }
  }

  private async *text(): AsyncGenerator<string> {
    // Lenient on purpose: the strict decoder would not tell in which row the bytes went wrong.
    const decoder = new TextDecoder("utf-8");
    for await (const chunk of this.input as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      this.hash.update(bytes);
      yield this.noticed(decoder.decode(bytes, { stream: true }));
    }
    yield this.noticed(decoder.decode());
  }

  private noticed(text: string): string {
    this.sawNoText ||= NOT_TEXT.test(text);
    return text;
  }
}

async function upToHeader(text: AsyncGenerator<string>): Promise<{ head: string; delimiter: "," | ";" }> {
  let head = "";
  while (!/[\r\n]/.test(head) && head.length < LONGEST_HEADER) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  const [header = ""] = head.split(/[\r\n]/, 1);
  const bare = header.replaceAll(/"[^"]*"/g, "");
  return { head, delimiter: bare.split(";").length > bare.split(",").length ? ";" : "," };
}

async function* following(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}
