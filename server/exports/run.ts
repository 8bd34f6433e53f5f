import "server-only";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { Database } from "@/db/client";
import { NotFound } from "@/db/errors";
import { eachExportedBatch, type ExportedRow } from "@/db/exports/rows";
import { type Actor, may, municipalitiesWith } from "@/domain/actor";
import type { ImportKind } from "@/domain/imports";
import { Forbidden, requireSomewhere } from "../guard";
import { columnsOf } from "../imports/columns";
import { escapeFormula } from "../imports/formula-cells";

/**
 * All records of a kind as CSV, in the columns of the import, as they are read: nothing waits in memory. Without a municipality
 * those of every one where the actor may export.
 */
export function runExport(database: Database, actor: Actor, kind: ImportKind, { municipality }: { municipality?: string } = {}): AsyncIterable<string> {
  requireSomewhere(actor, "data.export");
  const municipalities = chosen(actor, municipality);
  const columns = columnsOf(kind);

  const text = new PassThrough({ encoding: "utf8" });
  const gone = new AbortController();
  text.once("close", () => gone.abort());
  text.write(lineOf(columns));
  eachExportedBatch(database, actor, kind, municipalities, (rows) => write(text, linesOf(columns, rows), gone.signal)).then(
    () => text.end(),
    (error: Error) => text.destroy(error),
  );
  return text;
}

/** Where a list is parted by semicolons a spreadsheet parts the cells by them too, and what follows might be a formula. */
const OTHER_SEPARATORS = /[;\t]/;

/** The header alone: what a file to import looks like. */
export function templateOf(kind: ImportKind): string {
  return lineOf(columnsOf(kind));
}

function chosen(actor: Actor, municipality: string | undefined): string[] | null {
  if (actor.kind === "system") return municipality === undefined ? null : [municipality];
  if (municipality === undefined) return municipalitiesWith(actor, "data.export");
  if (may(actor, "data.export", municipality)) return [municipality];
  if (actor.grants.some((grant) => grant.municipality === municipality)) throw new Forbidden("data.export", "role");
  throw new NotFound("municipality");
}

/** Waits while the reader is slow; a reader who went away ends the transaction. */
async function write(text: PassThrough, lines: string, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (!text.write(lines)) await once(text, "drain", { signal: gone });
}

function linesOf(columns: readonly string[], rows: readonly ExportedRow[]): string {
  return stringify(rows.map((row) => columns.map((column) => escapeFormula(row[column] ?? ""))), { record_delimiter: "\r\n", quoted_match: OTHER_SEPARATORS });
}

function lineOf(columns: readonly string[]): string {
  return stringify([columns as string[]], { record_delimiter: "\r\n" });
}
