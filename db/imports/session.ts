import type { Day } from "@/domain/day";
import type { Db } from "../client";
import type { Cell } from "./copy";
import { driverOf } from "../driver";

/** One import under way. */
export type ImportSession = {
  db: Db;
  /** The municipalities whose data the actor may import; null: every one. */
  allowed: readonly string[] | null;
  today: Day;
  /** Good rows go in although others do not. */
  partial: boolean;
  onWritten(rows: number): void;
};

/** A row as it waits to be checked: what it says, or (null) that it could not be read; `group`: what goes in or stays out together. */
export type StagedRow<Fields> = { row: number; group: string | null; fields: Fields | null };

/** What one kind of file needs. `prepare` makes `import_staged`; `check` makes `import_row` of it and notes every refusal; `write` puts in what is not refused. */
export type Importing<Fields> = {
  columns: readonly string[];
  prepare(db: Db): Promise<void>;
  cells(row: StagedRow<Fields>): Cell[];
  check(session: ImportSession): Promise<void>;
  write(session: ImportSession): Promise<void>;
};

export type Tally = { municipality: string; rows: number; created: number; updated: number };

/** What the rows that are not refused come to, by municipality. */
export async function tally(db: Db): Promise<Tally[]> {
  return driverOf(db)<Tally[]>`
    SELECT municipality_id AS municipality, count(*)::int AS rows,
      (count(*) FILTER (WHERE state = 'new'))::int AS created, (count(*) FILTER (WHERE state = 'changed'))::int AS updated
    FROM import_row WHERE NOT rejected GROUP BY municipality_id ORDER BY municipality_id`;
}

/** One import at a time in a municipality: two of the same file would race for the same ids. */
export async function lockImports(db: Db, municipalities: readonly string[]): Promise<void> {
  for (const code of [...municipalities].sort()) {
    await driverOf(db)`SELECT pg_advisory_xact_lock(hashtext('import'), hashtext(${code}))`;
  }
}

/** Writes in pieces, so that progress can be told; a group is in the piece of its first row. */
export async function inPieces({ db, onWritten }: ImportSession, write: (from: number, until: number) => Promise<void>): Promise<void> {
  const [written] = await driverOf(db)<{ rows: number; last: number | null }[]>`
    SELECT count(*)::int AS rows, max(row) AS last FROM import_row WHERE NOT rejected AND state <> 'same'`;
  if (!written || written.last === null) return;
  for (let from = 0; from <= written.last; from += PIECE) {
    await write(from, from + PIECE);
    onWritten(Math.min(from + PIECE, written.rows));
  }
}

const PIECE = 10_000;

/** The same for files that say the municipality in every row. */
export async function lockStagedMunicipalities(db: Db): Promise<void> {
  const rows = await driverOf(db)<{ code: string }[]>`SELECT DISTINCT municipality_id AS code FROM import_staged WHERE valid`;
  await lockImports(db, rows.map(({ code }) => code));
}
