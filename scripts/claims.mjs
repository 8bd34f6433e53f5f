import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tryLock } from "./lock.mjs";
import { isPortFree } from "./postgres/cluster.mjs";
import { Obstacle, ensureStateFolder } from "./project.mjs";

const fileIn = (state) => join(state, "server.json");

/** One server per state folder; the claim ends with the process. @param {NodeJS.ProcessEnv} env */
export async function claimState(env) {
  const state = await ensureStateFolder(env);
  if (await tryLock(`serve ${state}`)) return state;
  const { port, pid } = await readFile(fileIn(state), "utf8").then(JSON.parse).catch(() => ({}));
  const where = port ? ` at http://localhost:${port} (process ${pid})` : "";
  throw new Obstacle(`Postoletto already runs from this folder${where}: stop it first, or set POSTOLETTO_HOME and PORT for a second one.`);
}

/** @param {NodeJS.ProcessEnv} env */
export async function claimPort(env, state) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Obstacle(`PORT is \`${env.PORT}\`: it must be a number from 1 to 65535.`);
  const isFree = await isFreeSoon(port, state);
  await forgetServer(state);
  if (!isFree) throw new Obstacle(`port ${port} is taken by another program: set PORT to a free one, for example PORT=${port + 1}.`);
  await writeFile(fileIn(state), JSON.stringify({ pid: process.pid, port }));
  return port;
}

export async function forgetServer(state) {
  await rm(fileIn(state), { force: true });
}

// A note of the last server is left only after kill -9 of its start script: the web server needs a moment to notice and end.
async function isFreeSoon(port, state) {
  const last = await readFile(fileIn(state), "utf8").then(JSON.parse).catch(() => null);
  const patience = last?.port === port ? 7_000 : 0;
  for (const deadline = performance.now() + patience; ; await sleep(100)) {
    if (await isPortFree(port)) return true;
    if (performance.now() >= deadline) return false;
  }
}
