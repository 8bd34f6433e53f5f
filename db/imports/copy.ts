import type { Db } from "../client";
import { sendInto } from "../copy-in";
import { driverOf } from "../driver";

export type Cell = string | number | boolean | null | Buffer | readonly string[];

/** Large enough that the cost of a message does not count, small enough to keep memory flat. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Streams rows into a temporary table within the transaction: tables under row-level security take no COPY. */
export async function copyInto(db: Db, table: string, columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  const sql = driverOf(db);
  await sendInto(sql`COPY ${sql(table)} (${sql(columns as string[])}) FROM STDIN`, inChunks(rows));
}

async function* inChunks(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  let chunk = "";
  for await (const row of rows) {
    chunk += `${row.map(written).join("\t")}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function written(cell: Cell): string {
  if (cell === null) return "\\N";
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString("hex")}`;
  const text = isList(cell) ? arrayLiteral(cell) : String(cell);
  return text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
