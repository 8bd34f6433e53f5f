import "server-only";
import { rmSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Writable } from "node:stream";
import { Obstacle } from "./command";

const reasonOf: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "it would be larger than a file may be here",
  EACCES: "the folder may not be written to",
  EPERM: "the folder may not be written to",
  EROFS: "the disk is read-only",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EPIPE: "whoever reads it has ended",
};

/** A failed write in a sentence; other errors as they are. */
export function unwritten(name: string, error: unknown): unknown {
  const reason = error instanceof Error && "code" in error ? reasonOf[String(error.code)] : undefined;
  return reason ? new Obstacle(`${name} cannot be written: ${reason}. There is no backup.`) : error;
}

/** Writes beside the file and renames at the end: under its name there is a whole backup or none, whatever happens. */
export async function writeWhole<T>(file: string, { force }: { force: boolean }, write: (target: Writable) => Promise<T>): Promise<T> {
  const part = `${file}.part`;
  try {
    await requireFree(file, force);
    // What an earlier one left behind that was killed; had it not been killed, it finds its file gone at the end.
    await rm(part, { force: true });
    const handle = await open(part, "wx", 0o600);
    return await removedOnSignal(part, () => written(handle, part, file, force, write));
  } catch (error) {
    throw unwritten(file, error);
  }
}

async function written<T>(handle: FileHandle, part: string, file: string, force: boolean, write: (target: Writable) => Promise<T>): Promise<T> {
  try {
    const answer = await write(into(handle));
    await handle.sync();
    if (!(await isSame(handle, part))) throw new Obstacle(`Another backup is being written to ${file}: this one is dropped.`);
    await requireFree(file, force);
    await rename(part, file);
    await syncFolder(path.dirname(file));
    return answer;
  } catch (error) {
    if (await isSame(handle, part)) await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Leaves the file open, to be synced, whereas a stream of Node's own closes it when the writing fails. */
function into(handle: FileHandle): Writable {
  return new Writable({ write: (bytes: Buffer, _encoding, done) => void handle.writeFile(bytes).then(() => done(), done) });
}

async function requireFree(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found && !found.isFile()) throw new Obstacle(`${file} is no file: name one, or - for standard output.`);
  if (found && !force) throw new Obstacle(`${file} exists already: name another file, or say --force to replace it.`);
}

async function isSame(handle: FileHandle, part: string): Promise<boolean> {
  const [ours, there] = [await handle.stat(), await stat(part).catch(() => null)];
  return there?.ino === ours.ino && there.dev === ours.dev;
}

/** A rename outlives a power cut only with its folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

async function removedOnSignal<T>(part: string, work: () => Promise<T>): Promise<T> {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const end = () => {
      rmSync(part, { force: true });
      process.exit(code);
    };
    process.once(signal, end);
    return [signal, end] as const;
  });
  try {
    return await work();
  } finally {
    for (const [signal, end] of listeners) process.off(signal, end);
  }
}
