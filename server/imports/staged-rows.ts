import "server-only";
import type { Readable } from "node:stream";
import type { StagedRow } from "@/db/imports/session";
import type { Day } from "@/domain/day";
import { type ImportKind, type ImportRejection, LISTED_REJECTIONS } from "@/domain/imports";
import { refusalOf } from "./cells";
import { type Header, named, readHeader } from "./columns";
import { CsvReader, type CsvRow, UnreadableCsv } from "./csv";
import { type Kind, KINDS } from "./kinds";

/** A header without a column that must be there: no row can be read. */
export class UnusableHeader extends Error {
  constructor(readonly rejected: ImportRejection[]) {
    super("columns are missing");
    this.name = "UnusableHeader";
  }
}

/** Reads a file row by row, counting, and keeping what is wrong with a row by itself. */
export class StagedRows {
  readonly rejected: ImportRejection[] = [];
  count = 0;
  private readonly csv: CsvReader;

  constructor(readonly kind: ImportKind, input: Readable, private readonly today: Day, private readonly onRead: (rows: number) => void) {
    this.csv = new CsvReader(input);
  }

  sha256(): string {
    return this.csv.sha256();
  }

  async *rows(): AsyncGenerator<StagedRow<unknown>> {
    const kind = KINDS[this.kind];
    const schema = kind.schema(this.today);
    const rows = this.csv.rows();
    const header = await this.header(rows);
    const stated = kind.stated(new Set(header.places.keys()));

    for await (const row of rows) {
      this.count += 1;
      yield this.staged(row, header, kind, schema, stated);
      this.onRead(this.count);
    }
  }

  private async header(rows: AsyncGenerator<CsvRow>): Promise<Header> {
    const { value, done } = await rows.next();
    const { header, rejected } = readHeader(this.kind, done ? [] : value.cells);
    if (rejected.length > 0) throw new UnusableHeader(rejected);
    return header;
  }

  private staged({ row, cells }: CsvRow, header: Header, kind: Kind<unknown>, schema: ReturnType<Kind<unknown>["schema"]>, stated: object): StagedRow<unknown> {
    const byName = named(header, cells);
    const group = kind.group(byName) || null;
    if (cells.length !== header.width) {
      this.reject({ row, column: null, code: "wrong_cell_count", expected: header.width, found: cells.length });
      return { row, group, fields: null };
    }
    const read = schema.safeParse(byName);
    if (read.success) return { row, group, fields: { ...(read.data as object), ...stated } };

    for (const issue of read.error.issues) this.reject({ row, column: String(issue.path[0] ?? "") || null, ...refusalOf(issue) });
    return { row, group, fields: null };
  }

  private reject(rejection: ImportRejection): void {
    if (this.rejected.length < LISTED_REJECTIONS) this.rejected.push(rejection);
  }
}

/** What made the file unreadable, if that is what went wrong. */
export function unreadable(error: unknown): ImportRejection[] | null {
  if (error instanceof UnusableHeader) return error.rejected;
  return error instanceof UnreadableCsv ? [error.rejection] : null;
}
