import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where embedded data, secrets and process files are kept. */
export function stateFolder(env = process.env) {
  return env.POSTOLETTO_HOME ? resolve(env.POSTOLETTO_HOME) : join(projectRoot, ".postoletto");
}

export async function ensureStateFolder(env = process.env) {
  const folder = stateFolder(env);
  // 0711: the database's account may have to pass through; what is secret inside has its own mode.
  await mkdir(folder, { recursive: true, mode: 0o711 });
  return folder;
}

/** What stands in the way, in a sentence for the person at the terminal: shown without a stack trace. */
export class Obstacle extends Error {
  exitCode = 1;
}

/** Standard output belongs to the product's own answers, so every notice goes to standard error. */
export function notice(text) {
  process.stderr.write(`postoletto: ${text}\n`);
}

const reasons = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "it would be larger than a file may be here",
  EROFS: "the disk is read-only",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EEXIST: "there is a file of this name",
  ENOTDIR: "a part of the path is no folder",
};

/** @param {NodeJS.ErrnoException} error What the file system refuses is nobody's bug. */
function refusedByDisk({ code = "", path }, state = stateFolder()) {
  return reasons[code] && `${path ?? state} cannot be written: ${reasons[code]}.`;
}

/** @param {unknown} error */
export function explain(error) {
  const sentence = error instanceof Obstacle ? error.message : error instanceof Error && refusedByDisk(error);
  if (sentence) notice(sentence);
  else console.error(error);
}

/** @param {unknown} error @returns {never} */
export function giveUp(error) {
  explain(error);
  process.exit(error instanceof Obstacle ? error.exitCode : 1);
}
