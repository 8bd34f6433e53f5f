import "server-only";
import { access } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { BackupSummary } from "@/db/backup/format";
import { checkBackup } from "@/db/backup/read";
import { BackupRefused, type RestoreRefusal } from "@/db/backup/refusal";
import { restoreBackup } from "@/db/backup/restore";
import { writeBackup } from "@/db/backup/write";
import { connect, type Database } from "@/db/client";
import { unwritten, writeWhole } from "./backup-file";
import { type Command, Misuse, notice, Obstacle, requireCurrentSchema } from "./command";

export const backupCommands: Command[] = [
  { words: "backup", takes: "FILE|- [--force]", run: backup },
  { words: "restore", takes: "FILE [--replace] [--without-key] [--check]", run: restore },
];

const flag = { type: "boolean", default: false } as const;
const KEY = "the POSTOLETTO_KEY it was made with (in production from the environment, else `key` in secrets.json)";

async function backup(arguments_: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: arguments_, allowPositionals: true, options: { force: flag } });
  const file = fileIn(positionals);
  const summary = await asOwner(async (database) => {
    await requireCurrentSchema(database);
    if (file === "-") return toStandardOutput(database);
    return writeWhole(path.resolve(file), values, (target) => writeBackup(database, target));
  });
  notice(`${told(summary)} in ${file === "-" ? "standard output" : path.resolve(file)}.`);
  notice(`Keep ${KEY} apart from the file and as safely: without it health needs and fiscal codes stay encrypted for ever.`);
}

async function toStandardOutput(database: Database): Promise<BackupSummary> {
  if (process.stdout.isTTY) throw new Misuse("A backup is no text for a terminal: name a file, or send standard output somewhere.");
  try {
    return await writeBackup(database, process.stdout);
  } catch (error) {
    throw unwritten("Standard output", error);
  }
}

async function restore(arguments_: string[]): Promise<void> {
  const options = { replace: flag, "without-key": flag, check: flag };
  const { values, positionals } = parseArgs({ args: arguments_, allowPositionals: true, options });
  const file = path.resolve(fileIn(positionals));
  await access(file).catch(() => {
    throw new Obstacle(`The file ${file} cannot be read.`);
  });
  if (values.check) return check(file);

  const result = await asOwner(async (database) => {
    await requireCurrentSchema(database);
    return restoreBackup(database, file, { replace: values.replace, withoutKey: values["without-key"] });
  });
  if (!result.ok) throw new Obstacle(sentenceOf(result.failure, file));
  notice(`${told(result.value)} are back, as they were on ${result.value.header.takenAt}.`);
  notice("Everybody signs in again. Tokens, passwords and roles are those of that moment: what was revoked since must be revoked again.");
}

async function check(file: string): Promise<void> {
  try {
    const summary = await checkBackup(file);
    notice(`${told(summary)} of ${summary.header.takenAt}, written by Postoletto ${summary.header.product}: the file is whole.`);
  } catch (error) {
    throw error instanceof BackupRefused ? new Obstacle(sentenceOf(error.refusal, file)) : error;
  }
}

async function asOwner<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL;
  if (!ownerUrl) throw new Obstacle("MIGRATION_DATABASE_URL is not set: only the role that owns the tables sees and replaces every row.");
  const database = connect(ownerUrl, 1);
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

function fileIn(positionals: string[]): string {
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Misuse("Name one file.");
  return file;
}

function told({ header, rows }: BackupSummary): string {
  const count = Object.values(rows).reduce((all, some) => all + some, 0);
  return `${count} rows of ${header.tables.length} tables`;
}

function sentenceOf(refusal: RestoreRefusal, file: string): string {
  switch (refusal.code) {
    case "not_a_backup":
      return `${file} is no backup of Postoletto.`;
    case "cut_off":
      return `${file} ends too early: it was cut off. Nothing was changed.`;
    case "changed":
      return `${file} is not as it was written: it is damaged. Nothing was changed.`;
    case "older":
      return `The backup of ${refusal.takenAt} was written by an older Postoletto (${refusal.product}): restore it with that version, then start this one, which migrates. Nothing was changed.`;
    case "newer":
      return `The backup of ${refusal.takenAt} was written by a newer Postoletto (${refusal.product}): install that version. Nothing was changed.`;
    case "other_columns":
      return `The table ${refusal.table} is not the one of the backup: restore it with the version it was written by. Nothing was changed.`;
    case "other_key":
      return `The backup belongs to another key: give ${KEY}; --without-key restores it all the same, with health needs and fiscal codes that nobody can read. Nothing was changed.`;
    case "not_empty":
      return `The database holds data (${refusal.tables.slice(0, 3).join(", ")}${refusal.tables.length > 3 ? ", ..." : ""}): --replace deletes them and restores the backup. Nothing was changed.`;
  }
}
