import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { notice } from "../project.mjs";
import { canReach } from "./account.mjs";
import { ensureSharedFolder, sharedFolder } from "./binaries.mjs";

/** @typedef {{ folder: string, state: string, port?: number }} Place */

const fileIn = (state) => join(state, "cluster.json");

/** @returns {Promise<Place | null>} */
async function recorded(state) {
  try {
    return JSON.parse(await readFile(fileIn(state), "utf8"));
  } catch {
    return null;
  }
}

/** @param {Place} place */
export async function record(place) {
  const draft = `${fileIn(place.state)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(place, null, 2)}\n`);
  await rename(draft, fileIn(place.state));
}

/** A folder outside the project, for an account that cannot reach the project. */
export function outsideFolder(state) {
  const project = basename(state) === ".postoletto" ? basename(dirname(state)) : basename(state);
  const mark = createHash("sha256").update(state).digest("hex").slice(0, 12);
  return join(sharedFolder, `${project}-${mark}`);
}

/**
 * Where the data of this state folder lie: where they lay last time, else inside it, else outside.
 * @param {string} stateFolder
 * @param {import("./account.mjs").Account | null} account
 * @returns {Promise<Place>}
 */
export async function placeOfData(stateFolder, account) {
  const state = realpathSync(stateFolder);
  const inside = { folder: join(state, "postgres"), state };
  const last = await recorded(state);
  if (last?.state === state && existsSync(last.folder)) return last;
  // The project was moved: what lay inside came along, what lay outside is still there. A copy must not share its original's data.
  if (existsSync(inside.folder)) return { ...inside, port: last?.port };
  if (last && existsSync(last.folder) && !existsSync(last.state)) return { ...last, state };

  if (!account || canReach(state, account)) return inside;
  return { folder: await emptyFolder(outsideFolder(state)), state };
}

// A folder of this name without a record is what an earlier project at the same path left behind.
async function emptyFolder(folder) {
  await ensureSharedFolder();
  if (!existsSync(folder)) return folder;
  const aside = `${folder}.${Date.now()}`;
  await rename(folder, aside);
  notice(`data of an earlier project at this path were put aside in ${aside}.`);
  return folder;
}
