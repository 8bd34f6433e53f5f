import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { no, ok, type Result } from "@/domain/failure";
import type { Database } from "../client";
import { sendInto } from "../copy-in";
import { postgresError } from "../errors";
import { withoutBindings } from "./bindings";
import { isKept, schemaOf, settle, type Table, tablesOf } from "./catalog";
import type { BackupHeader, BackupSummary } from "./format";
import { keyMark } from "./key-mark";
import { checkBackup, openBackup, type Piece } from "./read";
import { BackupRefused, type RestoreRefusal } from "./refusal";

type Tx = postgres.TransactionSql;
export type RestoreOptions = { replace: boolean; withoutKey: boolean };

/** Puts a backup in place of what is there, all of it or nothing, in one transaction as the owner. The whole file is checked first. */
export async function restoreBackup(database: Database, file: string, { replace, withoutKey }: RestoreOptions): Promise<Result<BackupSummary, RestoreRefusal>> {
  try {
    const summary = await checkBackup(file);
    if (!withoutKey && summary.header.keyMark !== keyMark()) return no({ code: "other_key" });

    const tables = await tablesOf(database.sql);
    await requireFit(database, summary.header, tables.filter(isKept));
    await whileNobodyElse(database, tables, async (tx) => {
      if (!replace) await requireNoData(tx, tables.filter(isKept));
      await withoutBindings(tx, tables.map(({ name }) => name), async () => {
        await replaceAll(tx, tables, file, summary);
        // Made with the backup's key it would recognise nobody: a job makes it anew.
        if (withoutKey) await tx`UPDATE person SET name_hash = NULL`;
      });
      await tx`ANALYZE ${tx(tables.map(({ name }) => name))}`;
    });
    return ok(summary);
  } catch (error) {
    if (error instanceof BackupRefused) return no(error.refusal);
    throw error;
  }
}

async function requireFit(database: Database, { schema, product, takenAt, tables: told }: BackupHeader, tables: readonly Table[]): Promise<void> {
  const ours = await schemaOf(database.sql);
  if (schema !== ours) throw new BackupRefused({ code: schema < ours ? "older" : "newer", product, takenAt });

  for (const name of new Set([...told, ...tables].map((table) => table.name))) {
    const columnsIn = (list: readonly { name: string; columns: string[] }[]) => list.find((table) => table.name === name)?.columns.join();
    if (columnsIn(told) !== columnsIn(tables)) throw new BackupRefused({ code: "other_columns", table: name });
  }
}

const ATTEMPTS = 150;
/** Shorter than Postgres waits before it looks for those who wait for each other: then it is we who step back, not a request. */
const PATIENCE = "400ms";
const LOCKED_BY_OTHERS = ["55P03", "40P01"];

/** Waits for those at work and keeps the others waiting, as often as it takes to have all the tables at once. */
async function whileNobodyElse(database: Database, tables: readonly Table[], work: (tx: Tx) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    let isAlone = false;
    try {
      return await database.sql.begin(async (tx) => {
        await settle(tx);
        await tx`SET LOCAL lock_timeout = ${tx.unsafe(`'${PATIENCE}'`)}`;
        await tx`LOCK TABLE ${tx(tables.map(({ name }) => name))} IN ACCESS EXCLUSIVE MODE`;
        isAlone = true;
        await work(tx);
      });
    } catch (error) {
      if (isAlone || attempt === ATTEMPTS || !LOCKED_BY_OTHERS.includes(postgresError(error)?.code ?? "")) throw error;
      await sleep(20 + Math.random() * 80);
    }
  }
}

/** What every migrated database has. */
const REFERENCE = ["municipality"];

async function requireNoData(tx: Tx, tables: readonly Table[]): Promise<void> {
  const used: string[] = [];
  for (const { name } of tables) {
    if (REFERENCE.includes(name)) continue;
    const [row] = await tx`SELECT 1 FROM ${tx(name)} LIMIT 1`;
    if (row) used.push(name);
  }
  if (used.length > 0) throw new BackupRefused({ code: "not_empty", tables: used });
}

/** The file is checked once more on the way: what changed since the first reading undoes everything. */
async function replaceAll(tx: Tx, tables: readonly Table[], file: string, checked: BackupSummary): Promise<void> {
  await tx`TRUNCATE ${tx(tables.map(({ name }) => name))}`;
  const { header, pieces } = await openBackup(file);
  if (JSON.stringify(header) !== JSON.stringify(checked.header)) throw new BackupRefused({ code: "changed" });

  let next = await pieces.next();
  for (const { name, columns } of header.tables) {
    const rows = async function* () {
      for (; !next.done && next.value.table === name; next = await pieces.next()) yield next.value.rows;
    };
    if (isOf(name, next)) await sendInto(tx`COPY ${tx(name)} (${tx(columns)}) FROM STDIN`, rows());
  }
  if (!next.done) throw new BackupRefused({ code: "changed" });
}

function isOf(name: string, next: IteratorResult<Piece, unknown>): boolean {
  return !next.done && next.value.table === name;
}
