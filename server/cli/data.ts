import "server-only";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports";
import { systemActor } from "../actor";
import { today } from "../clock";
import { runExport } from "../exports/run";
import { type ImportStep, runImport } from "../imports/run";
import { told, type ToldResult } from "../imports/told";
import { type Command, Misuse, notice, Obstacle, requireCurrentSchema, withDatabase } from "./command";

const KINDS = IMPORT_KINDS.join("|");

export const dataCommands: Command[] = [
  { words: "import", takes: `${KINDS} FILE [--partial] [--dry-run] [--language it|en]`, run: importFile },
  { words: "export", takes: `${KINDS} [--municipality CODE]`, run: exportAll },
];

const flag = { type: "boolean", default: false } as const;

async function importFile(arguments_: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: arguments_, allowPositionals: true, options: { partial: flag, "dry-run": flag, language: { type: "string" } } });
  const kind = kindIn(positionals);
  const file = positionals[1];
  if (!file || positionals.length > 2) throw new Misuse("The file to import is missing.");
  await access(file).catch(() => {
    throw new Obstacle(`The file ${file} cannot be read.`);
  });

  const options = { partial: values.partial, dryRun: values["dry-run"], today: today(), onProgress: progress() };
  const result = await withDatabase(async (database) => {
    await requireCurrentSchema(database);
    return runImport(database, systemActor("cli"), kind, createReadStream(file), options);
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  report(told(result, values.language === "en" ? "en" : "it"), options);
}

async function exportAll(arguments_: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: arguments_, allowPositionals: true, options: { municipality: { type: "string" } } });
  const kind = kindIn(positionals);
  await withDatabase(async (database) => {
    await requireCurrentSchema(database);
    await pipeline(runExport(database, systemActor("cli"), kind, { municipality: values.municipality?.toUpperCase() }), process.stdout, { end: false });
  });
}

function kindIn(positionals: string[]): ImportKind {
  const kind = IMPORT_KINDS.find((known) => known === positionals[0]);
  if (!kind) throw new Misuse(`The kind of data must be one of ${IMPORT_KINDS.join(", ")}.`);
  return kind;
}

/** The answer on standard output, the refused rows in words beside it. */
function report(result: ToldResult, { dryRun, partial }: { dryRun: boolean; partial: boolean }): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  for (const { row, column, code, message } of result.rejected) notice(`row ${row}${column === null ? "" : `, ${column}`}: ${message} (${code})`);
  if (result.rejectedRows === 0) {
    if (dryRun) notice("Tried only: nothing was kept.");
    return;
  }
  const rows = result.rejectedRows === 1 ? "1 row was" : `${result.rejectedRows} rows were`;
  throw new Obstacle(`${rows} refused; ${partial && !dryRun ? "the others were imported." : "nothing was imported."}`);
}

const STEPS: Record<ImportStep, string> = { read: "rows read", check: "rows read, checking", write: "rows written" };
const EVERY = 10_000;

/** One line repainted at a terminal; elsewhere a line for every ten thousand rows and for every step. */
function progress(): (step: ImportStep, rows: number) => void {
  const isTerminal = process.stderr.isTTY;
  return (step, rows) => {
    if (isTerminal && (rows % 500 === 0 || step !== "read")) process.stderr.write(`\r${rows} ${STEPS[step]}\u001B[K`);
    if (!isTerminal && (step !== "read" || rows % EVERY === 0)) notice(`${rows} ${STEPS[step]}`);
  };
}
