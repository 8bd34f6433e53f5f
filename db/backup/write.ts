import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { finished, pipeline } from "node:stream/promises";
import type { Readable, Writable } from "node:stream";
import { createGzip } from "node:zlib";
import type postgres from "postgres";
import type { Database } from "../client";
import { isKept, schemaOf, settle, type Table, tablesOf, tablesReadInPart } from "./catalog";
import { type BackupHeader, type BackupSummary, FORMAT, lineOf, PIECE_BYTES, type RowCounts, rowsIn } from "./format";
import { keyMark } from "./key-mark";

type Tx = postgres.TransactionSql;

/** Writes everything as it is at one moment, while others go on reading and writing. As the owner, who alone sees every row. */
export async function writeBackup(database: Database, target: Writable): Promise<BackupSummary> {
  const mark = keyMark();
  const known = await tablesOf(database.sql);

  return database.sql.begin("isolation level repeatable read read only", async (tx) => {
    await settle(tx);
    // Before the first look: rows of a table that is truncated later would be gone for this transaction too.
    await tx`LOCK TABLE ${tx(known.map(({ name }) => name))} IN ACCESS SHARE MODE`;
    const hidden = await tablesReadInPart(tx);
    if (hidden.length > 0) throw new Error(`MIGRATION_DATABASE_URL names a role that does not see every row of ${hidden.join(", ")}: a backup needs the tables' owner.`);

    const tables = (await tablesOf(tx)).filter(isKept);
    const header = await headerOf(tx, tables, mark);
    const rows: RowCounts = {};
    const bytes = content(tx, header, tables, rows);
    try {
      await pipeline(bytes, createGzip(), target);
    } finally {
      // A pipeline that fails does not wait for where its bytes come from, and the rollback must.
      await bytes.return(undefined);
    }
    return { header, rows };
  });
}

async function headerOf(tx: Tx, tables: readonly Table[], mark: string): Promise<BackupHeader> {
  const { version } = JSON.parse(await readFile(path.resolve("package.json"), "utf8")) as { version: string };
  return {
    format: FORMAT,
    product: version,
    schema: await schemaOf(tx),
    takenAt: new Date().toISOString(),
    keyMark: mark,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
}

async function* content(tx: Tx, header: BackupHeader, tables: readonly Table[], rows: RowCounts): AsyncGenerator<Buffer, void> {
  const hash = createHash("sha256");
  const counted = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };

  yield counted(lineOf(header));
  for (const table of tables) {
    let told = 0;
    for await (const piece of inPieces(copied(tx, table))) {
      told += rowsIn(piece);
      yield counted(lineOf({ table: table.name, bytes: piece.length }));
      yield counted(piece);
    }
    rows[table.name] = told;
  }
  yield lineOf({ rows, sha256: hash.digest("hex") });
}

async function* copied(tx: Tx, { name, columns, key }: Table): AsyncGenerator<Buffer> {
  const inKeyOrder = tx.unsafe(key.join(", "));
  const stream: Readable = await tx`COPY (SELECT ${tx(columns)} FROM ${tx(name)} ORDER BY ${inKeyOrder}) TO STDOUT`.readable();
  try {
    for await (const row of stream.iterator({ destroyOnReturn: false })) yield row as Buffer;
  } finally {
    await release(stream);
  }
}

/** The driver takes no other statement, not even a rollback, before a table is told to its end; and it stays deaf when the end came while it paused. */
async function release(stream: Readable): Promise<void> {
  if (stream.errored) return;
  if (!stream.readableEnded) await finished(stream.resume());
  stream._read(0);
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < PIECE_BYTES) continue;

    let rest: Buffer = Buffer.concat(held);
    for (; rest.length >= PIECE_BYTES; rest = rest.subarray(PIECE_BYTES)) yield rest.subarray(0, PIECE_BYTES);
    held = [rest];
    length = rest.length;
  }
  if (length > 0) yield Buffer.concat(held);
}
