import { readFileSync, readdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { birthMark, isAlive } from "../processes.mjs";

const folderIn = (state) => join(state, "users");

/** Notes that this process needs the database. */
export async function signIn(state) {
  await mkdir(folderIn(state), { recursive: true });
  await writeFile(join(folderIn(state), String(process.pid)), birthMark(process.pid));
}

export async function signOut(state) {
  await rm(join(folderIn(state), String(process.pid)), { force: true });
}

/** Whether a living process still needs the database; forgets the dead. */
export async function isInUse(state) {
  const living = [];
  for (const name of readdirSync(folderIn(state))) {
    const path = join(folderIn(state), name);
    if (isAlive(Number(name)) && birthMark(Number(name)) === readFileSync(path, "utf8")) living.push(name);
    else await rm(path, { force: true });
  }
  return living.length > 0;
}
