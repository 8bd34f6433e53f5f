import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ByteReader, EndOfBytes } from "./byte-reader";
import { type BackupHeader, type BackupSummary, endLine, headerLine, pieceLine, type RowCounts, rowsIn } from "./format";
import { BackupRefused } from "./refusal";

export type Piece = { table: string; rows: Buffer };
type Opened = { header: BackupHeader; pieces: AsyncGenerator<Piece, RowCounts> };

const LINE_LIMIT = 1024 * 1024;

/** Reads the first line, and the pieces when they are asked for. What is not as it was written is refused, at the latest at the end. */
export async function openBackup(file: string): Promise<Opened> {
  const hash = createHash("sha256");
  const reader = new ByteReader(unzipped(file));
  const first = await reader.line(LINE_LIMIT).catch((error: unknown) => {
    throw error instanceof EndOfBytes ? new BackupRefused({ code: "not_a_backup" }) : error;
  });
  const header = headerLine.safeParse(jsonOf(first));
  if (!header.success) throw new BackupRefused({ code: "not_a_backup" });

  hash.update(first);
  return { header: header.data, pieces: piecesOf(reader, header.data, hash) };
}

/** Reads a file to its end and touches nothing. */
export async function checkBackup(file: string): Promise<BackupSummary> {
  const { header, pieces } = await openBackup(file);
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { header, rows: next.value };
  }
}

async function* piecesOf(reader: ByteReader, header: BackupHeader, hash: ReturnType<typeof createHash>): AsyncGenerator<Piece, RowCounts> {
  const names = header.tables.map(({ name }) => name);
  const counted: RowCounts = Object.fromEntries(names.map((name) => [name, 0]));
  try {
    for (let line = await reader.line(LINE_LIMIT); ; line = await reader.line(LINE_LIMIT)) {
      const piece = pieceLine.safeParse(jsonOf(line));
      if (!piece.success) return await endOf(reader, line, counted, hash.digest("hex"));

      const { table, bytes } = piece.data;
      const rows = await reader.exactly(bytes);
      hash.update(line).update(rows);
      counted[table] = (counted[table] ?? 0) + rowsIn(rows);
      yield { table, rows };
    }
  } catch (error) {
    throw error instanceof EndOfBytes ? new BackupRefused({ code: "cut_off" }) : error;
  }
}

async function endOf(reader: ByteReader, line: Buffer, counted: RowCounts, sha256: string): Promise<RowCounts> {
  const end = endLine.safeParse(jsonOf(line));
  const isWhole = end.success && end.data.sha256 === sha256 && JSON.stringify(end.data.rows) === JSON.stringify(counted);
  if (!isWhole || !(await reader.isAtEnd())) throw new BackupRefused({ code: "changed" });
  return counted;
}

function jsonOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    return null;
  }
}

const FAULTS: Record<string, "cut_off" | "changed"> = { Z_BUF_ERROR: "cut_off", Z_DATA_ERROR: "changed" };

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const unzip = createGunzip();
  // Its errors come out of the last stream, which is read here.
  pipeline(createReadStream(file), unzip, () => {});
  let isBegun = false;
  try {
    for await (const bytes of unzip) {
      isBegun = true;
      yield bytes as Buffer;
    }
  } catch (error) {
    const fault = error instanceof Error && "code" in error ? FAULTS[String(error.code)] : undefined;
    if (!fault) throw error;
    throw new BackupRefused({ code: fault === "changed" && !isBegun ? "not_a_backup" : fault });
  }
}
