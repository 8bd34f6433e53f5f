import type { ImportKind, ImportRejection } from "@/domain/imports";
import { recordAudit } from "../audit";
import type { Db } from "../client";
import { copyInto } from "./copy";
import { countRejected, createRejections, findRejections } from "./rejections";
import { type Importing, type ImportSession, type StagedRow, tally, type Tally } from "./session";

/** What the rows came to, before anything is written. */
export type Checked = { rejected: ImportRejection[]; rejectedRows: number };

/** Streams the rows in and checks them against each other and against what is stored. */
export async function stageAndCheck<Fields>(importing: Importing<Fields>, session: ImportSession, rows: AsyncIterable<StagedRow<Fields>>): Promise<Checked> {
  await createRejections(session.db);
  await importing.prepare(session.db);
  await copyInto(session.db, "import_staged", importing.columns, cellsOf(importing, rows));
  await importing.check(session);
  return { rejected: await findRejections(session.db), rejectedRows: await countRejected(session.db) };
}

async function* cellsOf<Fields>(importing: Importing<Fields>, rows: AsyncIterable<StagedRow<Fields>>) {
  for await (const row of rows) yield importing.cells(row);
}

/** Puts in every row that is not refused, and answers what that came to, by municipality. */
export async function writeChecked<Fields>(importing: Importing<Fields>, session: ImportSession): Promise<Tally[]> {
  const tallies = await tally(session.db);
  await importing.write(session);
  return tallies;
}

/** One entry per import and municipality, with the hash of the file and what it came to. */
export async function auditImport(db: Db, importId: string, kind: ImportKind, sha256: string, tallies: readonly Tally[]): Promise<void> {
  for (const { municipality, ...counts } of tallies) {
    await recordAudit(db, { action: `import.${kind}`, municipality, subjectId: importId, facts: { sha256, ...counts } });
  }
}
