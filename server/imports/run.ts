import "server-only";
import type { Readable } from "node:stream";
import { asActor, type Database, type Db } from "@/db/client";
import { postgresError } from "@/db/errors";
import { newId } from "@/db/ids";
import { auditImport, type Checked, stageAndCheck, writeChecked } from "@/db/imports/run";
import type { ImportSession, Tally } from "@/db/imports/session";
import { type Actor, municipalitiesWith } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { type ImportKind, type ImportRejection, LISTED_REJECTIONS } from "@/domain/imports";
import { requireSomewhere } from "../guard";
import { log } from "../log";
import { KINDS } from "./kinds";
import { StagedRows, unreadable } from "./staged-rows";

export type ImportStep = "read" | "check" | "write";

export type ImportOptions = {
  /** Good rows go in although others are refused. */
  partial: boolean;
  /** Everything is tried and nothing kept. */
  dryRun: boolean;
  today: Day;
  onProgress?: (step: ImportStep, rows: number) => void;
};

export type ImportResult = {
  rows: number;
  created: number;
  updated: number;
  /** In order of row, the first thousand. */
  rejected: ImportRejection[];
  /** How many rows are refused, listed or not. */
  rejectedRows: number;
};

/** Undoes the transaction and carries the answer out of it. */
class NothingKept extends Error {
  constructor(readonly result: ImportResult) {
    super("nothing of the import is kept");
  }
}

/** Imports a file in one transaction: all of it, or with `partial` all that is good. The same file a second time changes nothing. */
export async function runImport(database: Database, actor: Actor, kind: ImportKind, input: Readable, options: ImportOptions): Promise<ImportResult> {
  requireSomewhere(actor, "data.import");
  const staged = new StagedRows(kind, input, options.today, (rows) => options.onProgress?.("read", rows));
  try {
    return await asActor(database, actor, (db) => importInto(db, staged, options));
  } catch (error) {
    return resultOf(error, staged);
  } finally {
    input.destroy();
  }
}

/** The import within a transaction, or a savepoint, of somebody else's: whatever is thrown must undo it, and `resultOf` tells what it was. */
export function importInto(db: Db, staged: StagedRows, options: ImportOptions): Promise<ImportResult> {
  const allowed = db.actor.kind === "system" ? null : municipalitiesWith(db.actor, "data.import");
  const onWritten = (rows: number) => options.onProgress?.("write", rows);
  return importStaged({ db, allowed, today: options.today, partial: options.partial, onWritten }, staged.kind, staged, options);
}

/** What an import came to that kept nothing; errors that say nothing about the file are thrown on. */
export function resultOf(error: unknown, staged: StagedRows): ImportResult {
  if (error instanceof NothingKept) return error.result;
  const rejected = unreadable(error) ?? lostRace(error);
  if (rejected === null) throw error;
  return { rows: staged.count, created: 0, updated: 0, rejected, rejectedRows: rejected.length };
}

async function importStaged(session: ImportSession, kind: ImportKind, staged: StagedRows, { partial, dryRun, onProgress }: ImportOptions): Promise<ImportResult> {
  const { importing } = KINDS[kind];
  const rows = announcing(staged, onProgress);
  const checked = await stageAndCheck(importing, session, rows);
  const refused = { rows: staged.count, created: 0, updated: 0, ...allOf(staged, checked) };
  if (refused.rejectedRows > 0 && !partial) throw new NothingKept(refused);

  const tallies = await writeChecked(importing, session);
  await auditImport(session.db, newId(), kind, staged.sha256(), tallies);
  const result = { ...refused, created: sum(tallies, "created"), updated: sum(tallies, "updated") };
  if (dryRun) throw new NothingKept(result);
  return result;
}

async function* announcing(staged: StagedRows, onProgress: ImportOptions["onProgress"]) {
  yield* staged.rows();
  onProgress?.("check", staged.count);
}

/** What was wrong with rows by themselves, and what came out when they were put beside each other. */
function allOf(staged: StagedRows, checked: Checked): Pick<ImportResult, "rejected" | "rejectedRows"> {
  const rejected = [...staged.rejected, ...checked.rejected].sort((a, b) => a.row - b.row);
  return { rejected: rejected.slice(0, LISTED_REJECTIONS), rejectedRows: checked.rejectedRows };
}

function sum(tallies: readonly Tally[], figure: "created" | "updated"): number {
  return tallies.reduce((total, tally) => total + tally[figure], 0);
}

/** Exclusion, unique and foreign key violations, and deadlocks: constraints stood in for the checks. */
const LOST = ["23P01", "23505", "23503", "40P01"];

/** Somebody booked or imported between our look and our write. */
function lostRace(error: unknown): ImportRejection[] | null {
  const found = postgresError(error);
  if (!LOST.includes(found?.code ?? "")) return null;
  log.warn({ code: found?.code, constraint: found?.constraint_name }, "an import met a constraint");
  return [{ row: 1, column: null, code: "changed_meanwhile" }];
}
