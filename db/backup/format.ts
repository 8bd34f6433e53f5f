import { z } from "zod";

/** Named in the first line of every file; another number for a file that this code could not read. */
export const FORMAT = "postoletto-backup-1";

/** Rows are cut anywhere: a piece holds no more than this, however long a row is. */
export const PIECE_BYTES = 64 * 1024;

/**
 * A gzip file of lines of JSON: this one first; then for each piece of a table a line with its length and the piece itself, rows as
 * COPY tells them; at the end the count of rows and the SHA-256 of all that came before.
 */
export const headerLine = z.object({
  format: z.literal(FORMAT),
  /** The version of Postoletto that wrote it. */
  product: z.string(),
  /** The newest migration of the database it was taken from. */
  schema: z.number().int(),
  takenAt: z.string(),
  /** Recognises the key of the encrypted columns; does not tell it. */
  keyMark: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});

export const pieceLine = z.object({ table: z.string(), bytes: z.number().int().min(1).max(PIECE_BYTES) });
export const endLine = z.object({ rows: z.record(z.string(), z.number().int()), sha256: z.string() });

export type BackupHeader = z.infer<typeof headerLine>;
export type RowCounts = Record<string, number>;
export type BackupSummary = { header: BackupHeader; rows: RowCounts };

export function lineOf(content: object): Buffer {
  return Buffer.from(`${JSON.stringify(content)}\n`);
}

const NEWLINE = 0x0a;

/** COPY escapes the line ends within values: each one left is the end of a row. */
export function rowsIn(piece: Buffer): number {
  let rows = 0;
  for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) rows++;
  return rows;
}
